import type { Caller } from './caller.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { EventLog, LogLevel } from './state.ts'
import { quote, toAtom } from './text.ts'

/** What happened to a product or a product model. */
export type EventAction = `${'product' | 'product_model'}.${'created' | 'updated' | 'removed'}`

/** What of a connection's log somebody wants to see; what is left out is not asked for. */
export interface LogFilter {
  readonly levels?: readonly string[]
  /** Words that must all stand in a line. */
  readonly text?: string
  /** Seconds since the epoch. */
  readonly from?: number
  readonly to?: number
}

export interface LogPage {
  readonly logs: readonly EventLog[]
  /** How many there are on all pages. */
  readonly total: number
  /** The id of the last one of the page, or of the page before when there is none. */
  readonly last: string | undefined
}

const hour = 60 * 60 * 1000
const severeLifetime = 72 * hour
const mostBrief = 100
// The real PIM keeps all errors of three days; here nothing grows without an end.
const mostKept = 600
const pageSize = 25

/**
 * Tells every active event subscription what happened, which a mock only writes into the logs: a connection is not told
 * of what it did itself, and the others never answer, as nothing is sent to them.
 */
export function raiseEvent(
  operation: Operation,
  action: EventAction,
  about: Readonly<Record<string, string | null>>,
): void {
  const active = operation.webhooks.where('enabled', true)
  if (active.length === 0) return
  // Whoever changes something has sent a token.
  const { user, connection } = operation.caller as Caller
  const event = {
    action,
    event_id: operation.newId(),
    event_datetime: toAtom(operation.now()),
    author: user.username,
    author_type: user.type === 'api' ? 'api' : 'ui',
    ...about,
  }
  for (const { connectionCode, url } of active) {
    if (connection?.code === connectionCode) {
      const message = 'The event was not sent because it was raised by the same connection.'
      write(operation, connectionCode, { level: 'notice', message, context: { event } })
    } else {
      const message = 'The endpoint failed to answer under 500 ms.'
      const context = { event_subscription_url: url, events: [event] }
      write(operation, connectionCode, { level: 'error', message, context })
    }
  }
}

/** A page of what a connection's log shows, newest first. Throws `bad-request` for a cursor that is none. */
export function searchEventLogs(
  operation: Operation,
  connectionCode: string,
  filter: LogFilter = {},
  after?: string,
): LogPage {
  const found = listEventLogs(operation, connectionCode).filter((log) => isFound(log, filter))
  const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1
  const isKnown = after === undefined || start > 0
  const because = isKnown ? 'The page begins where the last one ended' : `${quote(after)} is no log`
  if (!operation.check('logs.cursor', isKnown, because)) {
    throw new PimError('bad-request', 'The "search_after" is none that this PIM gave.')
  }
  const logs = found.slice(start, start + pageSize)
  return { logs, total: found.length, last: logs.at(-1)?.id ?? after }
}

/** Errors and warnings of 72 hours, and the last 100 notices and infos: newest first. */
export function listEventLogs(operation: Operation, connectionCode: string): readonly EventLog[] {
  return shown(operation.eventLogs.where('connectionCode', connectionCode), operation.now())
}

/** Forgets the log of a connection. */
export function forgetEventLogs(operation: Operation, connectionCode: string): void {
  for (const { id } of operation.eventLogs.where('connectionCode', connectionCode)) {
    operation.eventLogs.delete(id)
  }
}

function write(
  operation: Operation,
  connectionCode: string,
  line: Pick<EventLog, 'level' | 'message' | 'context'>,
): void {
  const log: EventLog = { id: operation.newId(), connectionCode, at: operation.now(), ...line }
  operation.eventLogs.put(log.id, log)
  const known = operation.eventLogs.where('connectionCode', connectionCode)
  const kept = new Set(shown(known, log.at).slice(0, mostKept))
  for (const each of known) if (!kept.has(each)) operation.eventLogs.delete(each.id)
}

function shown(logs: readonly EventLog[], now: number): readonly EventLog[] {
  const newestFirst = logs.toReversed().sort((one, other) => other.at - one.at)
  let brief = 0
  return newestFirst.filter(({ level, at }) =>
    isBrief(level) ? (brief += 1) <= mostBrief : at >= now - severeLifetime,
  )
}

function isBrief(level: LogLevel): boolean {
  return level === 'notice' || level === 'info'
}

function isFound({ level, at, message, context }: EventLog, filter: LogFilter): boolean {
  const { levels, text = '', from, to } = filter
  const seconds = Math.floor(at / 1000)
  const line = `${message} ${JSON.stringify(context)}`.toLowerCase()
  return (
    (levels === undefined || levels.includes(level)) &&
    (from === undefined || seconds >= from) &&
    (to === undefined || seconds <= to) &&
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => line.includes(word))
  )
}
