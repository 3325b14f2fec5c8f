import { enabledOnly } from '../../domain/catalog-selection.ts'
import { PimError } from '../../domain/error.ts'
import {
  listCatalogsOf,
  manageCatalog,
  updateManagedCatalog,
} from '../../domain/managed-catalog.ts'
import { targetsOf } from '../../domain/mapping-target.ts'
import type { Catalog } from '../../domain/state.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { choicesOf, targetToWire } from './catalog-choices.ts'
import { readCatalogUpdate } from './catalog-update.ts'
import { fromScreen } from './from-screen.ts'
import { catalogsProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

/** The catalogs of a connected app, as people see, fill and switch them (contract H.3). */
export function managedCatalogRoutes(): PimRouter {
  const router = createRouter()
  router.onError(catalogsProblem)
  const path = '/rest/catalogs/:id'

  router.get(
    '/rest/catalogs',
    fromScreen((context, caller) => {
      const owner = context.req.query('owner') ?? ''
      if (owner === '') throw new PimError('bad-request', 'owner must not be empty.')
      const catalogs = listCatalogsOf(context.env.operation, caller, owner)
      return json(context, 200, catalogs.map(listed))
    }),
  )

  router.get(
    '/rest/catalogs/choices',
    fromScreen((context) => json(context, 200, choicesOf(context.env.operation))),
  )

  router.get(
    path,
    fromScreen((context, caller) => {
      const { operation } = context.env
      const catalog = manageCatalog(operation, caller, parameter(context, 'id'))
      return json(context, 200, {
        ...listed(catalog),
        product_selection_criteria: catalog.productSelectionCriteria ?? enabledOnly,
        product_value_filters: catalog.productValueFilters ?? {},
        product_mapping: catalog.productMapping ?? {},
        has_product_mapping_schema: catalog.productMappingSchema !== undefined,
      })
    }),
  )

  router.get(
    `${path}/mapping-targets`,
    fromScreen((context, caller) => {
      const catalog = manageCatalog(context.env.operation, caller, parameter(context, 'id'))
      const { productMappingSchema: schema } = catalog
      if (schema === undefined) throw new PimError('not-found', 'There is no mapping schema.')
      return json(context, 200, targetsOf(schema).map(targetToWire))
    }),
  )

  router.patch(
    path,
    fromScreen((context, caller) => {
      const { operation } = context.env
      const catalog = manageCatalog(operation, caller, parameter(context, 'id'))
      updateManagedCatalog(operation, catalog, readCatalogUpdate(readRecord(context)))
      return empty(context, 204)
    }),
  )

  return router
}

function listed({ id, name, enabled, owner }: Catalog) {
  return { id, name, enabled, owner_username: owner }
}
