import type { Collection } from '../store/collection.ts'
import type { Product } from './catalogue-state.ts'
import { findAmong, type Found } from './found.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { modelCondition } from './product-model.ts'
import { modelCandidates, productCandidates, shortest } from './product-candidates.ts'
import { productCondition } from './product-search.ts'
import { codesOf, readCriteria, stringsOf, unprocessable, type Criterion } from './search.ts'
import { withAncestors, type WithValues } from './variant.ts'

/** What a caller asks of a list of products (contract I.4, I.6). */
export interface ProductQuery {
  readonly search: object | undefined
  /** Channel whose category tree and values are asked for. */
  readonly scope: string | undefined
  readonly locales: readonly string[] | undefined
  readonly attributes: readonly string[] | undefined
  /** For conditions that do not name their own. */
  readonly searchLocale: string | undefined
  readonly searchScope: string | undefined
}

/** The product with this identifier. Throws `not-found`. */
export function getProduct(operation: Operation, identifier: string): Product {
  const [product] = operation.products.where('identifier', identifier)
  return known(operation, product, 'Product', identifier, hidden(identifier))
}

/** The product with this UUID. Throws `not-found`. */
export function getProductByUuid(operation: Operation, uuid: string): Product {
  const product = operation.products.get(uuid.toLowerCase())
  return known(operation, product, 'Product', uuid, hidden(uuid))
}

/** The products that a query finds, by UUID. Throws `unprocessable`. */
export function findProducts(operation: Operation, query: ProductQuery): Found {
  return find(operation, query, {
    collection: operation.products,
    conditionOf: productCondition,
    candidatesOf: productCandidates,
  })
}

/** The product models that a query finds, by code. Throws `unprocessable`. */
export function findProductModels(operation: Operation, query: ProductQuery): Found {
  return find(operation, query, {
    collection: operation.productModels,
    conditionOf: modelCondition,
    candidatesOf: modelCandidates,
  })
}

interface Searched<Entity> {
  readonly collection: Collection<Entity>
  readonly conditionOf: (operation: Operation, criterion: Criterion) => (entity: Entity) => boolean
  readonly candidatesOf: typeof productCandidates
}

function find<Entity extends WithValues>(
  operation: Operation,
  query: ProductQuery,
  { collection, conditionOf, candidatesOf }: Searched<Entity>,
): Found {
  checkAttributes(operation, query.attributes)
  checkScope(operation, query.scope)
  checkLocales(operation, query.locales, query.scope)
  const asked = query.search ? readCriteria(query.search) : []
  checkCategories(operation, asked)
  checkSearchLocales(operation, asked, query.searchLocale)
  const criteria = [...asked, ...ofChannel(operation, query, asked)].map((criterion): Criterion => {
    const { property, operator, value, locales } = criterion
    const locale = criterion.locale ?? query.searchLocale
    const scope = criterion.scope ?? query.searchScope
    return { property, operator, value, locale, locales, scope }
  })
  if (criteria.length === 0) return findAmong(collection.sortedKeys())
  const conditions = criteria.map((criterion) => conditionOf(operation, criterion))
  const candidates = shortest(
    criteria.map((criterion) => candidatesOf(operation, criterion)),
    collection.size,
  )
  return findAmong(candidates ?? collection.sortedKeys(), (key) => {
    const whole = withAncestors(operation, collection.get(key) as Entity)
    return conditions.every((meets) => meets(whole))
  })
}

function hidden(code: string): string {
  return `Product "${code}" does not exist or you do not have permission to access it.`
}

/** A channel only shows what its category tree holds, unless the search says which categories. */
function ofChannel(
  operation: Operation,
  { scope }: ProductQuery,
  criteria: readonly Criterion[],
): Criterion[] {
  const channel = scope === undefined ? undefined : operation.channels.get(scope)
  if (!channel || criteria.some(({ property }) => property === 'categories')) return []
  return [
    {
      property: 'categories',
      operator: 'IN CHILDREN',
      value: [channel.category_tree],
      locale: undefined,
      locales: undefined,
      scope: undefined,
    },
  ]
}

function checkAttributes(operation: Operation, codes: readonly string[] = []): void {
  const unknown = codes.filter((code) => !operation.attributes.has(code))
  if (unknown.length === 0) return
  const isOne = unknown.length === 1
  throw unprocessable(
    `${isOne ? 'Attribute' : 'Attributes'} "${unknown.join(', ')}" ${isOne ? 'does' : 'do'} not exist.`,
  )
}

function checkScope(operation: Operation, scope: string | undefined): void {
  if (scope === undefined || operation.channels.has(scope)) return
  throw unprocessable(`Scope "${scope}" does not exist.`)
}

function checkLocales(
  operation: Operation,
  codes: readonly string[] = [],
  scope?: string | undefined,
): void {
  const unknown = codes.filter((code) => operation.locales.get(code)?.enabled !== true)
  if (unknown.length > 0) {
    throw unprocessable(
      unknown.length === 1
        ? `Locale "${unknown[0]}" does not exist or is not activated.`
        : `Locales "${unknown.join(', ')}" do not exist or are not activated.`,
    )
  }
  const channel = scope === undefined ? undefined : operation.channels.get(scope)
  const missing = codes.filter((code) => channel?.locales.includes(code) === false)
  if (missing.length === 0) return
  const are = missing.length === 1 ? 'is' : 'are'
  throw unprocessable(
    `${are === 'is' ? 'Locale' : 'Locales'} "${missing.join(', ')}" ${are} not activated for the scope "${scope}".`,
  )
}

function checkCategories(operation: Operation, criteria: readonly Criterion[]): void {
  const unknown = criteria
    .filter(({ property, operator }) => property === 'categories' && operator !== 'UNCLASSIFIED')
    .flatMap((criterion) => (Array.isArray(criterion.value) ? codesOf(criterion) : []))
    .filter((code) => !operation.categories.has(code))
  if (unknown.length === 0) return
  throw unprocessable(
    unknown.length === 1
      ? `Category "${unknown[0]}" does not exist.`
      : `Categories "${unknown.join(', ')}" do not exist.`,
  )
}

function checkSearchLocales(
  operation: Operation,
  criteria: readonly Criterion[],
  searchLocale: string | undefined,
): void {
  const named = criteria.flatMap((criterion) => {
    const { property, locale, locales } = criterion
    if (locale !== undefined && typeof locale !== 'string') {
      throw unprocessable(`Property "${property}" expects a string with the key "locale".`)
    }
    if (locales === undefined) return locale === undefined ? [] : [locale]
    if (property !== 'completeness' || !Array.isArray(locales)) {
      const key = property === 'completeness' ? 'locales' : 'locale'
      throw unprocessable(`Property "${property}" expects an array with the key "${key}".`)
    }
    return stringsOf({ ...criterion, value: locales })
  })
  checkLocales(operation, [...new Set([...named, ...(searchLocale ? [searchLocale] : [])])])
}
