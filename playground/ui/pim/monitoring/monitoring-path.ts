import type { ConnectionSummary } from '../api/connections.ts'

/** Where the errors of a connection are read: those of an activated app on the app's own page. */
export function monitoringPath({ code, type }: Pick<ConnectionSummary, 'code' | 'type'>): string {
  return type === 'app'
    ? `/connect/connected-apps/${encodeURIComponent(code)}?tab=monitoring`
    : `/connect/connection-settings/${code}/monitoring`
}
