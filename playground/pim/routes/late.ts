import { apiRoutes } from './api/index.ts'
import { managedCatalogRoutes } from './internal/catalogs.ts'
import type { PimRouter } from './router.ts'

/** The routes that stand on the product catalogue, and with them the half of the PIM that few pages need at once. */
export function lateRoutes(): PimRouter[] {
  return [apiRoutes(), managedCatalogRoutes()]
}
