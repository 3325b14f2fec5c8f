import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { Connection, ErrorType, EventType, FlowType } from './state.ts'
import { dayOf } from './text.ts'

const week = 7 * 24 * 60 * 60 * 1000
const mostErrors = 100

/** The product that a refused change was about, as the error monitoring names it (contract J.3). */
export interface MonitoredProduct {
  readonly uuid: string | null
  readonly identifier: string | null
  readonly family: string | null
}

/** Counts products that were read, for a tracked data destination that uses its own username (contract J.1). */
export function countRead(operation: Operation, count: number): void {
  const connection = tracked(operation, 'data_destination')
  if (!connection || count === 0) return
  operation.afterwards((later) => add(later, connection, 'product_read', count))
}

/** Counts products that were created, for a tracked data source. */
export function countCreated(operation: Operation, count: number): void {
  const connection = tracked(operation, 'data_source')
  if (connection && count > 0) add(operation, connection, 'product_created', count)
}

/** Counts products that were updated, for a tracked data source. */
export function countUpdated(operation: Operation, count: number): void {
  const connection = tracked(operation, 'data_source')
  if (connection && count > 0) add(operation, connection, 'product_updated', count)
}

/** Runs a change of a product; a refusal is counted, and kept for the error monitoring, on its way out. */
export function monitored<Result>(
  operation: Operation,
  change: () => Result,
  product?: MonitoredProduct,
): Result {
  try {
    return change()
  } catch (error) {
    if (error instanceof PimError) noteError(operation, error, product)
    throw error
  }
}

/** Counts why a product was refused, for a tracked data source: broken rules are business, the rest is technical. */
export function noteError(operation: Operation, error: PimError, product?: MonitoredProduct): void {
  const connection = tracked(operation, 'data_source')
  if (!connection) return
  if (error.code === 'unprocessable') {
    operation.afterwards((later) => addErrors(later, connection, 'technical', 1))
    return
  }
  if (error.code !== 'violations') return
  operation.afterwards((later) => {
    addErrors(later, connection, 'business', error.violations.length)
    for (const violation of error.violations) {
      keepError(later, connection, {
        ...violation,
        type: 'violation_error',
        ...(product && { product }),
      })
    }
  })
}

/** Forgets what was counted and kept of a connection that is removed (contract B.5, H.3). */
export function forgetMonitoring(operation: Operation, connectionCode: string): void {
  for (const count of operation.eventCounts.where('connectionCode', connectionCode)) {
    operation.eventCounts.delete(`${connectionCode}/${count.eventType}/${count.day}`)
  }
  for (const count of operation.errorCounts.where('connectionCode', connectionCode)) {
    operation.errorCounts.delete(`${connectionCode}/${count.errorType}/${count.day}`)
  }
  for (const { id } of operation.businessErrors.where('connectionCode', connectionCode)) {
    operation.businessErrors.delete(id)
  }
  operation.webhooks.delete(connectionCode)
}

function tracked({ caller }: Operation, flowType: FlowType): Connection | undefined {
  const connection = caller?.connection
  return connection?.auditable && connection.flowType === flowType ? connection : undefined
}

function add(
  operation: Operation,
  { code }: Connection,
  eventType: EventType,
  count: number,
): void {
  // It may have been removed between the answer and the count.
  if (!operation.connections.has(code)) return
  const day = dayOf(operation.now())
  const key = `${code}/${eventType}/${day}`
  const before = operation.eventCounts.get(key)?.count ?? 0
  operation.eventCounts.put(key, { connectionCode: code, eventType, day, count: before + count })
}

function addErrors(
  operation: Operation,
  { code }: Connection,
  errorType: ErrorType,
  count: number,
): void {
  if (!operation.connections.has(code)) return
  const day = dayOf(operation.now())
  const key = `${code}/${errorType}/${day}`
  const before = operation.errorCounts.get(key)?.count ?? 0
  operation.errorCounts.put(key, { connectionCode: code, errorType, day, count: before + count })
}

/** Keeps an error, and no more of the connection than are shown: the last 100 of 7 days. */
function keepError(
  operation: Operation,
  { code }: Connection,
  content: Readonly<Record<string, unknown>>,
): void {
  if (!operation.connections.has(code)) return
  const at = operation.now()
  const known = operation.businessErrors.where('connectionCode', code)
  const kept = known.filter((error) => error.at > at - week).slice(1 - mostErrors)
  for (const { id } of known) {
    if (!kept.some((error) => error.id === id)) operation.businessErrors.delete(id)
  }
  const id = operation.newId()
  operation.businessErrors.put(id, { id, connectionCode: code, at, content })
}
