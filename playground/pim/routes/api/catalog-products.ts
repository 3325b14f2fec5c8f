import { countRead } from '../../domain/audit.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import {
  eitherMissing,
  findCatalogProducts,
  getCatalogProduct,
  type CatalogQuery,
} from '../../domain/catalog-products.ts'
import type { Product } from '../../domain/catalogue-state.ts'
import { PimError } from '../../domain/error.ts'
import { hasMappingSchema } from '../../domain/product-mapping-schema.ts'
import type { Catalog } from '../../domain/state.ts'
import { jsonText } from '../../http/json-text.ts'
import { addressWith, type Query } from '../../http/query.ts'
import { json } from '../../http/respond.ts'
import { parameter, type PimContext, type PimRouter } from '../router.ts'
import { attempt } from './attempt.ts'
import { allowCatalogs, catalogPath, ownCatalog } from './catalogs.ts'
import { readAdditions } from './product-query.ts'
import { productByUuid } from './product-wire.ts'

type WriteItem = (context: PimContext, product: Product) => string | undefined

const usualLimit = 100

/** What of each product is listed under which name. */
const lists: readonly [name: string, write: WriteItem][] = [
  ['products', (context, product) => whole(context, product)],
  ['product-uuids', (_, { uuid }) => JSON.stringify(uuid)],
  [
    'product-identifiers',
    (_, { identifier }) => (identifier === null ? undefined : JSON.stringify(identifier)),
  ],
  ['mapped-products', (_, product) => mapped(product)],
]

/** The products of a catalog: whole, by name, or as its mapping schema asks (contract I.7). */
export function catalogProductRoutes(router: PimRouter): void {
  for (const [name, write] of lists) {
    router.get(`${catalogPath}/:id/${name}`, (context) => {
      const { caller, query } = allowProducts(context)
      const catalog = ownCatalog(context, caller)
      return refuseReading(context, catalog, name) ?? answerList(context, { name, query, write })
    })
  }
  for (const [name, write] of lists.filter(([each]) => each.endsWith('products'))) {
    router.get(`${catalogPath}/:id/${name}/:uuid`, (context) => {
      const { caller } = allowProducts(context)
      const uuid = parameter(context, 'uuid')
      const catalog = eitherCatalog(context, caller, uuid)
      const refused = refuseReading(context, catalog, name)
      if (refused) return refused
      const product = getCatalogProduct(context.env.operation, catalog, uuid)
      countRead(context.env.operation, 1)
      return jsonText(context, write(context, product) ?? '{}')
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

/** A catalog that is not enabled, or without what a mapping needs, is answered with the reason and 200. */
function refuseReading(context: PimContext, catalog: Catalog, name: string): Response | undefined {
  const { operation } = context.env
  const is = catalog.enabled ? '' : 'not '
  if (!operation.check('catalog.enabled', catalog.enabled, `The catalog is ${is}enabled`)) {
    const error = `No products to synchronize. The catalog ${catalog.id} has been disabled on the PIM side. Note that you can get catalogs status with the GET /api/rest/v1/catalogs endpoint.`
    return json(context, 200, { error })
  }
  if (!name.startsWith('mapped') || hasMappingSchema(operation, catalog)) return undefined
  const error = 'Impossible to map products: no product mapping schema available for this catalog.'
  return json(context, 200, { error })
}

interface List {
  readonly name: string
  readonly query: Query
  readonly write: WriteItem
}

function answerList(context: PimContext, { name, query, write }: List): Response {
  const { operation } = context.env
  const asked = readQuery(query)
  const rules = 'Cursor, limit and dates follow the rules of the list'
  const found = attempt(operation, 'query.valid', rules, () =>
    findCatalogProducts(operation, asked),
  )
  countRead(operation, found.length)
  const address = `${operation.url}${catalogPath}/${parameter(context, 'id')}/${name}`
  const link = (after: string | undefined): object => ({
    href: addressWith(address, parametersOf(asked, after)),
  })
  const last = found.at(-1)
  const links = {
    self: link(asked.after),
    first: link(undefined),
    ...(last && found.length >= asked.limit && { next: link(last.uuid) }),
  }
  const items = found.map((product) => write(context, product)).filter((text) => text !== undefined)
  return jsonText(
    context,
    `{"_links":${JSON.stringify(links)},"_embedded":{"items":[${items.join(',')}]}}`,
  )
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

function whole(context: PimContext, product: Product): string {
  return JSON.stringify(productByUuid(context.env.operation, product, readAdditions(new Map())))
}

/** As long as no user of the PIM said where a value comes from, a mapped product has nothing but its UUID. */
function mapped({ uuid }: Product): string {
  return JSON.stringify({ uuid })
}
