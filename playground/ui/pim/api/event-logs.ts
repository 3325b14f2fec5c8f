import { type Answer, type Call } from './call.ts'
import { readCount, readList, readOneOf, readRecord, readText } from './read.ts'

export const logLevels = ['info', 'notice', 'warning', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** What became of an event that a connection wants to be told of. */
export interface EventLog {
  /** Milliseconds since the epoch. */
  at: number
  level: LogLevel
  message: string
  /** What it was about, as the PIM wrote it down. */
  context: unknown
}

/** Which of them somebody wants to see; dates in milliseconds, null for no bound. */
export interface EventLogFilter {
  text: string
  levels: readonly LogLevel[]
  from: number | null
  to: number | null
}

export interface EventLogPage {
  logs: readonly EventLog[]
  total: number
  /** Asks for the page after this one. */
  next: string
}

export interface EventLogsApi {
  /** A page of 25, newest first; `after` is what the page before gave as `next`. */
  search(
    connectionCode: string,
    filter: EventLogFilter,
    after?: string,
  ): Promise<Answer<EventLogPage>>
  /** Where all of a connection's logs are to be had as one text. */
  downloadPath(connectionCode: string): string
}

const root = '/rest/events-api-debug'

/** The logs of event subscriptions, as the screens of the PIM ask for them. */
export function createEventLogsApi(call: Call): EventLogsApi {
  return {
    search: (connectionCode, filter, after) => {
      const query = new URLSearchParams({
        connection_code: connectionCode,
        filters: JSON.stringify(toWire(filter)),
        ...(after !== undefined && { search_after: after }),
      })
      return call(`${root}/search-event-subscription-logs?${query}`, { read: readPage })
    },
    downloadPath: (connectionCode) =>
      `${root}/download-event-subscription-logs?${new URLSearchParams({ connection_code: connectionCode })}`,
  }
}

function toWire({ text, levels, from, to }: EventLogFilter): Record<string, unknown> {
  const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)
  return {
    levels,
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(from !== null && { timestamp_from: seconds(from) }),
    ...(to !== null && { timestamp_to: seconds(to) }),
  }
}

function readPage(value: unknown): EventLogPage {
  const record = readRecord(value)
  return {
    logs: readList(readLog)(record['results']),
    total: readCount(record['total']),
    next: readText(record['search_after']),
  }
}

const readLevel = readOneOf(logLevels)

function readLog(value: unknown): EventLog {
  const record = readRecord(value)
  return {
    at: readCount(record['timestamp']) * 1000,
    level: readLevel(record['level']),
    message: readText(record['message']),
    context: record['context'],
  }
}
