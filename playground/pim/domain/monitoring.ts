import { checkFlowType, isFlowType } from './connection-rules.ts'
import { refuseViolations } from './error.ts'
import type { Operation } from './operation.ts'
import type { ConnectedApp, Connection } from './state.ts'

/** The connection of a connected app. */
export function connectionOf(operation: Operation, app: ConnectedApp): Connection {
  const connection = operation.connections.get(app.connectionCode)
  if (!connection) throw new TypeError(`The app "${app.id}" has no connection`)
  return connection
}

/** Changes what the dashboard counts of a connected app (contract H.1). Throws `violations`. */
export function changeMonitoring(
  operation: Operation,
  app: ConnectedApp,
  settings: { readonly flowType: string; readonly auditable: boolean },
): void {
  const connection = connectionOf(operation, app)
  refuseViolations([checkFlowType(operation, settings.flowType)])
  const flowType = isFlowType(settings.flowType) ? settings.flowType : connection.flowType
  const { auditable } = settings
  operation.connections.put(connection.code, { ...connection, flowType, auditable })
}
