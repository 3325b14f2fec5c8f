import type { Collection } from '../store/collection.ts'
import type { CatalogueState } from './catalogue-state.ts'
import type { Operation } from './operation.ts'
import type { Settings, State } from './state.ts'

/** The collections that a scenario holds: all but the product catalogue and the settings record. */
export type ScenarioCollection = Exclude<keyof State, keyof CatalogueState | 'settings'>

/** A whole state of the PIM as one JSON document: the settings, and the records of each collection in order. */
export type Scenario = Settings & {
  readonly [Name in ScenarioCollection]: readonly State[Name][]
}

/** The key under which each kind of record is stored. */
export const keyOf: { readonly [Name in ScenarioCollection]: (record: State[Name]) => string } = {
  connections: (connection) => connection.code,
  oauthClients: (client) => client.id,
  users: (user) => user.username,
  roles: (role) => role.id,
  userGroups: (group) => group.id,
  customApps: (app) => app.clientId,
  connectedApps: (app) => app.id,
  authorizationRequests: (request) => `${request.username}/${request.clientId}`,
  authorizationCodes: (code) => code.code,
  accessTokens: (token) => token.token,
  refreshTokens: (token) => token.token,
  revokedAppTokens: (token) => token.token,
  consents: (consent) => `${consent.username}/${consent.appId}`,
  notifications: (notification) => notification.id,
  openIdKeys: (key) => key.id,
  wrongCredentials: (use) => `${use.connectionCode}/${use.username}`,
  eventCounts: (count) => `${count.connectionCode}/${count.eventType}/${count.day}`,
  errorCounts: (count) => `${count.connectionCode}/${count.errorType}/${count.day}`,
  businessErrors: (error) => error.id,
  webhooks: (webhook) => webhook.connectionCode,
  eventLogs: (log) => log.id,
  appPermissions: (permissions) => permissions.userGroup,
  files: (file) => file.path,
  catalogs: (catalog) => catalog.id,
}

export const scenarioCollections = Object.keys(keyOf) as ScenarioCollection[]

/** The records of every collection by key, settings included. */
export type Records = {
  readonly [Name in keyof State]?: readonly (readonly [string, State[Name]])[]
}

/** Collections that came later: scenarios from before leave them out. */
export const laterCollections: ReadonlySet<ScenarioCollection> = new Set(['eventLogs'] as const)

/** The records of one collection of a scenario. */
export function recordsIn(scenario: Scenario, name: ScenarioCollection): readonly unknown[] {
  return scenario[name] ?? []
}

/** The records of a scenario, by collection and key. */
export function recordsOf(scenario: Scenario): Records {
  const records: Record<string, [string, unknown][]> = {}
  const settings: Record<string, unknown> = { ...scenario }
  for (const name of scenarioCollections) {
    const toKey = keyOf[name] as (record: unknown) => string
    records[name] = recordsIn(scenario, name).map((record) => [toKey(record), record])
    delete settings[name]
  }
  records['settings'] = [['current', settings]]
  return records as Records
}

/** The state as a scenario: loading it changes nothing. */
export function dumpScenario(operation: Pick<Operation, ScenarioCollection | 'current'>): Scenario {
  const collections = scenarioCollections.map((name) => [name, [...operation[name].values()]])
  return { ...operation.current, ...Object.fromEntries(collections) } as Scenario
}

/** Puts the given records in the place of all that is in their collections, in their order. */
export function replaceRecords(operation: Operation, records: Records): void {
  const wantedRecords = Object.entries(records) as [keyof State, [string, State['users']][]][]
  for (const [name, wanted] of wantedRecords) {
    const collection = operation[name] as Operation['users']
    const keys = new Set(wanted.map(([key]) => key))
    for (const key of collection.sortedKeys()) if (!keys.has(key)) collection.delete(key)
    if (!isInOrder(collection, wanted)) {
      for (const key of collection.sortedKeys()) collection.delete(key)
    }
    for (const [key, record] of wanted) {
      if (collection.get(key) !== record) collection.put(key, record)
    }
  }
}

/** Whether what is there, all of it wanted, stands as the first of the wanted records do: the rest can follow. */
function isInOrder<Entity>(
  collection: Collection<Entity>,
  wanted: readonly (readonly [string, Entity])[],
): boolean {
  return [...collection.values()].every(
    (record, index) => collection.get(wanted[index]![0]) === record,
  )
}
