import { findMismatch, listOf, type Mismatch, type Shape } from '../store/shape.ts'
import { recordShapes, settingsFields } from './record-shapes.ts'
import type { Collections } from '../store/store.ts'
import { dumpScenario, keyOf, scenarioCollections, type Scenario } from './scenario.ts'
import type { State } from './state.ts'

/** What a scenario looks like. */
export const scenarioShape: Shape = {
  kind: 'record',
  isOpen: false,
  fields: {
    ...settingsFields,
    ...Object.fromEntries(scenarioCollections.map((name) => [name, listOf(recordShapes[name])])),
  },
}

/** The first thing that keeps a value from being a scenario, or nothing when it is one. */
export function checkScenario(value: unknown): Mismatch | undefined {
  const mismatch = findMismatch(scenarioShape, value)
  if (mismatch) return mismatch
  const scenario = value as Scenario
  return findDuplicate(scenario) ?? findDangling(scenario)
}

/** Says why records cannot be a state together, or nothing when they can. */
export function refuseState(collections: Collections<State>): string | undefined {
  const current = collections.settings.get('current')
  if (!current) return 'there are no settings'
  const mismatch = findDangling(dumpScenario({ ...collections, current }))
  return mismatch && `${mismatch.pointer}: ${mismatch.message}`
}

/** Two records of a collection that would be stored under the same key. */
function findDuplicate(scenario: Scenario): Mismatch | undefined {
  for (const name of scenarioCollections) {
    const toKey = keyOf[name] as (record: unknown) => string
    const seen = new Set<string>()
    for (const [index, record] of scenario[name].entries()) {
      const key = toKey(record)
      if (seen.has(key)) {
        return { pointer: `/${name}/${index}`, message: `Has the key "${key}" of another one` }
      }
      seen.add(key)
    }
  }
  return undefined
}

/** A reference without which the PIM could not answer. */
function findDangling(scenario: Scenario): Mismatch | undefined {
  const users = new Map(scenario.users.map((user) => [user.username, user]))
  const roles = new Set(scenario.roles.map(({ id }) => id))
  const groups = new Set(scenario.userGroups.map(({ id }) => id))
  const clients = new Set(scenario.oauthClients.map(({ id }) => id))
  const connections = new Set(scenario.connections.map(({ code }) => code))

  const references: [pointer: string, isKnown: boolean, what: string][] = [
    ['/session', users.get(scenario.session)?.type === 'user', 'user of the screens'],
  ]
  for (const [index, user] of scenario.users.entries()) {
    references.push([`/users/${index}/roleId`, roles.has(user.roleId), 'role'])
    for (const [place, id] of user.groupIds.entries()) {
      references.push([`/users/${index}/groupIds/${place}`, groups.has(id), 'user group'])
    }
  }
  for (const [index, connection] of scenario.connections.entries()) {
    const at = `/connections/${index}`
    references.push(
      [`${at}/clientId`, clients.has(connection.clientId), 'OAuth client'],
      [`${at}/username`, users.has(connection.username), 'user'],
    )
  }
  for (const [index, app] of scenario.connectedApps.entries()) {
    const at = `/connectedApps/${index}`
    references.push(
      [`${at}/connectionCode`, connections.has(app.connectionCode), 'connection'],
      [`${at}/username`, users.has(app.username), 'user'],
      [`${at}/roleId`, roles.has(app.roleId), 'role'],
    )
  }
  const dangling = references.find(([, isKnown]) => !isKnown)
  return dangling && { pointer: dangling[0], message: `There is no such ${dangling[2]}` }
}
