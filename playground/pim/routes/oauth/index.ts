import { createRouter, type PimRouter } from '../router.ts'

/** @todo */
export function oauthRoutes(): PimRouter {
  return createRouter()
}
