import { messages, type MessageKey } from '../contract/messages.ts'
import type { Mismatch } from '../store/shape.ts'
import { isDay } from './audit-report.ts'
import { nameViolation } from './catalog-name.ts'
import { checkCode, checkLabel } from './connection-rules.ts'
import { checkName, checkUrl } from './custom-app-rules.ts'
import type { Violation } from './error.ts'
import type { Checking } from './operation.ts'
import { recordsIn, type Scenario, type ScenarioCollection } from './scenario.ts'
import type { State } from './state.ts'
import { trimText } from './text.ts'
import { isSmall } from './uploaded-file.ts'

/** What is wrong, as a text or as the PIM's own answer. */
type Found = Violation | string | boolean | undefined

type FieldRule<Kind> = (record: Kind) => Found | readonly Found[]

type AnyRecord = Readonly<Record<string, unknown>>

type RecordRules<Kind> = { readonly [Field in keyof Kind]?: FieldRule<Kind> }

// A scenario is checked outside of any request: there is no journal to write to.
const silent: Checking = { check: (_id, ok) => ok }

const counted = { day: ({ day }: { readonly day: string }) => isDay(day) || 'Is no day' }

/**
 * What the PIM's own forms take. That a token, a count or an app stands without what it names is no reason to refuse a
 * scenario that was written by hand: the PIM answers with it.
 */
const rules: { readonly [Name in ScenarioCollection]?: RecordRules<State[Name]> } = {
  connectedApps: { name: ({ name }) => checkName(silent, name) },
  connections: {
    code: ({ code }) => checkCode(silent, code),
    label: ({ type, label }) =>
      type === 'app' ? checkName(silent, label) : checkLabel(silent, trimText(label)),
  },
  customApps: {
    name: ({ name }) => checkName(silent, name),
    activateUrl: ({ activateUrl }) => checkUrl(silent, 'activateUrl', activateUrl),
    callbackUrl: ({ callbackUrl }) => checkUrl(silent, 'callbackUrl', callbackUrl),
  },
  authorizationRequests: {
    redirectUri: ({ redirectUri }) => checkUrl(silent, 'callbackUrl', redirectUri),
  },
  eventCounts: counted,
  errorCounts: counted,
  files: {
    // Base64: 4 characters are 3 bytes, but what is padded (RFC 4648 section 4).
    content: ({ content }) =>
      isSmall(Math.floor(content.replace(/=+$/, '').length * 0.75)) || 'Is too large for a picture',
  },
  catalogs: { name: ({ name }) => nameViolation(name) },
}

/** The first record with something that no form of the PIM takes, and why, or nothing. */
export function findImpossible(scenario: Scenario): Mismatch | undefined {
  for (const [name, fields] of Object.entries(rules)) {
    for (const [index, record] of recordsIn(scenario, name as ScenarioCollection).entries()) {
      for (const [field, rule] of Object.entries(fields as Record<string, FieldRule<AnyRecord>>)) {
        const message = messageOf(rule(record as AnyRecord))
        if (message !== undefined) return { pointer: `/${name}/${index}/${field}`, message }
      }
    }
  }
  return undefined
}

function messageOf(answer: ReturnType<FieldRule<AnyRecord>>): string | undefined {
  const found = [answer].flat().find((each) => typeof each !== 'boolean')
  if (typeof found !== 'object') return found
  const { message } = found
  return (messages[message as MessageKey] ?? message).replace(/\.$/, '')
}
