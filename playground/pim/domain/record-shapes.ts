import { eras } from '../contract/words.ts'
import {
  anything,
  flag,
  integer,
  listOf,
  mapOf,
  nullable,
  optional,
  recordOf,
  text,
  word,
  type Shape,
} from '../store/shape.ts'
import type { SelectionCriterion, ValueFilters } from './catalog-choices.ts'
import { faults } from './faults.ts'
import type { MappingSource } from './product-mapping.ts'
import type { ScenarioCollection } from './scenario.ts'
import {
  errorTypes,
  eventTypes,
  logLevels,
  type AccessToken,
  type AppPermissions,
  type AuthorizationCode,
  type AuthorizationRequest,
  type BusinessError,
  type Catalog,
  type ConnectedApp,
  type Connection,
  type Consent,
  type CustomApp,
  type ErrorCount,
  type EventCount,
  type EventLog,
  type Notification,
  type OAuthClient,
  type OpenIdKey,
  type PermissionReach,
  type RefreshToken,
  type RevokedAppToken,
  type Role,
  type Settings,
  type UploadedFile,
  type User,
  type UserGroup,
  type Webhook,
  type WrongCredentials,
} from './state.ts'

/** The latest moment to which the clock can be set: early enough that whatever lives a while ends before year 10000. */
export const latestClock = Date.UTC(9000, 0, 1)

const latestTime = Date.UTC(9999, 11, 31)
const time = integer(-latestTime, latestTime)
const count = integer(0, 1_000_000)
const total = integer(0, Number.MAX_SAFE_INTEGER)
const number: Shape = { kind: 'text', pattern: /^\d{1,15}$/ }
const day: Shape = { kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}$/ }
const texts = listOf(text)
const reach = recordOf<PermissionReach>({ all: flag, identifiers: texts })
const kind = word('default', 'app')
const flowType = word('data_source', 'data_destination', 'other')
const mimeType: Shape = { kind: 'text', pattern: /^[a-z]+\/[a-z0-9.+-]+$/ }
const base64: Shape = { kind: 'text', pattern: /^[A-Za-z0-9+/]*={0,2}$/ }
// An id of the real PIM: no wildcard.
const acl: Shape = { kind: 'text', pattern: /^[a-z][a-z0-9_]*$/ }

const chosen = optional(nullable(texts))
const criterion = recordOf<SelectionCriterion>({
  field: text,
  operator: text,
  value: anything,
  scope: optional(nullable(text)),
  locale: optional(nullable(text)),
})
const mappingSource = recordOf<MappingSource>({
  source: nullable(text),
  scope: nullable(text),
  locale: nullable(text),
  parameters: optional(mapOf(text)),
  default: optional(anything),
})
export const productMappingShape = mapOf(mappingSource)

/** Base64 between a line that begins and one that ends it (RFC 7468). */
function pem(label: string): Shape {
  const lines = `^-----BEGIN ${label}-----\\n[A-Za-z0-9+/=\\n]+-----END ${label}-----\\n$`
  return { kind: 'text', pattern: new RegExp(lines) }
}

/** The fields of the settings. */
export const settingsFields: { readonly [Name in keyof Settings]: Shape } = {
  era: word(...eras),
  edition: word('CE', 'GE', 'EE'),
  session: text,
  clock: recordOf<Settings['clock']>({
    offset: integer(-latestClock, latestClock),
    frozenAt: nullable(integer(0, latestClock)),
  }),
  faults: listOf(word(...Object.keys(faults))),
  strict: flag,
  limits: recordOf<Settings['limits']>({ connections: count, customApps: count, catalogs: count }),
  nextId: integer(1, Number.MAX_SAFE_INTEGER - 100),
}

/** What a record of each collection of a scenario looks like. */
export const recordShapes: { readonly [Name in ScenarioCollection]: Shape } = {
  connections: recordOf<Connection>({
    code: text,
    label: text,
    flowType,
    image: nullable(text),
    auditable: flag,
    type: kind,
    clientId: text,
    username: text,
    createdAt: time,
  }),
  oauthClients: recordOf<OAuthClient>({ id: text, secret: text, grantTypes: texts }),
  users: recordOf<User>({
    id: text,
    username: text,
    password: text,
    firstName: text,
    lastName: text,
    email: text,
    type: word('user', 'api'),
    enabled: flag,
    roleId: text,
    groupIds: texts,
  }),
  roles: recordOf<Role>({ id: text, code: text, label: text, type: kind, acls: listOf(acl) }),
  userGroups: recordOf<UserGroup>({ id: text, name: text, type: kind }),
  customApps: recordOf<CustomApp>({
    clientId: text,
    clientSecret: text,
    name: text,
    activateUrl: text,
    callbackUrl: text,
    author: text,
    createdAt: time,
  }),
  connectedApps: recordOf<ConnectedApp>({
    id: text,
    name: text,
    scopes: texts,
    connectionCode: text,
    username: text,
    roleId: text,
    userGroup: text,
    logo: nullable(text),
    author: nullable(text),
    categories: texts,
    certified: flag,
    partner: nullable(text),
    isCustomApp: flag,
    hasOutdatedScopes: flag,
  }),
  authorizationRequests: recordOf<AuthorizationRequest>({
    username: text,
    clientId: text,
    authorizationScopes: texts,
    authenticationScopes: texts,
    redirectUri: text,
    state: nullable(text),
  }),
  authorizationCodes: recordOf<AuthorizationCode>({
    code: text,
    clientId: text,
    username: text,
    expiresAt: time,
  }),
  accessTokens: recordOf<AccessToken>({
    token: text,
    clientId: text,
    username: text,
    scope: nullable(text),
    expiresAt: nullable(time),
  }),
  refreshTokens: recordOf<RefreshToken>({
    token: text,
    clientId: text,
    username: text,
    expiresAt: time,
  }),
  revokedAppTokens: recordOf<RevokedAppToken>({ token: text }),
  consents: recordOf<Consent>({ username: text, appId: text, scopes: texts }),
  notifications: recordOf<Notification>({
    id: number,
    username: text,
    appName: text,
    connectionCode: text,
    createdAt: time,
    isViewed: flag,
  }),
  openIdKeys: recordOf<OpenIdKey>({
    id: text,
    privateKey: pem('PRIVATE KEY'),
    certificate: pem('CERTIFICATE'),
  }),
  wrongCredentials: recordOf<WrongCredentials>({
    connectionCode: text,
    username: text,
    usedAt: time,
  }),
  eventCounts: recordOf<EventCount>({
    connectionCode: text,
    eventType: word(...eventTypes),
    day,
    count: total,
  }),
  errorCounts: recordOf<ErrorCount>({
    connectionCode: text,
    errorType: word(...errorTypes),
    day,
    count: total,
  }),
  businessErrors: recordOf<BusinessError>({
    id: text,
    connectionCode: text,
    at: time,
    content: mapOf(anything),
  }),
  webhooks: recordOf<Webhook>({
    connectionCode: text,
    enabled: flag,
    secret: nullable(text),
    url: nullable(text),
    isUsingUuid: flag,
  }),
  eventLogs: recordOf<EventLog>({
    id: text,
    connectionCode: text,
    at: time,
    level: word(...logLevels),
    message: text,
    context: mapOf(anything),
  }),
  appPermissions: recordOf<AppPermissions>({
    userGroup: text,
    categories: recordOf<AppPermissions['categories']>({ own: reach, edit: reach, view: reach }),
    locales: recordOf<AppPermissions['locales']>({ edit: reach, view: reach }),
    attributeGroups: recordOf<AppPermissions['attributeGroups']>({ edit: reach, view: reach }),
  }),
  files: recordOf<UploadedFile>({ path: text, name: text, mimeType, content: base64 }),
  catalogs: recordOf<Catalog>({
    id: text,
    name: text,
    enabled: flag,
    owner: text,
    productSelectionCriteria: optional(listOf(criterion)),
    productValueFilters: optional(
      recordOf<ValueFilters>({ channels: chosen, locales: chosen, currencies: chosen }),
    ),
    productMapping: optional(productMappingShape),
    productMappingSchema: optional(anything),
  }),
}
