import { createRouter, type PimRouter } from '../router.ts'
import { accessRoutes } from './access.ts'

/** What the PIM's own screens call (contract B.4, D.3, E, H.1). */
export function internalRoutes(): PimRouter {
  const router = createRouter()
  router.route('/', accessRoutes())
  return router
}
