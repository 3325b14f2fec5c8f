import type { Association, Associations, Product, ProductModel } from './catalogue-state.ts'
import type { Operation } from './operation.ts'
import type { WithValues } from './variant.ts'

/** Who is associated: a product by its UUID, or a product model by its code. */
export interface Associated {
  readonly kind: 'products' | 'product_models'
  readonly key: string
}

const kinds = ['products', 'product_models'] as const

/**
 * Says on the other side what a change of associations said on this one, for the types that go two ways: who was
 * associated is associated back, and who no longer is is let go.
 */
export function mirrorAssociations(
  operation: Operation,
  owner: Associated,
  before: Associations,
  after: Associations,
): void {
  for (const { code: type, is_two_way: isTwoWay } of operation.associationTypes.values()) {
    const [earlier, links] = [linksOf(before, type), linksOf(after, type)]
    if (!isTwoWay || !links || earlier === links) continue
    for (const kind of kinds) {
      const [old, now] = [earlier?.[kind] ?? [], links[kind]]
      for (const key of missing(old, now)) link(operation, { kind, key }, type, owner)
      for (const key of missing(now, old)) unlink(operation, { kind, key }, type, owner)
    }
  }
}

/** An association type may be called `constructor`, so that only what is its own counts. */
function linksOf(associations: Associations, type: string): Association | undefined {
  return Object.hasOwn(associations, type) ? associations[type] : undefined
}

/** What is in `other` and not in `one`. */
function missing(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.filter((key) => !one.includes(key))
}

function link(operation: Operation, other: Associated, type: string, owner: Associated): void {
  change(operation, other, type, owner.kind, (keys) =>
    keys.includes(owner.key) ? keys : [...keys, owner.key],
  )
}

function unlink(operation: Operation, other: Associated, type: string, owner: Associated): void {
  change(operation, other, type, owner.kind, (keys) => keys.filter((key) => key !== owner.key))
}

function change(
  operation: Operation,
  { kind, key }: Associated,
  type: string,
  list: Associated['kind'],
  edit: (keys: readonly string[]) => readonly string[],
): void {
  if (kind === 'products') {
    const product = operation.products.get(key) as Product
    operation.products.put(key, withEdited(product, type, list, edit))
  } else {
    const model = operation.productModels.get(key) as ProductModel
    operation.productModels.put(key, withEdited(model, type, list, edit))
  }
}

function withEdited<Entity extends WithValues>(
  entity: Entity,
  type: string,
  list: Associated['kind'],
  edit: (keys: readonly string[]) => readonly string[],
): Entity {
  const nothing: Association = { products: [], product_models: [], groups: [] }
  const own = linksOf(entity.associations, type) ?? nothing
  const associations = { ...entity.associations, [type]: { ...own, [list]: edit(own[list]) } }
  return { ...entity, associations }
}
