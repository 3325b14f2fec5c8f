import type { Era } from '../contract/words.ts'
import { catalogueCollections, type CatalogueState } from './catalogue-state.ts'
import type {
  Connection,
  OAuthClient,
  UploadedFile,
  Webhook,
  WrongCredentials,
} from './connection-state.ts'
import type { Notification, Role, User, UserGroup } from './user-state.ts'
import type { AppState } from './app-state.ts'
import type { BusinessError, ErrorCount, EventCount, EventLog } from './monitoring-state.ts'

export type * from './app-state.ts'
export type * from './connection-state.ts'
export type * from './user-state.ts'
export * from './monitoring-state.ts'

export type Edition = 'CE' | 'GE' | 'EE'

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
export interface State extends CatalogueState, AppState {
  readonly connections: Connection
  readonly oauthClients: OAuthClient
  readonly users: User
  readonly roles: Role
  readonly userGroups: UserGroup
  readonly notifications: Notification
  readonly wrongCredentials: WrongCredentials
  readonly eventCounts: EventCount
  readonly errorCounts: ErrorCount
  readonly businessErrors: BusinessError
  readonly webhooks: Webhook
  readonly eventLogs: EventLog
  readonly files: UploadedFile
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
  'eventLogs',
  'appPermissions',
  'files',
  'catalogs',
  'settings',
  ...catalogueCollections,
] as const satisfies readonly (keyof State)[]
