import type { ScreenState } from '../pim-screen-state.ts'
import { appStoreStates } from './app-store.ts'
import { catalogsStates } from './catalogs.ts'
import { connectedAppsStates } from './connected-apps.ts'
import { connectionPartsStates } from './connection-parts.ts'
import { connectionStates } from './connection.ts'
import { connectionsStates } from './connections.ts'
import { othersStates } from './others.ts'
import { wizardStates } from './wizard.ts'

/** Every look of every screen of the PIM (contract B.6, D.5, E.4, F.3, H, J.3, K). */
export const screenStates: readonly ScreenState[] = [
  ...connectionsStates,
  ...connectionStates,
  ...connectionPartsStates,
  ...appStoreStates,
  ...wizardStates,
  ...connectedAppsStates,
  ...catalogsStates,
  ...othersStates,
]
