import type { Product, ProductModel } from './catalogue-state.ts'
import { completenesses, type Completeness } from './completeness.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { productCondition } from './product-search.ts'
import { stringsOf, unprocessable, unsupported, type Criterion } from './search.ts'
import type { Meets } from './value-search.ts'
import { withAncestors } from './variant.ts'

// What only products have.
const foreign = new Set(['uuid', 'enabled', 'groups'])

/** The product model with this code. Throws `not-found`. */
export function getProductModel(operation: Operation, code: string): ProductModel {
  const message = `Product model "${code}" does not exist or you do not have permission to access it.`
  return known(operation, operation.productModels.get(code), 'Product model', code, message)
}

/** What decides whether a product model meets a condition; its code is searched as `identifier` (contract I.6). */
export function modelCondition(
  operation: Operation,
  criterion: Criterion,
): (model: ProductModel) => boolean {
  const meets = conditionOf(operation, criterion)
  return (model) => meets(asProduct(model))
}

function conditionOf(operation: Operation, criterion: Criterion): Meets {
  if (foreign.has(criterion.property)) throw unsupported(criterion)
  if (criterion.property !== 'completeness') return productCondition(operation, criterion)
  return completenessCondition(operation, criterion)
}

/** A model where conditions expect a product. */
function asProduct(model: ProductModel): Product {
  return { ...model, uuid: model.code, identifier: model.code, enabled: true, groups: [] }
}

// By operator: whether one variant is enough, or one locale of several, and what it must be.
const completenessOperators: Readonly<Record<string, { isOne: boolean; isComplete: boolean }>> = {
  'AT LEAST COMPLETE': { isOne: true, isComplete: true },
  'AT LEAST INCOMPLETE': { isOne: true, isComplete: false },
  'ALL COMPLETE': { isOne: false, isComplete: true },
  'ALL INCOMPLETE': { isOne: false, isComplete: false },
}

/** Whether some or all variants of a model are complete in one channel, and in one locale or several. */
function completenessCondition(operation: Operation, criterion: Criterion): Meets {
  const { operator, scope } = criterion
  const wanted = Object.hasOwn(completenessOperators, operator)
    ? completenessOperators[operator]
    : undefined
  if (!wanted) throw unsupported(criterion)
  const locales = localesOf(criterion)
  if (typeof scope !== 'string' || scope === '') {
    throw unprocessable('Property "completeness" expects a valid channel.')
  }
  const { isOne, isComplete } = wanted
  const meetsIn = (variants: readonly Completeness[][], locale: string): boolean => {
    const own = variants.flatMap((each) =>
      each.filter((one) => one.scope === scope && one.locale === locale),
    )
    const meets = ({ data }: Completeness): boolean => (data === 100) === isComplete
    return own.length > 0 && (isOne ? own.some(meets) : own.every(meets))
  }
  return ({ uuid: code }) => {
    const variants = variantsOf(operation, code).map((variant) =>
      completenesses(operation, withAncestors(operation, variant)),
    )
    return isOne
      ? locales.some((locale) => meetsIn(variants, locale))
      : locales.every((locale) => meetsIn(variants, locale))
  }
}

function localesOf(criterion: Criterion): readonly string[] {
  const { locale, locales } = criterion
  if (typeof locale === 'string') return [locale]
  const given = Array.isArray(locales) ? stringsOf({ ...criterion, value: locales }) : []
  if (given.length > 0) return given
  throw unprocessable('Property "completeness" expects a valid locale.')
}

/** The models below a model. */
export function modelsBelow(operation: Operation, code: string): ProductModel[] {
  return operation.productModels.where('parent', code)
}

/** The products below a model, on whichever level. */
export function variantsOf(operation: Operation, code: string): Product[] {
  const parents = [code, ...modelsBelow(operation, code).map((model) => model.code)]
  return parents.flatMap((parent) => operation.products.where('parent', parent))
}
