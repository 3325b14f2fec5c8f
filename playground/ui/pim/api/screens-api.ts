import { type AccessApi, createAccessApi } from './access.ts'
import { type AppsApi, createAppsApi } from './apps.ts'
import { type AuditApi, createAuditApi } from './audit.ts'
import { createCall, type PimFetch } from './call.ts'
import { type ConnectionsApi, createConnectionsApi } from './connections.ts'
import { createCustomAppsApi, type CustomAppsApi } from './custom-apps.ts'
import { createEventSubscriptionsApi, type EventSubscriptionsApi } from './event-subscriptions.ts'

/** What the PIM's screens ask the PIM. */
export interface ScreensApi {
  access: AccessApi
  apps: AppsApi
  audit: AuditApi
  connections: ConnectionsApi
  customApps: CustomAppsApi
  eventSubscriptions: EventSubscriptionsApi
}

export function createScreensApi(fetch: PimFetch): ScreensApi {
  const call = createCall(fetch)
  return {
    access: createAccessApi(call),
    apps: createAppsApi(call),
    audit: createAuditApi(call),
    connections: createConnectionsApi(call),
    customApps: createCustomAppsApi(call),
    eventSubscriptions: createEventSubscriptionsApi(call),
  }
}
