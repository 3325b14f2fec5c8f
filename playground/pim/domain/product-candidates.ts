import type { Collection, LookUpBy } from '../store/collection.ts'
import { identifierCode } from './attribute.ts'
import type { ProductModel } from './catalogue-state.ts'
import { withDescendants } from './category.ts'
import type { Operation } from './operation.ts'
import { byFoldedIdentifier, byOwnCategory } from './product-lookups.ts'
import { booleanOf, codesOf, stringOf, type Criterion } from './search.ts'
import type { WithValues } from './variant.ts'

/** Sorted keys, list by list: whatever meets a condition is in one of them. */
type Candidates = readonly (readonly string[])[]

/**
 * The keys among which the products are that meet a condition, as far as an index tells: undefined when none does. The
 * condition must be one that products can be searched by.
 */
export function productCandidates(
  operation: Operation,
  criterion: Criterion,
): Candidates | undefined {
  const { products } = operation
  const { property, operator } = criterion
  if (property === 'uuid') {
    if (operator !== 'IN') return undefined
    return codesOf(criterion).map((uuid) => (products.has(uuid) ? [uuid] : []))
  }
  if (property === 'enabled') {
    return [products.keysWhere('enabled', booleanOf(criterion) === (operator === '='))]
  }
  if (property === 'identifier' || property === identifierCode(operation)) {
    const names = wantedTexts(criterion)?.map((name) => name.toLowerCase())
    return names && listsOf(products, byFoldedIdentifier, names)
  }
  return sharedCandidates(operation, products, criterion)
}

/** As `productCandidates`, for product models. */
export function modelCandidates(
  operation: Operation,
  criterion: Criterion,
): Candidates | undefined {
  return sharedCandidates(operation, operation.productModels, criterion)
}

/**
 * The sorted keys of the shortest candidates. Undefined when there are none, and when putting several lists together
 * costs more than it spares among `size` records.
 */
export function shortest(
  all: readonly (Candidates | undefined)[],
  size: number,
): readonly string[] | undefined {
  let best: Candidates | undefined
  for (const each of all) {
    if (each && (!best || lengthOf(each) < lengthOf(best))) best = each
  }
  if (!best || best.length === 1) return best?.[0]
  return lengthOf(best) > size / 4 ? undefined : [...new Set(best.flat())].sort()
}

function lengthOf(candidates: Candidates): number {
  return candidates.reduce((sum, keys) => sum + keys.length, 0)
}

function sharedCandidates<Entity extends WithValues>(
  operation: Operation,
  collection: Collection<Entity>,
  criterion: Criterion,
): Candidates | undefined {
  const { property } = criterion
  if (property === 'categories') return categoryCandidates(operation, collection, criterion)
  if (property !== 'family' && property !== 'parent') return undefined
  const wanted = criterion.operator === 'EMPTY' ? [null] : wantedTexts(criterion)
  return wanted && listsOf(collection, property, wanted)
}

/** What is in these categories itself, and what is below the models that are. */
function categoryCandidates<Entity extends WithValues>(
  operation: Operation,
  collection: Collection<Entity>,
  criterion: Criterion,
): Candidates | undefined {
  if (criterion.operator !== 'IN' && criterion.operator !== 'IN CHILDREN') return undefined
  const codes = codesOf(criterion)
  const wanted = criterion.operator === 'IN' ? codes : [...withDescendants(operation, codes)]
  const models = modelsWithin(operation, wanted)
  return [
    ...listsOf(collection, byOwnCategory, wanted),
    ...listsOf(collection, 'parent', [...models]),
  ]
}

/** The codes of all models that are in these categories, or below a model that is. */
function modelsWithin(operation: Operation, categories: readonly string[]): ReadonlySet<string> {
  const { productModels } = operation
  const models = new Set(listsOf<ProductModel>(productModels, byOwnCategory, categories).flat())
  // A set gives what is added while it is walked as well: models below models.
  for (const code of models) {
    for (const below of productModels.keysWhere('parent', code)) models.add(below)
  }
  return models
}

function listsOf<Entity>(
  collection: Collection<Entity>,
  by: LookUpBy<Entity>,
  values: readonly unknown[],
): Candidates {
  return [...new Set(values)].map((value) => collection.keysWhere(by, value))
}

function wantedTexts(criterion: Criterion): readonly string[] | undefined {
  if (criterion.operator === '=') return [stringOf(criterion)]
  return criterion.operator === 'IN' ? codesOf(criterion) : undefined
}
