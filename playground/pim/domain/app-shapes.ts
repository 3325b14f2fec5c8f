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
  type Shape,
} from '../store/shape.ts'
import type {
  AccessToken,
  AppPermissions,
  AppState,
  AuthorizationCode,
  AuthorizationRequest,
  Catalog,
  ConnectedApp,
  Consent,
  CustomApp,
  OpenIdKey,
  PermissionReach,
  RefreshToken,
  RevokedAppToken,
} from './app-state.ts'
import type { SelectionCriterion, ValueFilters } from './catalog-choices.ts'
import type { MappingSource } from './product-mapping.ts'

const latestTime = Date.UTC(9999, 11, 31)
/** A moment that dates can tell. */
export const time = integer(-latestTime, latestTime)
export const texts = listOf(text)
const reach = recordOf<PermissionReach>({ all: flag, identifiers: texts })

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

/** Where the properties of a mapping schema come from. */
export const productMappingShape = mapOf(mappingSource)

/** Base64 between a line that begins and one that ends it (RFC 7468). */
function pem(label: string): Shape {
  const lines = `^-----BEGIN ${label}-----\\n[A-Za-z0-9+/=\\n]+-----END ${label}-----\\n$`
  return { kind: 'text', pattern: new RegExp(lines) }
}

/** What a record of each collection of apps looks like. */
export const appShapes: { readonly [Name in keyof AppState]: Shape } = {
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
  openIdKeys: recordOf<OpenIdKey>({
    id: text,
    privateKey: pem('PRIVATE KEY'),
    certificate: pem('CERTIFICATE'),
  }),
  appPermissions: recordOf<AppPermissions>({
    userGroup: text,
    categories: recordOf<AppPermissions['categories']>({ own: reach, edit: reach, view: reach }),
    locales: recordOf<AppPermissions['locales']>({ edit: reach, view: reach }),
    attributeGroups: recordOf<AppPermissions['attributeGroups']>({ edit: reach, view: reach }),
  }),
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
