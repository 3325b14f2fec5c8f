import { createRouter, type PimRouter } from '../router.ts'

/** @todo */
export function internalRoutes(): PimRouter {
  return createRouter()
}
