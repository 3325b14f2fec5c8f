import type { IndexBy } from '../store/record-index.ts'
import type { Association, Associations, QuantifiedAssociations } from './catalogue-state.ts'
import type { Operation } from './operation.ts'
import { byAssociatedModel, byAssociatedProduct } from './product-lookups.ts'
import type { WithValues } from './variant.ts'

/** Takes a product out of everything that is associated with it. */
export function forgetProduct(operation: Operation, uuid: string): void {
  const without = withoutLink('products', (link) => link !== uuid)
  const others = (links: QuantifiedAssociations): QuantifiedAssociations =>
    mapEntries(links, (link) => ({
      ...link,
      products: link.products.filter((product) => product.uuid !== uuid),
    }))
  forget(operation, [byAssociatedProduct, uuid], without, others)
}

/** Takes a product model out of everything that is associated with it. */
export function forgetModel(operation: Operation, code: string): void {
  const without = withoutLink('product_models', (link) => link !== code)
  const others = (links: QuantifiedAssociations): QuantifiedAssociations =>
    mapEntries(links, (link) => ({
      ...link,
      product_models: link.product_models.filter(({ identifier }) => identifier !== code),
    }))
  forget(operation, [byAssociatedModel, code], without, others)
}

function forget(
  operation: Operation,
  [index, key]: readonly [index: IndexBy<WithValues>, key: string],
  associations: (before: Associations) => Associations,
  quantified: (before: QuantifiedAssociations) => QuantifiedAssociations,
): void {
  const clean = <Entity extends WithValues>(entity: Entity): Entity => ({
    ...entity,
    associations: associations(entity.associations),
    quantified_associations: quantified(entity.quantified_associations),
  })
  for (const product of operation.products.where(index, key)) {
    operation.products.put(product.uuid, clean(product))
  }
  for (const model of operation.productModels.where(index, key)) {
    operation.productModels.put(model.code, clean(model))
  }
}

function withoutLink(
  kind: 'products' | 'product_models',
  keep: (link: string) => boolean,
): (associations: Associations) => Associations {
  return (associations) =>
    mapEntries(associations, (association): Association => ({
      ...association,
      [kind]: association[kind].filter(keep),
    }))
}

function mapEntries<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
