import { createRouter, type PimRouter } from '../router.ts'
import { appTokenRoutes } from './app-token.ts'
import { authorizeRoutes } from './authorize.ts'
import { connectedAppPageRoutes, scopeRoutes } from './connected-app.ts'
import { connectionTokenRoutes } from './connection-token.ts'
import { loginRoutes } from './login.ts'
import { publicKeyRoutes } from './public-key.ts'

/** Tokens, and what an app's activation passes through (contract C, E, F). */
export function oauthRoutes(): PimRouter {
  const router = createRouter()
  router.route('/', connectionTokenRoutes())
  router.route('/', loginRoutes())
  router.route('/', authorizeRoutes())
  router.route('/', appTokenRoutes())
  router.route('/', publicKeyRoutes())
  router.route('/', scopeRoutes())
  router.route('/', connectedAppPageRoutes())
  return router
}
