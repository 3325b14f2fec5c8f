import { createRouter, type PimRouter } from '../router.ts'
import { accessRoutes } from './access.ts'
import { appPermissionRoutes } from './app-permissions.ts'
import { activationRoutes, confirmationRoutes } from './activation.ts'
import { auditRoutes } from './audit.ts'
import { connectedAppRoutes } from './connected-apps.ts'
import { connectionRoutes } from './connections.ts'
import { customAppRoutes } from './custom-apps.ts'
import { eventLogRoutes } from './event-logs.ts'
import { marketplaceRoutes } from './marketplace.ts'
import { mediaRoutes } from './media.ts'
import { notificationRoutes } from './notifications.ts'
import { testAppRoutes } from './test-apps.ts'
import { webhookRoutes } from './webhooks.ts'

/** What the PIM's own screens call (contract B.4, D.3, E, H.1), and programs in their place (D.4), but for catalogs. */
export function internalRoutes(): PimRouter {
  const router = createRouter()
  const groups = [
    accessRoutes(),
    auditRoutes(),
    connectionRoutes(),
    webhookRoutes(),
    eventLogRoutes(),
    mediaRoutes(),
    customAppRoutes(),
    marketplaceRoutes(),
    activationRoutes(),
    confirmationRoutes(),
    connectedAppRoutes(),
    appPermissionRoutes(),
    notificationRoutes(),
    testAppRoutes(),
  ]
  for (const group of groups) router.route('/', group)
  return router
}
