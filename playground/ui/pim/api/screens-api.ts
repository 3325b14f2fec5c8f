import { type AccessApi, createAccessApi } from './access.ts'
import { type AppPermissionsApi, createAppPermissionsApi } from './app-permissions.ts'
import { type AppsApi, createAppsApi } from './apps.ts'
import { type AuditApi, createAuditApi } from './audit.ts'
import { createCall, type PimFetch } from './call.ts'
import { type CatalogsApi, createCatalogsApi } from './catalogs.ts'
import { type ConnectionsApi, createConnectionsApi } from './connections.ts'
import { createCustomAppsApi, type CustomAppsApi } from './custom-apps.ts'
import { createEventLogsApi, type EventLogsApi } from './event-logs.ts'
import { createEventSubscriptionsApi, type EventSubscriptionsApi } from './event-subscriptions.ts'
import { createNotificationsApi, type NotificationsApi } from './notifications.ts'

/** What the PIM's screens ask the PIM. */
export interface ScreensApi {
  access: AccessApi
  apps: AppsApi
  appPermissions: AppPermissionsApi
  audit: AuditApi
  catalogs: CatalogsApi
  connections: ConnectionsApi
  customApps: CustomAppsApi
  eventLogs: EventLogsApi
  eventSubscriptions: EventSubscriptionsApi
  notifications: NotificationsApi
}

export function createScreensApi(fetch: PimFetch): ScreensApi {
  const call = createCall(fetch)
  return {
    access: createAccessApi(call),
    apps: createAppsApi(call),
    appPermissions: createAppPermissionsApi(call),
    audit: createAuditApi(call),
    catalogs: createCatalogsApi(call),
    connections: createConnectionsApi(call),
    customApps: createCustomAppsApi(call),
    eventLogs: createEventLogsApi(call),
    eventSubscriptions: createEventSubscriptionsApi(call),
    notifications: createNotificationsApi(call),
  }
}
