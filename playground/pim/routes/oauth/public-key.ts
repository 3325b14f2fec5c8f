import { requireOpenIdKey } from '../../domain/id-token.ts'
import { json } from '../../http/respond.ts'
import { createRouter, type PimRouter } from '../router.ts'
import { tokenProblem } from './problem.ts'

/** `GET /connect/apps/v1/openid/public-key`: what an app checks id_tokens with (contract F.2). */
export function publicKeyRoutes(): PimRouter {
  const router = createRouter()
  router.onError(tokenProblem)
  router.get('/connect/apps/v1/openid/public-key', (context) =>
    json(context, 200, { public_key: requireOpenIdKey(context.env.operation).certificate }),
  )
  return router
}
