import type { Era } from '../contract/words.ts'
import type { CatalogChoices } from './catalog-choices.ts'
import { catalogueCollections, type CatalogueState } from './catalogue-state.ts'

export type FlowType = 'data_source' | 'data_destination' | 'other'
export type Edition = 'CE' | 'GE' | 'EE'

/** Key: `code` (contract B.1). */
export interface Connection {
  readonly code: string
  readonly label: string
  readonly flowType: FlowType
  readonly image: string | null
  readonly auditable: boolean
  readonly type: 'default' | 'app'
  readonly clientId: string
  readonly username: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** Key: `id`. What a connection or an app authenticates with (contract B.3, D.2). */
export interface OAuthClient {
  readonly id: string
  readonly secret: string
  readonly grantTypes: readonly string[]
}

/** Key: `username`. */
export interface User {
  readonly id: string
  readonly username: string
  readonly password: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  /** `api` users belong to a connection or an app and see no screens. */
  readonly type: 'user' | 'api'
  readonly enabled: boolean
  readonly roleId: string
  readonly groupIds: readonly string[]
}

/** Key: `id`. A named set of ACL ids (contract K). */
export interface Role {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly type: 'default' | 'app'
  readonly acls: readonly string[]
}

/** Key: `id`. */
export interface UserGroup {
  readonly id: string
  readonly name: string
  readonly type: 'default' | 'app'
}

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

/** Key: `path`. A picture that was uploaded (contract B.4). */
export interface UploadedFile {
  readonly path: string
  readonly name: string
  readonly mimeType: string
  /** Base64. */
  readonly content: string
}

/** Key: `<connectionCode>/<username>`. A username that is not the connection's own was used with it (contract C). */
export interface WrongCredentials {
  readonly connectionCode: string
  readonly username: string
  /** Milliseconds since the epoch. */
  readonly usedAt: number
}

/** What products went through a connection, as the dashboard counts it (contract J.1). */
export const eventTypes = ['product_created', 'product_updated', 'product_read'] as const
export type EventType = (typeof eventTypes)[number]

/** Why a product was refused: by a rule of the catalogue, or by what the request says (contract J.1). */
export const errorTypes = ['business', 'technical'] as const
export type ErrorType = (typeof errorTypes)[number]

/** Key: `<connectionCode>/<eventType>/<day>`. */
export interface EventCount {
  readonly connectionCode: string
  readonly eventType: EventType
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string
  readonly count: number
}

/** Key: `<connectionCode>/<errorType>/<day>`. */
export interface ErrorCount {
  readonly connectionCode: string
  readonly errorType: ErrorType
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string
  readonly count: number
}

/** Key: `id`. What the error monitoring of a connection shows (contract J.2). */
export interface BusinessError {
  readonly id: string
  readonly connectionCode: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly content: Readonly<Record<string, unknown>>
}

/** Key: `connectionCode`. Where a connection wants to be told of events (contract B.4). */
export interface Webhook {
  readonly connectionCode: string
  readonly enabled: boolean
  readonly secret: string | null
  readonly url: string | null
  readonly isUsingUuid: boolean
}

/** Key: `<username>/<appId>`. Authentication scopes a user consented to (contract E.3 step 9). */
export interface Consent {
  readonly username: string
  readonly appId: string
  readonly scopes: readonly string[]
}

/** Key: `id`. A user is told that an app asks for more than it was granted (contract F.3). */
export interface Notification {
  readonly id: string
  readonly username: string
  readonly appName: string
  readonly connectionCode: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly isViewed: boolean
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
}

/** Key: `current`, the only record of its collection. */
export interface Settings {
  readonly era: Era
  readonly edition: Edition
  /** Username of whoever sends internal calls without a cookie. */
  readonly session: string
  readonly clock: { readonly offset: number; readonly frozenAt: number | null }
  /** Names of the faults that are on. */
  readonly faults: readonly string[]
  /** The code must belong to the client that redeems it (RFC 6749 section 4.1.3; contract F). */
  readonly strict: boolean
  readonly limits: {
    readonly connections: number
    readonly customApps: number
    readonly catalogs: number
  }
  /** The next number that a user, role, group or connection's client gets (contract B.3). */
  readonly nextId: number
}

/** Everything that the PIM remembers: one collection a name. */
export interface State extends CatalogueState {
  readonly connections: Connection
  readonly oauthClients: OAuthClient
  readonly users: User
  readonly roles: Role
  readonly userGroups: UserGroup
  readonly customApps: CustomApp
  readonly connectedApps: ConnectedApp
  readonly authorizationRequests: AuthorizationRequest
  readonly authorizationCodes: AuthorizationCode
  readonly accessTokens: AccessToken
  readonly refreshTokens: RefreshToken
  readonly revokedAppTokens: RevokedAppToken
  readonly consents: Consent
  readonly notifications: Notification
  readonly openIdKeys: OpenIdKey
  readonly wrongCredentials: WrongCredentials
  readonly eventCounts: EventCount
  readonly errorCounts: ErrorCount
  readonly businessErrors: BusinessError
  readonly webhooks: Webhook
  readonly appPermissions: AppPermissions
  readonly files: UploadedFile
  readonly catalogs: Catalog
  readonly settings: Settings
}

export const collectionNames = [
  'connections',
  'oauthClients',
  'users',
  'roles',
  'userGroups',
  'customApps',
  'connectedApps',
  'authorizationRequests',
  'authorizationCodes',
  'accessTokens',
  'refreshTokens',
  'revokedAppTokens',
  'consents',
  'notifications',
  'openIdKeys',
  'wrongCredentials',
  'eventCounts',
  'errorCounts',
  'businessErrors',
  'webhooks',
  'appPermissions',
  'files',
  'catalogs',
  'settings',
  ...catalogueCollections,
] as const satisfies readonly (keyof State)[]
