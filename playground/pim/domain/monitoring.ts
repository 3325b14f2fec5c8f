import { checkFlowType } from './connection-rules.ts'
import { refuseViolations } from './error.ts'
import type { Operation } from './operation.ts'
import type { ConnectedApp, Connection, FlowType } from './state.ts'

/** The connection of a connected app. */
export function connectionOf(operation: Operation, app: ConnectedApp): Connection {
  return operation.connections.get(app.connectionCode) as Connection
}

/** Changes what the dashboard counts of a connected app (contract H.1). Throws `violations`. */
export function changeMonitoring(
  operation: Operation,
  app: ConnectedApp,
  settings: { readonly flowType: string; readonly auditable: boolean },
): void {
  const connection = connectionOf(operation, app)
  refuseViolations([checkFlowType(operation, settings.flowType)])
  const { auditable } = settings
  const flowType = settings.flowType as FlowType
  operation.connections.put(connection.code, { ...connection, flowType, auditable })
}
