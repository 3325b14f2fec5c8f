import type { Mismatch } from '../store/shape.ts'
import { isMappingSchema } from './product-mapping-schema.ts'
import type { Scenario } from './scenario.ts'
import type { ConnectedApp, Connection, User } from './state.ts'

/** What a scenario says of other records at one place, and what is wrong with it if it does not hold. */
type Rule = readonly [pointer: string, holds: boolean, message: string]

/** The first thing in a scenario with which the PIM could not answer, or would lose what belongs to others. */
export function findContradiction(scenario: Scenario): Mismatch | undefined {
  for (const [pointer, holds, message] of rulesOf(scenario)) {
    if (!holds) return { pointer, message }
  }
  return undefined
}

function* rulesOf(scenario: Scenario): Generator<Rule> {
  const users = new Map(scenario.users.map((user) => [user.username, user]))
  const isPerson = users.get(scenario.session)?.type === 'user'
  yield ['/session', isPerson, missing('user of the screens')]
  yield* nextIdRule(scenario)
  yield* userRules(scenario)
  yield* connectionRules(scenario, users)
  yield* appRules(scenario)
  for (const [index, { productMappingSchema: schema }] of scenario.catalogs.entries()) {
    const isValid = schema === undefined || isMappingSchema(schema)
    yield [`/catalogs/${index}/productMappingSchema`, isValid, 'Is no schema of product mappings']
  }
  for (const [index, { content }] of scenario.files.entries()) {
    // RFC 4648 section 4.
    yield [`/files/${index}/content`, content.length % 4 === 0, 'Is not padded to groups of 4']
  }
}

/** A number that is given twice would replace a role, a group or a notification. */
function* nextIdRule({
  nextId,
  users,
  roles,
  userGroups,
  notifications,
}: Scenario): Generator<Rule> {
  const ids = [users, roles, userGroups, notifications].flatMap((records) =>
    records.map(({ id }) => (/^\d{1,15}$/.test(id) ? Number(id) : 0)),
  )
  const greatest = ids.reduce((one, other) => Math.max(one, other), 0)
  yield ['/nextId', nextId > greatest, `Must be greater than ${greatest}, which is in use`]
}

/** The role and the group of a connected app go when it is disconnected, so they are nobody else's. */
function* userRules(scenario: Scenario): Generator<Rule> {
  const roles = new Set(scenario.roles.map(({ id }) => id))
  const groups = new Map(scenario.userGroups.map((group) => [group.id, group]))
  const roleOwners = new Map(scenario.connectedApps.map((app) => [app.roleId, app.username]))
  const groupOwners = new Map(scenario.connectedApps.map((app) => [app.userGroup, app.username]))
  for (const [index, { username, roleId, groupIds }] of scenario.users.entries()) {
    const at = `/users/${index}`
    yield [`${at}/roleId`, roles.has(roleId), missing('role')]
    const roleOwner = roleOwners.get(roleId) ?? username
    yield [`${at}/roleId`, roleOwner === username, 'Is the role of an app with another user']
    for (const [place, id] of groupIds.entries()) {
      const group = groups.get(id)
      yield [`${at}/groupIds/${place}`, group !== undefined, missing('user group')]
      const groupOwner = group?.type === 'app' ? groupOwners.get(group.name) : undefined
      const isOwn = (groupOwner ?? username) === username
      yield [`${at}/groupIds/${place}`, isOwn, 'Is the group of an app with another user']
    }
  }
}

/** A connection takes its client and its user with it when it is deleted, so they are nobody else's. */
function* connectionRules(
  { connections, oauthClients }: Scenario,
  users: ReadonlyMap<string, User>,
): Generator<Rule> {
  const clients = new Set(oauthClients.map(({ id }) => id))
  const taken = { clientId: new Set<string>(), username: new Set<string>() }
  for (const [index, connection] of connections.entries()) {
    const at = `/connections/${index}`
    const { clientId, username } = connection
    yield [`${at}/clientId`, clients.has(clientId), missing('OAuth client')]
    yield [`${at}/username`, users.get(username)?.type === 'api', missing('API user')]
    for (const field of ['clientId', 'username'] as const) {
      const isOwn = !taken[field].has(connection[field])
      yield [`${at}/${field}`, isOwn, 'Belongs to another connection']
      taken[field].add(connection[field])
    }
  }
}

function* appRules(scenario: Scenario): Generator<Rule> {
  const connections = new Map(scenario.connections.map((each) => [each.code, each]))
  const appRoles = new Set(scenario.roles.filter(({ type }) => type === 'app').map(({ id }) => id))
  const taken = new Set<string>()
  for (const [index, app] of scenario.connectedApps.entries()) {
    const at = `/connectedApps/${index}`
    const connection = connections.get(app.connectionCode)
    yield [`${at}/connectionCode`, connection?.type === 'app', missing('connection of an app')]
    yield [`${at}/connectionCode`, !taken.has(app.connectionCode), 'Belongs to another app']
    taken.add(app.connectionCode)
    yield [`${at}/username`, isUserOf(connection, app), 'Is not the user of its connection']
    yield [`${at}/roleId`, appRoles.has(app.roleId), missing('role of an app')]
  }
}

function isUserOf(connection: Connection | undefined, { username }: ConnectedApp): boolean {
  return connection?.username === username
}

function missing(what: string): string {
  return `There is no such ${what}`
}
