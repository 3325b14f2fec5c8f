import { type AccessApi, createAccessApi } from './access.ts'
import { type AppsApi, createAppsApi } from './apps.ts'
import { createCall, type PimFetch } from './call.ts'
import { type ConnectionsApi, createConnectionsApi } from './connections.ts'
import { createCustomAppsApi, type CustomAppsApi } from './custom-apps.ts'

/** What the PIM's screens ask the PIM. */
export interface ScreensApi {
  access: AccessApi
  apps: AppsApi
  connections: ConnectionsApi
  customApps: CustomAppsApi
}

export function createScreensApi(fetch: PimFetch): ScreensApi {
  const call = createCall(fetch)
  return {
    access: createAccessApi(call),
    apps: createAppsApi(call),
    connections: createConnectionsApi(call),
    customApps: createCustomAppsApi(call),
  }
}
