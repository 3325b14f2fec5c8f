import { createRouter, type PimRouter } from '../router.ts'
import { connectionTokenRoutes } from './connection-token.ts'

/** Tokens, and what an app's activation passes through (contract C, E, F). */
export function oauthRoutes(): PimRouter {
  const router = createRouter()
  router.route('/', connectionTokenRoutes())
  return router
}
