import type { Product, ProductModel } from './catalogue-state.ts'
import { completenesses } from './completeness.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { productCondition } from './product-search.ts'
import { stringOf, unsupported, type Criterion } from './search.ts'
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

/** Whether some or all variants of a model are complete in one channel and locale. */
function completenessCondition(operation: Operation, criterion: Criterion): Meets {
  const scope = stringOf({ ...criterion, value: criterion.scope })
  const locale = stringOf({ ...criterion, value: criterion.locale })
  const isComplete = (variant: Product): boolean =>
    completenesses(operation, withAncestors(operation, variant)).some(
      (each) => each.scope === scope && each.locale === locale && each.data === 100,
    )
  const complete = ({ uuid: code }: Product): boolean[] =>
    variantsOf(operation, code).map(isComplete)
  switch (criterion.operator) {
    case 'AT LEAST COMPLETE':
      return (model) => complete(model).some((each) => each)
    case 'AT LEAST INCOMPLETE':
      return (model) => complete(model).some((each) => !each)
    case 'ALL COMPLETE':
      return (model) => complete(model).every((each) => each)
    case 'ALL INCOMPLETE':
      return (model) => complete(model).every((each) => !each)
    default:
      throw unsupported(criterion)
  }
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
