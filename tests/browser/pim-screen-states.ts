import type { ScreenState } from './pim-screen-state.ts'
import { connectedAppStates, otherStates } from './pim-screen-states-apps.ts'
import { connectionStates } from './pim-screen-states-connections.ts'
import { appStoreStates, wizardStates } from './pim-screen-states-store.ts'

/** Every look of every screen of the PIM (contract B.6, D.5, E.4, H, J.3, K). */
export const screenStates: readonly ScreenState[] = [
  ...connectionStates,
  ...appStoreStates,
  ...wizardStates,
  ...connectedAppStates,
  ...otherStates,
]
