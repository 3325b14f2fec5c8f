import type { CatalogueState } from './catalogue-state.ts'
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
  wrongCredentials: (use) => `${use.connectionCode}/${use.username}`,
  catalogs: (catalog) => catalog.id,
}

export const scenarioCollections = Object.keys(keyOf) as ScenarioCollection[]
