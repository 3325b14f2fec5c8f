import { countRead } from '../../domain/audit.ts'
import { PimError } from '../../domain/error.ts'
import type { Found } from '../../domain/found.ts'
import type { Operation } from '../../domain/operation.ts'
import type { ProductQuery } from '../../domain/product.ts'
import { jsonText } from '../../http/json-text.ts'
import {
  pageEnvelope,
  readPageOrSearchAfter,
  searchAfterEnvelope,
  type Item,
  type Page,
  type SearchAfter,
} from '../../http/pagination.ts'
import type { Query } from '../../http/query.ts'
import type { PimContext } from '../router.ts'
import { attempt } from './attempt.ts'
import { parametersOf, readProductQuery, readShape } from './product-query.ts'
import type { ProductShape } from './product-wire.ts'

/** The right that reading products takes (contract G.3). */
export const productRight = { acl: 'pim_api_product_list', entities: 'products' }

interface ProductList {
  readonly path: string
  readonly query: Query
  /** Whether the dashboard counts what is read. */
  readonly isCounted: boolean
  /** How many there are in all. */
  readonly size: number
  /** What a query finds, by key. */
  readonly find: (operation: Operation, query: ProductQuery) => Found
  readonly item: (key: string, shape: ProductShape) => Item
  /** A cursor that stands for an item, and what it stands for. */
  readonly cursor: {
    readonly of: (key: string) => string
    readonly read: (text: string) => string
  }
  /** Where the documentation tells of going past the last page. */
  readonly documentation: string
}

const manual = 'http://api.akeneo.com/documentation/pagination.html'
const window = 10_000

/** Answers one part of the products or models that a query finds, by page or by cursor (contract I.2). */
export function answerProducts(context: PimContext, list: ProductList): Response {
  const { operation } = context.env
  const { query, path } = list
  const rules = 'Paging, search and filters follow the rules of the list'
  const { asked, part, keys, total } = attempt(operation, 'query.valid', rules, () =>
    find(operation, list),
  )
  const found = total ?? `at least ${keys.length}`
  operation.check('search.found', true, `${found} of ${list.size} meet the query`)
  const shape = readShape(query)
  const items = keys.map((key) => list.item(key, shape))
  if (list.isCounted) countRead(operation, items.length)
  const address = `${operation.url}${path}`
  const excerpt = { address, parameters: parametersOf(query, part, asked), items }
  if (part.type === 'page') return jsonText(context, pageEnvelope(part, excerpt, total))
  const last = keys.at(-1)
  const next = last === undefined ? undefined : list.cursor.of(last)
  return jsonText(context, searchAfterEnvelope(part, excerpt, next))
}

/** What is asked for, the part of what is found that it asks for, and how many there are if it asks. Throws `PimError`. */
function find(operation: Operation, list: ProductList) {
  const asked = readProductQuery(list.query)
  const part = readPageOrSearchAfter(list.query)
  const found = list.find(operation, asked)
  const keys = partOf(found, part, list)
  const total = part.type === 'page' && part.withCount ? found.count() : undefined
  return { asked, part, keys, total }
}

function partOf(found: Found, part: Page | SearchAfter, list: ProductList): readonly string[] {
  if (part.type === 'search_after') {
    if (part.after === undefined) return found.page(0, part.limit)
    return found.behind(list.cursor.read(part.after), part.limit)
  }
  if (part.number * part.limit > window) {
    throw new PimError(
      'unprocessable',
      'You have reached the maximum number of pages you can retrieve with the "page" pagination type. Please use the search after pagination type instead',
      { documentation: `${manual}#${list.documentation}` },
    )
  }
  return found.page((part.number - 1) * part.limit, part.limit)
}
