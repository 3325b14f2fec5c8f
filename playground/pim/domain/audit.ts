import { forgetEventLogs } from './event-log.ts'
import type { Operation } from './operation.ts'
import type { Connection, EventType, FlowType } from './state.ts'
import { dayOf } from './text.ts'

/** Counts products that were read, for a tracked data destination that uses its own username (contract J.1). */
export function countRead(operation: Operation, count: number): void {
  const connection = tracked(operation, 'data_destination')
  if (!connection || count === 0) return
  operation.afterwards((later) => add(later, connection, 'product_read', count))
}

/** Counts products that were created, for a tracked data source. */
export function countCreated(operation: Operation, count: number): void {
  const connection = tracked(operation, 'data_source')
  if (connection) add(operation, connection, 'product_created', count)
}

/** Counts products that were updated, for a tracked data source. */
export function countUpdated(operation: Operation, count: number): void {
  const connection = tracked(operation, 'data_source')
  if (connection) add(operation, connection, 'product_updated', count)
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
  forgetEventLogs(operation, connectionCode)
}

/** The caller's connection, if the dashboard counts what goes through it in this direction. */
export function tracked({ caller }: Operation, flowType: FlowType): Connection | undefined {
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
