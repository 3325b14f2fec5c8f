import { storeApps } from '../../domain/app.ts'
import { json } from '../../http/respond.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { appOnWire, extensionOnWire } from './app-on-wire.ts'
import { fromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'

/** What the App Store lists (contract D.3). */
export function marketplaceRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)
  router.get(
    '/rest/marketplace/apps',
    fromScreen((context) => {
      const { operation } = context.env
      const apps = storeApps(operation).map((app) => appOnWire(operation, app))
      return json(context, 200, { total: apps.length, apps })
    }),
  )
  router.get(
    '/rest/marketplace/extensions',
    fromScreen((context) => {
      const extensions = context.env.operation.marketplace.extensions.map(extensionOnWire)
      return json(context, 200, { total: extensions.length, extensions })
    }),
  )
  router.get(
    '/rest/marketplace/marketplace-url',
    fromScreen((context) => json(context, 200, context.env.operation.marketplace.url)),
  )
  return router
}
