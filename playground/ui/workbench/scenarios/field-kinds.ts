import type { Scenario } from '../../../pim/index.ts'

/** The lists of a scenario that hold records. */
export type CollectionName = {
  [Name in keyof Scenario]: Scenario[Name] extends readonly object[] ? Name : never
}[keyof Scenario]

/** Whether a link may hold a field (`open`), or which secret a fresh one of it is. */
export type FieldKind = 'open' | 'token' | 'base36' | 'clientSecret' | 'password' | 'keyPart'

type FieldsOf<Entity> = { readonly [Name in keyof Required<Entity>]: FieldKind }

const open = 'open'

/** Every field of every record. A field that is not named here never gets into a link. */
export const fieldKinds: { readonly [Name in CollectionName]: FieldsOf<Scenario[Name][number]> } = {
  connections: {
    code: open,
    label: open,
    flowType: open,
    image: open,
    auditable: open,
    type: open,
    clientId: open,
    username: open,
    createdAt: open,
  },
  oauthClients: { id: open, secret: 'clientSecret', grantTypes: open },
  users: {
    id: open,
    username: open,
    password: 'password',
    firstName: open,
    lastName: open,
    email: open,
    type: open,
    enabled: open,
    roleId: open,
    groupIds: open,
  },
  roles: { id: open, code: open, label: open, type: open, acls: open },
  userGroups: { id: open, name: open, type: open },
  customApps: {
    clientId: open,
    clientSecret: 'clientSecret',
    name: open,
    activateUrl: open,
    callbackUrl: open,
    author: open,
    createdAt: open,
  },
  connectedApps: {
    id: open,
    name: open,
    scopes: open,
    connectionCode: open,
    username: open,
    roleId: open,
    userGroup: open,
    logo: open,
    author: open,
    categories: open,
    certified: open,
    partner: open,
    isCustomApp: open,
    hasOutdatedScopes: open,
  },
  authorizationRequests: {
    username: open,
    clientId: open,
    authorizationScopes: open,
    authenticationScopes: open,
    redirectUri: open,
    // Who knows it can pass for the one who asked (RFC 6749 section 10.12).
    state: 'token',
  },
  authorizationCodes: { code: 'token', clientId: open, username: open, expiresAt: open },
  accessTokens: { token: 'token', clientId: open, username: open, scope: open, expiresAt: open },
  refreshTokens: { token: 'token', clientId: open, username: open, expiresAt: open },
  revokedAppTokens: { token: 'token' },
  consents: { username: open, appId: open, scopes: open },
  notifications: {
    id: open,
    username: open,
    appName: open,
    connectionCode: open,
    createdAt: open,
    isViewed: open,
  },
  openIdKeys: { id: open, privateKey: 'keyPart', certificate: 'keyPart' },
  wrongCredentials: { connectionCode: open, username: open, usedAt: open },
  eventCounts: { connectionCode: open, eventType: open, day: open, count: open },
  errorCounts: { connectionCode: open, errorType: open, day: open, count: open },
  businessErrors: { id: open, connectionCode: open, at: open, content: open },
  webhooks: {
    connectionCode: open,
    enabled: open,
    secret: 'base36',
    url: open,
    isUsingUuid: open,
  },
  eventLogs: {
    id: open,
    connectionCode: open,
    at: open,
    level: open,
    message: open,
    context: open,
  },
  appPermissions: { userGroup: open, categories: open, locales: open, attributeGroups: open },
  files: { path: open, name: open, mimeType: open, content: open },
  catalogs: {
    id: open,
    name: open,
    enabled: open,
    owner: open,
    productSelectionCriteria: open,
    productValueFilters: open,
    productMapping: open,
    productMappingSchema: open,
  },
}

export const collectionNames = Object.keys(fieldKinds) as CollectionName[]
