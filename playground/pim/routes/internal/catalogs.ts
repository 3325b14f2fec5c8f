import { PimError } from '../../domain/error.ts'
import { enableCatalog, listCatalogsOf, manageCatalog } from '../../domain/managed-catalog.ts'
import type { Catalog } from '../../domain/state.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { fromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

/** The catalogs of a connected app, as people see and switch them (contract H.3). */
export function managedCatalogRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)
  const path = '/rest/catalogs/:id'

  router.get(
    '/rest/catalogs',
    fromScreen((context, caller) => {
      const owner = context.req.query('owner') ?? ''
      if (owner === '') throw new PimError('bad-request', 'owner must not be empty.')
      const catalogs = listCatalogsOf(context.env.operation, caller, owner)
      return json(context, 200, catalogs.map(toWire))
    }),
  )

  router.get(
    path,
    fromScreen((context, caller) => {
      const catalog = manageCatalog(context.env.operation, caller, parameter(context, 'id'))
      return json(context, 200, toWire(catalog))
    }),
  )

  router.patch(
    path,
    fromScreen((context, caller) => {
      const { operation } = context.env
      const catalog = manageCatalog(operation, caller, parameter(context, 'id'))
      const content = readRecord(context)
      const enabled = Object.hasOwn(content, 'enabled') ? content['enabled'] : undefined
      if (typeof enabled !== 'boolean') {
        const errors = [
          { propertyPath: '[enabled]', message: 'This value should be of type bool.' },
        ]
        return json(context, 422, { errors, message: 'Catalog is not valid.' })
      }
      enableCatalog(operation, catalog, enabled)
      return empty(context, 204)
    }),
  )

  return router
}

function toWire({ id, name, enabled, owner }: Catalog) {
  return { id, name, enabled, owner_username: owner }
}
