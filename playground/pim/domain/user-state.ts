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
