import { countRead } from '../../domain/audit.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import {
  eitherMissing,
  findCatalogProducts,
  getCatalogProduct,
  type CatalogQuery,
} from '../../domain/catalog-products.ts'
import {
  disableInvalid,
  selectionOf,
  shownValues,
  type Selects,
} from '../../domain/catalog-selection.ts'
import type { Product, Values } from '../../domain/catalogue-state.ts'
import { PimError } from '../../domain/error.ts'
import type { Operation } from '../../domain/operation.ts'
import { hasRequired, mapProduct } from '../../domain/product-mapping.ts'
import { getMappingSchema } from '../../domain/product-mapping-schema.ts'
import type { Catalog } from '../../domain/state.ts'
import { addressWith, type Query } from '../../http/query.ts'
import { json } from '../../http/respond.ts'
import { parameter, type PimContext, type PimRouter } from '../router.ts'
import { attempt } from './attempt.ts'
import { allowCatalogs, catalogPath, ownCatalog } from './catalogs.ts'
import { readAdditions } from './product-query.ts'
import { productByUuid } from './product-wire.ts'

/** A product as one of a catalog's lists tells of it; nothing where it has nothing to tell. */
type Item = (operation: Operation, catalog: Catalog, product: Product) => unknown

const usualLimit = 100

/** What of each product is listed under which name. */
const lists: readonly [name: string, item: Item][] = [
  ['products', shown],
  ['product-uuids', (_operation, _catalog, { uuid }) => uuid],
  ['product-identifiers', (_operation, _catalog, { identifier }) => identifier ?? undefined],
  ['mapped-products', mapped],
]

/** The products of a catalog: whole, by name, or as its mapping schema asks (contract I.7). */
export function catalogProductRoutes(router: PimRouter): void {
  for (const [name, item] of lists) {
    router.get(`${catalogPath}/:id/${name}`, (context) => {
      const { caller, query } = allowProducts(context)
      const catalog = ownCatalog(context, caller)
      const selects = readSelection(context, catalog, name)
      if (selects instanceof Response) return selects
      return answerList(context, { name, query, catalog, selects, item })
    })
  }
  for (const [name, item] of lists.filter(([each]) => each.endsWith('products'))) {
    router.get(`${catalogPath}/:id/${name}/:uuid`, (context) => {
      const { operation } = context.env
      const { caller } = allowProducts(context)
      const uuid = parameter(context, 'uuid')
      const catalog = eitherCatalog(context, caller, uuid)
      const selects = readSelection(context, catalog, name)
      if (selects instanceof Response) return selects
      const product = getCatalogProduct(operation, catalog, uuid, selects)
      countRead(operation, 1)
      return json(context, 200, item(operation, catalog, product))
    })
  }
}

function allowProducts(context: PimContext): { readonly caller: Caller; readonly query: Query } {
  const admitted = allowCatalogs(context)
  const message = 'Access forbidden. You are not allowed to access products.'
  requireAcl(context.env.operation, admitted.caller, 'pim_api_product_list', message)
  return admitted
}

function eitherCatalog(context: PimContext, caller: Caller, uuid: string): Catalog {
  try {
    return ownCatalog(context, caller)
  } catch (error) {
    if (!(error instanceof PimError)) throw error
    const message = eitherMissing(parameter(context, 'id'), uuid)
    throw new PimError('not-found', message, { cause: error })
  }
}

/** Which products are listed; or, with 200, why there are none: not enabled, or without what a mapping needs. */
function readSelection(context: PimContext, catalog: Catalog, name: string): Selects | Response {
  const { operation } = context.env
  const is = catalog.enabled ? '' : 'not '
  if (!operation.check('catalog.enabled', catalog.enabled, `The catalog is ${is}enabled`)) {
    return refuseDisabled(context, catalog)
  }
  const selects = validSelection(operation, catalog)
  if (!selects) return refuseDisabled(context, catalog)
  if (!name.startsWith('mapped')) return selects
  if (catalog.productMappingSchema === undefined) {
    const error =
      'Impossible to map products: no product mapping schema available for this catalog.'
    return json(context, 200, { error })
  }
  const schema = getMappingSchema(operation, catalog)
  return (product) => selects(product) && hasRequired(schema, mapped(operation, catalog, product))
}

/** Which products a catalog has; one whose criteria name what is not there any more is switched off instead. */
function validSelection(operation: Operation, catalog: Catalog): Selects | undefined {
  const because = 'The criteria of the catalog name only what is there'
  try {
    return attempt(operation, 'catalog.valid', because, () => selectionOf(operation, catalog))
  } catch (error) {
    if (!(error instanceof PimError)) throw error
    disableInvalid(operation, catalog)
    return undefined
  }
}

function refuseDisabled(context: PimContext, { id }: Catalog): Response {
  const error = `No products to synchronize. The catalog ${id} has been disabled on the PIM side. Note that you can get catalogs status with the GET /api/rest/v1/catalogs endpoint.`
  return json(context, 200, { error })
}

interface List {
  readonly name: string
  readonly query: Query
  readonly catalog: Catalog
  readonly selects: Selects
  readonly item: Item
}

function answerList(context: PimContext, list: List): Response {
  const { operation } = context.env
  const { name, query, catalog, selects, item } = list
  const asked = readQuery(query)
  const rules = 'Cursor, limit and dates follow the rules of the list'
  const found = attempt(operation, 'query.valid', rules, () =>
    findCatalogProducts(operation, asked, selects),
  )
  countRead(operation, found.length)
  const address = `${operation.url}${catalogPath}/${catalog.id}/${name}`
  const link = (after: string | undefined): object => ({
    href: addressWith(address, parametersOf(asked, after)),
  })
  const last = found.at(-1)
  const links = {
    self: link(asked.after),
    first: link(undefined),
    ...(last && found.length >= asked.limit && { next: link(last.uuid) }),
  }
  const items = found
    .map((product) => item(operation, catalog, product))
    .filter((each) => each !== undefined)
  return json(context, 200, { _links: links, _embedded: { items } })
}

function readQuery(query: Query): CatalogQuery {
  const limit = query.get('limit')
  return {
    after: query.get('search_after'),
    limit: limit === undefined ? usualLimit : Math.trunc(Number.parseFloat(limit)) || 0,
    updatedAfter: query.get('updated_after'),
    updatedBefore: query.get('updated_before'),
  }
}

function parametersOf(asked: CatalogQuery, after: string | undefined): [string, string][] {
  const parameters: [string, string | undefined][] = [
    ['search_after', after],
    ['limit', String(asked.limit)],
    ['updated_after', asked.updatedAfter],
    ['updated_before', asked.updatedBefore],
  ]
  return parameters.filter((entry): entry is [string, string] => entry[1] !== undefined)
}

function shown(operation: Operation, catalog: Catalog, product: Product): object {
  const locales = catalog.productValueFilters?.locales
  const shape = { ...readAdditions(new Map()), ...(locales?.length && { locales }) }
  const wire = productByUuid(operation, product, shape) as { readonly values: Values }
  return { ...wire, values: shownValues(operation, catalog, wire.values) }
}

function mapped(operation: Operation, catalog: Catalog, product: Product) {
  return mapProduct(
    operation,
    product,
    getMappingSchema(operation, catalog),
    catalog.productMapping,
  )
}
