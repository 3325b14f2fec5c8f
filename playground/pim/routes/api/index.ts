import { createRouter, type PimRouter } from '../router.ts'
import { apiProblem } from './problem.ts'

/** The REST API under `/api/rest/v1` (contract I). */
export function apiRoutes(): PimRouter {
  const router = createRouter()
  router.onError(apiProblem)
  return router
}
