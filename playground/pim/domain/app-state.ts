import type { CatalogChoices } from './catalog-choices.ts'

/** Key: `clientId`. An app that was declared in this PIM (contract D.2). */
export interface CustomApp {
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  readonly activateUrl: string
  readonly callbackUrl: string
  /** Username of who declared it. */
  readonly author: string
  readonly createdAt: number
}

/** Key: `id`, the app's client id. Made when a user confirms the wizard (contract A, H.1). */
export interface ConnectedApp {
  readonly id: string
  readonly name: string
  /** Granted authorization scopes, as they were asked for. */
  readonly scopes: readonly string[]
  readonly connectionCode: string
  readonly username: string
  readonly roleId: string
  readonly userGroup: string
  readonly logo: string | null
  readonly author: string | null
  readonly categories: readonly string[]
  readonly certified: boolean
  readonly partner: string | null
  readonly isCustomApp: boolean
  readonly hasOutdatedScopes: boolean
}

/** Key: `<username>/<clientId>`. What the session remembers between authorize and confirm (contract E.3). */
export interface AuthorizationRequest {
  readonly username: string
  readonly clientId: string
  readonly authorizationScopes: readonly string[]
  readonly authenticationScopes: readonly string[]
  readonly redirectUri: string
  readonly state: string | null
}

/** Key: `code` (contract E.8). */
export interface AuthorizationCode {
  readonly code: string
  readonly clientId: string
  /** Who connected or opened the app: the subject of an id_token. */
  readonly username: string
  readonly expiresAt: number
}

/** Key: `token`. `expiresAt` is null for apps (contract F). */
export interface AccessToken {
  readonly token: string
  readonly clientId: string
  readonly username: string
  readonly scope: string | null
  readonly expiresAt: number | null
}

/** Key: `token` (contract C). */
export interface RefreshToken {
  readonly token: string
  readonly clientId: string
  readonly username: string
  readonly expiresAt: number
}

/** Key: `token`. A token whose app was disconnected (contract F.5). */
export interface RevokedAppToken {
  readonly token: string
}

/** Key: `id`. What id_tokens are signed with; the first one counts (contract F.2). */
export interface OpenIdKey {
  readonly id: string
  /** PKCS #8 as PEM. */
  readonly privateKey: string
  /** X.509, self-signed, as PEM. */
  readonly certificate: string
}

/** Key: `<username>/<appId>`. Authentication scopes a user consented to (contract E.3 step 9). */
export interface Consent {
  readonly username: string
  readonly appId: string
  readonly scopes: readonly string[]
}

/** Which entries of a part of the catalogue a level of permissions reaches. */
export interface PermissionReach {
  /** Also those to come. */
  readonly all: boolean
  readonly identifiers: readonly string[]
}

/** Key: `userGroup`. What an app may do with which parts of the catalogue: Enterprise Edition only (contract E.4). */
export interface AppPermissions {
  readonly userGroup: string
  readonly categories: Readonly<Record<'own' | 'edit' | 'view', PermissionReach>>
  readonly locales: Readonly<Record<'edit' | 'view', PermissionReach>>
  readonly attributeGroups: Readonly<Record<'edit' | 'view', PermissionReach>>
}

/** Key: `id` (contract I.7). */
export interface Catalog extends CatalogChoices {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  readonly owner: string
  /** A JSON Schema: how the app wants to be told of products. Not there as long as the app gave none. */
  readonly productMappingSchema?: unknown
}

/** The collections of apps: what they are, what they were granted, what they made. */
export interface AppState {
  readonly customApps: CustomApp
  readonly connectedApps: ConnectedApp
  readonly authorizationRequests: AuthorizationRequest
  readonly authorizationCodes: AuthorizationCode
  readonly accessTokens: AccessToken
  readonly refreshTokens: RefreshToken
  readonly revokedAppTokens: RevokedAppToken
  readonly consents: Consent
  readonly openIdKeys: OpenIdKey
  readonly appPermissions: AppPermissions
  readonly catalogs: Catalog
}
