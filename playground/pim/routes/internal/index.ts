import { createRouter, type PimRouter } from '../router.ts'
import { accessRoutes } from './access.ts'
import { connectionRoutes } from './connections.ts'
import { mediaRoutes } from './media.ts'

/** What the PIM's own screens call (contract B.4, D.3, E, H.1). */
export function internalRoutes(): PimRouter {
  const router = createRouter()
  router.route('/', accessRoutes())
  router.route('/', connectionRoutes())
  router.route('/', mediaRoutes())
  return router
}
