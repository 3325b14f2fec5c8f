import type { Operation } from './operation.ts'

/** What can be broken on purpose, and what it does (design section 5). */
export const faults = {
  expired_code: 'Every authorization code counts as expired',
  expired_token: 'Every access token of a connection counts as expired',
  revoked_token: 'Every app counts as disconnected: its token is refused',
  activation_off: 'The feature flag marketplace_activate is off: no app can be activated',
  developer_mode_off:
    'The feature flag app_developer_mode is off: programs cannot declare apps at /api/rest/v1/test-apps',
  rate_limit: 'Every call of the REST API exceeds the limit of requests per second',
} as const

export type FaultName = keyof typeof faults

/** Whether a fault is on; if so, the reasoning says so. */
export function isFaulty(operation: Operation, name: FaultName): boolean {
  if (!operation.current.faults.includes(name)) return false
  operation.check(`fault.${name}`, false, `The fault "${name}" is on: ${faults[name]}`)
  return true
}
