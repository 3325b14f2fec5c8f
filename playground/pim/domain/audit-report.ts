import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import {
  errorTypes,
  eventTypes,
  type BusinessError,
  type ErrorType,
  type EventType,
  type FlowType,
} from './state.ts'
import { dayOf } from './text.ts'

const oneDay = 24 * 60 * 60 * 1000
const mostErrors = 100
// The pseudo-connection that stands for all of them (contract A).
const everyConnection = '<all>'

/** What was counted over a week, by day: the first of the 8 days is only there to compare with (contract J.2). */
export interface WeeklyCount {
  readonly code: string
  readonly days: readonly (readonly [day: string, count: number])[]
  /** Of the last 7 days. */
  readonly total: number
}

/** Products that went through each tracked connection. Throws `bad-request` for an unknown event type or end. */
export function weeklyEvents(
  operation: Operation,
  eventType: string,
  end: string | undefined,
): WeeklyCount[] {
  const known = eventTypes.find((each) => each === eventType)
  if (!known) {
    throw new PimError(
      'bad-request',
      `$eventType must be "product_created", "product_updated" or "product_read", but "${eventType}" given.`,
    )
  }
  const count = (code: string, day: string) =>
    operation.eventCounts.get(`${code}/${known}/${day}`)?.count ?? 0
  return weekly(trackedCodes(operation, flowOf(known)), daysUntil(operation, end, 8), count)
}

/** Errors of each tracked data source, of both types. Throws `bad-request` for an unknown end. */
export function weeklyErrors(operation: Operation, end: string | undefined): WeeklyCount[] {
  const count = (code: string, day: string) =>
    errorTypes.reduce((sum, type) => sum + errorsOf(operation, code, type, day), 0)
  return weekly(trackedCodes(operation, 'data_source'), daysUntil(operation, end, 8), count)
}

/** Errors of one type over 7 days, by tracked data source. Throws `bad-request` for an unknown type or end. */
export function errorsPerConnection(
  operation: Operation,
  errorType: string,
  end: string | undefined,
): Map<string, number> {
  const known = errorTypes.find((each) => each === errorType)
  if (!known) {
    throw new PimError('bad-request', `The error type "${errorType}" is unknown.`)
  }
  const days = daysUntil(operation, end, 7)
  const codes = trackedCodes(operation, 'data_source')
  return new Map(
    codes.map((code) => [
      code,
      days.reduce((sum, day) => sum + errorsOf(operation, code, known, day), 0),
    ]),
  )
}

/** The last business errors of a connection over 7 days, newest first, at most 100; an unreadable end means today. */
export function lastBusinessErrors(
  operation: Operation,
  connectionCode: string,
  end: string | undefined,
): BusinessError[] {
  const now = operation.now()
  const until = (parseDay(end) ?? now - (now % oneDay)) + oneDay
  return operation.businessErrors
    .where('connectionCode', connectionCode)
    .filter(({ at }) => at >= until - 7 * oneDay && at <= until)
    .toReversed()
    .sort((one, other) => other.at - one.at)
    .slice(0, mostErrors)
}

function weekly(
  codes: readonly string[],
  days: readonly string[],
  count: (code: string, day: string) => number,
): WeeklyCount[] {
  const counts = codes.map((code) => countDays(code, days, (day) => count(code, day)))
  const all = (day: string) => codes.reduce((sum, code) => sum + count(code, day), 0)
  return [...counts, countDays(everyConnection, days, all)]
}

function countDays(
  code: string,
  days: readonly string[],
  count: (day: string) => number,
): WeeklyCount {
  const counts = days.map((day) => [day, count(day)] as const)
  return { code, days: counts, total: counts.slice(1).reduce((sum, [, each]) => sum + each, 0) }
}

function flowOf(eventType: EventType): FlowType {
  return eventType === 'product_read' ? 'data_destination' : 'data_source'
}

function trackedCodes(operation: Operation, flowType: FlowType): string[] {
  return operation.connections
    .where('flowType', flowType)
    .filter(({ auditable }) => auditable)
    .map(({ code }) => code)
}

function errorsOf(operation: Operation, code: string, type: ErrorType, day: string): number {
  return operation.errorCounts.get(`${code}/${type}/${day}`)?.count ?? 0
}

/** The last `length` days up to `end`, today when there is none. */
function daysUntil(operation: Operation, end: string | undefined, length: number): string[] {
  const last = parseDay(end ?? dayOf(operation.now()))
  if (last === undefined) {
    throw new PimError(
      'bad-request',
      `Unexpected format for the \`end_date\` parameter "${end}". Format must be \`Y-m-d\``,
    )
  }
  return Array.from({ length }, (_, index) => dayOf(last - (length - 1 - index) * oneDay))
}

/** Whether a text is a day that there is, as `2024-05-06`. */
export function isDay(text: string): boolean {
  const time = parseDay(text)
  return time !== undefined && dayOf(time) === text
}

/** The beginning of a day, or undefined for what is no `YYYY-MM-DD`; a day too much runs into the next month. */
function parseDay(text: string | undefined): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text ?? '') ?? []
  if (year === undefined || Number(year) < 1 || Number(year) > 9998) return undefined
  const time = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return Number(month) > 12 || Number(day) > 31 ? undefined : time
}
