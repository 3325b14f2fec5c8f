import { messages, type MessageKey } from '../contract/messages.ts'
import type { Mismatch } from '../store/shape.ts'
import { isDay } from './audit-report.ts'
import { nameViolation } from './catalog-name.ts'
import { checkCode, checkLabel } from './connection-rules.ts'
import { checkName, checkUrl } from './custom-app-rules.ts'
import type { Violation } from './error.ts'
import type { Checking } from './operation.ts'
import { recordsIn, type Scenario, type ScenarioCollection } from './scenario.ts'
import { missing } from './scenario-rules.ts'
import type { State } from './state.ts'
import { trimText } from './text.ts'
import { isSmall } from './uploaded-file.ts'
import { checkAddress, checkRequired } from './webhook.ts'

/** What records name each other by, under what it is the name of. */
type Names = Readonly<Record<keyof ReturnType<typeof namesIn>, ReadonlySet<unknown>>>

/** What is wrong, as a text or as the PIM's own answer. */
type Found = Violation | string | boolean | undefined

/** Of what a field is the name, or what is wrong with it. */
type FieldRule<Kind> = keyof Names | ((record: Kind, names: Names) => Found | readonly Found[])

type AnyRecord = Readonly<Record<string, unknown>>

type RecordRules<Kind> = { readonly [Field in keyof Kind]?: FieldRule<Kind> }

// A scenario is checked outside of any request: there is no journal to write to.
const silent: Checking = { check: (_id, ok) => ok }

const token = { clientId: 'OAuth client', username: 'user' } as const
const asked = { clientId: 'OAuth client', username: 'user of the screens' } as const
const ofConnection = { connectionCode: 'connection' } as const
const counted = {
  ...ofConnection,
  day: ({ day }: { readonly day: string }) => isDay(day) || 'Is no day',
}

/**
 * What the PIM keeps by its own forms and rules, whatever is done with it. What it leaves behind has no rule: the
 * author of a custom app who is gone (contract D.3), the connection of a notification, a username that was used wrongly.
 */
const rules: { readonly [Name in ScenarioCollection]?: RecordRules<State[Name]> } = {
  connectedApps: {
    id: ({ id, connectionCode }, names) =>
      names['client of a connection'].has(`${connectionCode} ${id}`) ||
      'Is not the client of its connection',
    name: ({ name }) => checkName(silent, name),
    userGroup: 'user group of an app',
    isCustomApp: ({ id, isCustomApp }, names) =>
      !isCustomApp || names['custom app'].has(id) || missing('custom app'),
  },
  connections: {
    code: ({ code }) => checkCode(silent, code),
    label: ({ type, label }) =>
      type === 'app' ? checkName(silent, label) : checkLabel(silent, trimText(label)),
    image: 'file',
    clientId: ({ type, clientId }, names) =>
      type === 'app'
        ? names['connected app'].has(clientId) || missing('connected app')
        : !names['custom app'].has(clientId) || 'Is the client of a custom app',
  },
  customApps: {
    name: ({ name }) => checkName(silent, name),
    activateUrl: ({ activateUrl }) => checkUrl(silent, 'activateUrl', activateUrl),
    callbackUrl: ({ callbackUrl }) => checkUrl(silent, 'callbackUrl', callbackUrl),
  },
  authorizationRequests: {
    ...asked,
    redirectUri: ({ redirectUri }) => checkUrl(silent, 'callbackUrl', redirectUri),
  },
  authorizationCodes: asked,
  accessTokens: token,
  refreshTokens: token,
  consents: { username: 'user of the screens', appId: 'connected app' },
  notifications: { username: 'user of the screens' },
  wrongCredentials: ofConnection,
  eventCounts: counted,
  errorCounts: counted,
  businessErrors: ofConnection,
  webhooks: {
    ...ofConnection,
    url: ({ enabled, url }) => checkRequired(silent, enabled, url) ?? checkAddress(silent, url),
  },
  eventLogs: ofConnection,
  appPermissions: { userGroup: 'user group of an app' },
  files: {
    // Base64: 4 characters are 3 bytes, but what is padded (RFC 4648 section 4).
    content: ({ content }) =>
      isSmall(Math.floor(content.replace(/=+$/, '').length * 0.75)) || 'Is too large for a picture',
  },
  catalogs: {
    name: ({ name }) => nameViolation(name),
    owner: 'user',
  },
}

/** The first record that the PIM could never come to hold, and why, or nothing. */
export function findImpossible(scenario: Scenario): Mismatch | undefined {
  const names = namesIn(scenario)
  for (const [name, fields] of Object.entries(rules)) {
    for (const [index, record] of recordsIn(scenario, name as ScenarioCollection).entries()) {
      for (const [field, rule] of Object.entries(fields as Record<string, FieldRule<AnyRecord>>)) {
        const message = messageOf(field, rule, record as AnyRecord, names)
        if (message !== undefined) return { pointer: `/${name}/${index}/${field}`, message }
      }
    }
  }
  return undefined
}

function namesIn({
  oauthClients,
  users,
  connections,
  customApps,
  connectedApps,
  userGroups,
  files,
}: Scenario) {
  return {
    'OAuth client': new Set(oauthClients.map(({ id }) => id)),
    user: new Set(users.map(({ username }) => username)),
    'user of the screens': new Set(
      users.filter(({ type }) => type === 'user').map(({ username }) => username),
    ),
    connection: new Set(connections.map(({ code }) => code)),
    'client of a connection': new Set(
      connections.map(({ code, clientId }) => `${code} ${clientId}`),
    ),
    'custom app': new Set(customApps.map(({ clientId }) => clientId)),
    'connected app': new Set(connectedApps.map(({ id }) => id)),
    'user group of an app': new Set(
      userGroups.filter(({ type }) => type === 'app').map(({ name }) => name),
    ),
    file: new Set(files.map(({ path }) => path)),
  }
}

function messageOf(
  field: string,
  rule: FieldRule<AnyRecord>,
  record: AnyRecord,
  names: Names,
): string | undefined {
  if (typeof rule === 'string') {
    const value = record[field]
    return value === null || names[rule].has(value) ? undefined : missing(rule)
  }
  const found = [rule(record, names)].flat().find((each) => typeof each !== 'boolean')
  if (typeof found !== 'object') return found
  const { message } = found
  return (messages[message as MessageKey] ?? message).replace(/\.$/, '')
}
