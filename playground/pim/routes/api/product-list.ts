import type { Product } from '../../domain/catalogue-state.ts'
import { PimError } from '../../domain/error.ts'
import { findProducts, type ProductQuery } from '../../domain/product.ts'
import { jsonText } from '../../http/json-text.ts'
import {
  itemText,
  pageEnvelope,
  readPageOrSearchAfter,
  searchAfterEnvelope,
  type Page,
  type SearchAfter,
} from '../../http/pagination.ts'
import { encodeSegment, listOf, type Query } from '../../http/query.ts'
import type { PimContext } from '../router.ts'
import { parsedSearch } from './list.ts'
import type { ProductShape, ProductWriter } from './product-wire.ts'

/** The right that reading products takes (contract G.3). */
export const productRight = { acl: 'pim_api_product_list', entities: 'products' }

interface ProductList {
  readonly path: string
  readonly query: Query
  readonly write: ProductWriter
  /** What an item is known by in its address. */
  readonly keyOf: (product: Product) => string
  /** A cursor that stands for a product, and what it stands for. */
  readonly cursor: {
    readonly of: (uuid: string) => string
    readonly read: (text: string) => string
  }
  /** Where the documentation tells of going past the last page. */
  readonly documentation: string
}

const manual = 'http://api.akeneo.com/documentation/pagination.html'
const window = 10_000

/** Answers one part of the products that a query finds, by page or by cursor (contract I.2). */
export function answerProducts(context: PimContext, list: ProductList): Response {
  const { operation } = context.env
  const { query, path } = list
  const asked = readProductQuery(query)
  const part = readPageOrSearchAfter(query)
  const found = findProducts(operation, asked)
  const shape = readShape(query)
  const start = startOf(part, found, list)
  const uuids = found.slice(start, start + part.limit)
  const address = `${operation.url}${path}`
  const items = uuids.map((uuid) => {
    const product = operation.products.get(uuid) as Product
    const text = list.write(operation, product, shape)
    return itemText(`${address}/${encodeSegment(list.keyOf(product))}`, text)
  })
  const excerpt = { address, parameters: parametersOf(query, part, asked), items }
  if (part.type === 'page') return jsonText(context, pageEnvelope(part, excerpt, found.length))
  const last = uuids.at(-1)
  const next = last === undefined ? undefined : list.cursor.of(last)
  return jsonText(context, searchAfterEnvelope(part, excerpt, next))
}

/** What a query asks to be shown of each product. */
export function readShape(query: Query): ProductShape {
  return {
    attributes: listOf(query, 'attributes'),
    locales: listOf(query, 'locales'),
    scope: query.get('scope'),
    withAttributeOptions: query.get('with_attribute_options') === 'true',
    withCompletenesses: query.get('with_completenesses') === 'true',
  }
}

/** What a query adds to one product: single products are always shown with all values. */
export function readAdditions(query: Query): ProductShape {
  return { ...readShape(query), attributes: undefined, locales: undefined, scope: undefined }
}

function readProductQuery(query: Query): ProductQuery {
  const search = query.has('search') ? parsedSearch(query) : undefined
  if (search !== undefined && (typeof search !== 'object' || search === null)) {
    throw new PimError('bad-request', 'Search query parameter should be valid JSON.')
  }
  return {
    search,
    scope: query.get('scope'),
    locales: listOf(query, 'locales'),
    attributes: listOf(query, 'attributes'),
    searchLocale: query.get('search_locale'),
    searchScope: query.get('search_scope'),
  }
}

function startOf(part: Page | SearchAfter, found: readonly string[], list: ProductList): number {
  if (part.type === 'search_after') {
    if (part.after === undefined) return 0
    const after = list.cursor.read(part.after)
    const next = found.findIndex((uuid) => uuid > after)
    return next < 0 ? found.length : next
  }
  if (part.number * part.limit > window) {
    throw new PimError(
      'unprocessable',
      'You have reached the maximum number of pages you can retrieve with the "page" pagination type. Please use the search after pagination type instead',
      { documentation: `${manual}#${list.documentation}` },
    )
  }
  return (part.number - 1) * part.limit
}

/** The query as it takes effect, in the order in which the PIM writes it into links. */
function parametersOf(
  query: Query,
  part: Page | SearchAfter,
  { search }: ProductQuery,
): ReadonlyMap<string, string> {
  const parameters = new Map([
    ['with_count', query.get('with_count') ?? 'false'],
    ['pagination_type', part.type],
    ['limit', String(part.limit)],
  ])
  if (search !== undefined && Object.keys(search).length > 0) {
    parameters.set('search', escaped(JSON.stringify(search)))
  }
  for (const name of ['scope', 'search_scope', 'search_locale']) {
    const value = query.get(name)
    if (value !== undefined) parameters.set(name, value)
  }
  for (const name of ['locales', 'attributes']) {
    const codes = query.get(name)
    if (codes !== undefined) parameters.set(name, codes)
  }
  for (const name of ['with_attribute_options', 'with_completenesses']) {
    if (query.get(name) === 'true') parameters.set(name, 'true')
  }
  return parameters
}

/** JSON as PHP writes it: slashes and what is not ASCII are escaped. */
function escaped(text: string): string {
  return text.replaceAll('/', '\\/').replaceAll(/[\u0080-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
