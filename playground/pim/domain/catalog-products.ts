import { placeBehind } from '../store/sorted-keys.ts'
import type { Selects } from './catalog-selection.ts'
import type { Product } from './catalogue-state.ts'
import { refuseViolations, type Violation } from './error.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { isUuid } from './product-by-uuid.ts'
import type { Catalog } from './state.ts'

const greatestLimit = 1000

/** What is asked of the products of a catalog (contract I.7). */
export interface CatalogQuery {
  /** UUID of the last product that is known already. */
  readonly after: string | undefined
  readonly limit: number
  /** ISO 8601 with offset. */
  readonly updatedAfter: string | undefined
  readonly updatedBefore: string | undefined
}

/** The products of a catalog by UUID, at most as many as are asked for. Throws `violations`. */
export function findCatalogProducts(
  operation: Operation,
  query: CatalogQuery,
  selects: Selects,
): Product[] {
  refuseViolations(queryViolations(query))
  const after = query.after?.toLowerCase() ?? ''
  const earliest = query.updatedAfter === undefined ? -Infinity : Date.parse(query.updatedAfter)
  const latest = query.updatedBefore === undefined ? Infinity : Date.parse(query.updatedBefore)
  const found: Product[] = []
  const uuids = operation.products.sortedKeys()
  for (let place = placeBehind(uuids, after); place < uuids.length; place += 1) {
    if (found.length >= query.limit) break
    const product = operation.products.get(uuids[place] as string) as Product
    const updated = Date.parse(product.updated)
    if (updated >= earliest && updated <= latest && selects(product)) found.push(product)
  }
  return found
}

/** One product of a catalog. Throws `not-found`. */
export function getCatalogProduct(
  operation: Operation,
  { id }: Catalog,
  uuid: string,
  selects: Selects,
): Product {
  const product = operation.products.get(uuid.toLowerCase())
  const own = product && selects(product) ? product : undefined
  return known(operation, own, 'Product', uuid, eitherMissing(id, uuid))
}

/** What is said where the catalog or the product is not there, or not the caller's. */
export function eitherMissing(id: string, uuid: string): string {
  return `Either catalog "${id}" does not exist or you can't access it, or product "${uuid}" does not exist or you do not have permission to access it.`
}

function queryViolations(query: CatalogQuery): (Violation | undefined)[] {
  const { after, limit, updatedAfter, updatedBefore } = query
  return [
    after === undefined || isUuid(after)
      ? undefined
      : { property: 'search_after', message: 'This is not a valid UUID.' },
    limit >= 1 && limit <= greatestLimit
      ? undefined
      : {
          property: 'limit',
          message: `This value should be between 1 and ${greatestLimit}.`,
        },
    dateViolation('updated_after', updatedAfter),
    dateViolation('updated_before', updatedBefore),
  ]
}

function dateViolation(property: string, text: string | undefined): Violation | undefined {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/
  if (text === undefined || (shape.test(text) && !Number.isNaN(Date.parse(text)))) return undefined
  return { property, message: 'This value is not a valid datetime.' }
}
