import { PimError } from '../../domain/error.ts'
import type { ProductQuery } from '../../domain/product.ts'
import { listOf, type Query } from '../../http/query.ts'
import type { Page, SearchAfter } from '../../http/pagination.ts'
import { parsedSearch } from './list.ts'
import type { ProductShape } from './product-wire.ts'

/** What a query asks to be shown of each product. */
export function readShape(query: Query): ProductShape {
  return {
    attributes: onceEach(listOf(query, 'attributes')),
    locales: onceEach(listOf(query, 'locales')),
    scope: query.get('scope'),
    withAttributeOptions: query.get('with_attribute_options') === 'true',
    withCompletenesses: query.get('with_completenesses') === 'true',
  }
}

function onceEach(codes: readonly string[] | undefined): readonly string[] | undefined {
  return codes && [...new Set(codes)]
}

/** What a query adds to one product: single products are always shown with all values. */
export function readAdditions(query: Query): ProductShape {
  return { ...readShape(query), attributes: undefined, locales: undefined, scope: undefined }
}

/** What a query asks of the list. Throws `bad-request` when the search is no JSON object. */
export function readProductQuery(query: Query): ProductQuery {
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

/** The query as it takes effect, in the order in which the PIM writes it into links. */
export function parametersOf(
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
