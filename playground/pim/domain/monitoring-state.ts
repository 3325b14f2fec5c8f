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

/** How much a line of a log matters. */
export const logLevels = ['error', 'warning', 'notice', 'info'] as const
export type LogLevel = (typeof logLevels)[number]

/** Key: `id`. What became of an event that a connection wants to be told of. */
export interface EventLog {
  readonly id: string
  readonly connectionCode: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly level: LogLevel
  readonly message: string
  readonly context: Readonly<Record<string, unknown>>
}

/** Key: `id`. What the error monitoring of a connection shows (contract J.2). */
export interface BusinessError {
  readonly id: string
  readonly connectionCode: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly content: Readonly<Record<string, unknown>>
}
