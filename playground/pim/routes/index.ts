import { createRouter, type PimRouter } from './router.ts'
import { apiRoutes } from './api/index.ts'
import { internalRoutes } from './internal/index.ts'
import { oauthRoutes } from './oauth/index.ts'
import { controlRoutes, type ControlOptions } from './control/index.ts'
import { noRoute } from './no-route.ts'

/** All routes of the PIM, each vocabulary with its own errors. Built once per PIM. */
export function createPimRoutes(
  options: Omit<ControlOptions, 'describe'> & { readonly control: boolean },
): PimRouter {
  const router = createRouter()
  // Long, and wanted by few.
  const describe = async (url: string) =>
    (await import('./openapi/openapi.ts')).describeApi(router, url)
  router.route('/', oauthRoutes())
  router.route('/', internalRoutes())
  router.route('/', apiRoutes())
  if (options.control) router.route('/', controlRoutes({ ...options, describe }))
  router.notFound((context) => noRoute(router, context))
  // What no vocabulary knows leaves the routes, so that the store undoes what was written.
  router.onError((error) => {
    throw error
  })
  return router
}
