import { createRouter, type PimRouter } from '../router.ts'
import { associationTypeRoutes } from './association-types.ts'
import { attributeGroupRoutes } from './attribute-groups.ts'
import { attributeOptionRoutes } from './attribute-options.ts'
import { attributeRoutes } from './attributes.ts'
import { catalogProductRoutes } from './catalog-products.ts'
import { catalogSchemaRoutes } from './catalog-schemas.ts'
import { catalogRoutes } from './catalogs.ts'
import { categoryRoutes } from './categories.ts'
import { channelRoutes } from './channels.ts'
import { currencyRoutes } from './currencies.ts'
import { familyRoutes } from './families.ts'
import { familyVariantRoutes } from './family-variants.ts'
import { localeRoutes } from './locales.ts'
import { measurementFamilyRoutes } from './measurement-families.ts'
import { apiProblem } from './problem.ts'
import { productModelRoutes } from './product-models.ts'
import { productRoutes } from './products.ts'
import { productUuidRoutes } from './products-uuid.ts'
import { rootRoutes } from './root.ts'
import { systemRoutes } from './system.ts'

/** The REST API under `/api/rest/v1` (contract I). Each resource registers its own routes. */
export function apiRoutes(): PimRouter {
  const router = createRouter()
  router.onError(apiProblem)
  rootRoutes(router)
  systemRoutes(router)
  productRoutes(router)
  productUuidRoutes(router)
  productModelRoutes(router)
  familyRoutes(router)
  familyVariantRoutes(router)
  attributeRoutes(router)
  attributeOptionRoutes(router)
  attributeGroupRoutes(router)
  categoryRoutes(router)
  channelRoutes(router)
  localeRoutes(router)
  currencyRoutes(router)
  associationTypeRoutes(router)
  measurementFamilyRoutes(router)
  catalogRoutes(router)
  catalogProductRoutes(router)
  catalogSchemaRoutes(router)
  return router
}
