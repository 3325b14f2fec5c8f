import { isFaulty } from './faults.ts'
import type { Operation } from './operation.ts'

/** Whether the PIM is an Enterprise Edition: only that one knows assets and reference entities (contract G.1). */
export function isEnterprise(operation: Operation): boolean {
  return operation.current.edition === 'EE'
}

/** Whether apps can be activated at all (contract E.3 step 1, E.6). */
export function isActivationOn(operation: Operation): boolean {
  return !isFaulty(operation, 'activation_off')
}

/** What the edition brings to the screens: rights of an app on data are set in the wizard (contract E.4, H.3). */
export function featureFlags(operation: Operation): Readonly<Record<string, boolean>> {
  return {
    marketplace_activate: isActivationOn(operation),
    connect_app_with_permissions: isEnterprise(operation),
  }
}
