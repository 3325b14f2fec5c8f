export type FlowType = 'data_source' | 'data_destination' | 'other'

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

/** Key: `connectionCode`. Where a connection wants to be told of events (contract B.4). */
export interface Webhook {
  readonly connectionCode: string
  readonly enabled: boolean
  readonly secret: string | null
  readonly url: string | null
  readonly isUsingUuid: boolean
}
