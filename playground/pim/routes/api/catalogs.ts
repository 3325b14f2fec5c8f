import { requireAcl, type Caller } from '../../domain/caller.ts'
import {
  createCatalog,
  deleteCatalog,
  findCatalogs,
  getCatalog,
  updateCatalog,
} from '../../domain/catalog.ts'
import type { Catalog } from '../../domain/state.ts'
import { jsonText } from '../../http/json-text.ts'
import { itemOf, pageEnvelope, readPage } from '../../http/pagination.ts'
import type { Query } from '../../http/query.ts'
import { empty, json } from '../../http/respond.ts'
import { parameter, type PimContext, type PimRouter } from '../router.ts'
import { attempt } from './attempt.ts'
import { allowChange, readFields } from './change.ts'
import { base } from './list.ts'
import { admit } from './read.ts'

export const catalogPath = `${base}/catalogs`

const usualLimit = 100
export const catalogEdit = { acl: 'pim_api_catalog_edit', to: 'edit app catalogs' }
const removal = { acl: 'pim_api_catalog_remove', to: 'delete app catalogs' }

/** `/catalogs`: the catalogs of the app whose token is sent (contract I.7). */
export function catalogRoutes(router: PimRouter): void {
  router.get(catalogPath, (context) => {
    const { operation } = context.env
    const { caller, query } = allowCatalogs(context)
    const page = attempt(operation, 'query.valid', 'Paging follows the rules of the list', () =>
      readPage(query, usualLimit),
    )
    const found = findCatalogs(operation, caller)
    const start = (page.number - 1) * page.limit
    const address = `${operation.url}${catalogPath}`
    const items = found
      .slice(start, start + page.limit)
      .map((catalog) => itemOf(`${address}/${catalog.id}`, toWire(catalog)))
    const parameters = new Map([
      ['limit', String(page.limit)],
      ['with_count', String(page.withCount)],
    ])
    return jsonText(context, pageEnvelope(page, { address, parameters, items }, found.length))
  })
  router.post(catalogPath, (context) => {
    const caller = allowChange(context, catalogEdit)
    const fields = readFields(context)
    const catalog = attempt(context.env.operation, 'change.allowed', 'The name is valid', () =>
      createCatalog(context.env.operation, caller, fields),
    )
    return json(context, 201, toWire(catalog))
  })
  router.get(`${catalogPath}/:id`, (context) => {
    const { caller } = allowCatalogs(context)
    return json(context, 200, toWire(ownCatalog(context, caller)))
  })
  router.patch(`${catalogPath}/:id`, (context) => {
    const caller = allowChange(context, catalogEdit)
    const fields = readFields(context)
    const catalog = attempt(context.env.operation, 'change.allowed', 'The name is valid', () =>
      updateCatalog(context.env.operation, caller, context.req.param('id'), fields),
    )
    return json(context, 200, toWire(catalog))
  })
  router.delete(`${catalogPath}/:id`, (context) => {
    const caller = allowChange(context, removal, null)
    deleteCatalog(context.env.operation, caller, context.req.param('id'))
    return empty(context, 204)
  })
}

/** What every read of catalogs begins with. */
export function allowCatalogs(context: PimContext): {
  readonly caller: Caller
  readonly query: Query
} {
  const admitted = admit(context)
  const message = 'Access forbidden. You are not allowed to access app catalogs.'
  requireAcl(context.env.operation, admitted.caller, 'pim_api_catalog_list', message)
  return admitted
}

/** The catalog that the address names. Throws `not-found`. */
export function ownCatalog(context: PimContext, caller: Caller): Catalog {
  return getCatalog(context.env.operation, caller, parameter(context, 'id'))
}

function toWire({ id, name, enabled }: Catalog): object {
  return { id, name, enabled }
}
