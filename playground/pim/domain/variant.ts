import type {
  Associations,
  FamilyVariant,
  Product,
  ProductModel,
  VariantAttributeSet,
} from './catalogue-state.ts'
import { commonAttributes, levelsOf, setOf } from './family-variant.ts'
import type { Operation } from './operation.ts'

/** A product, or a product model. */
export type WithValues = Product | ProductModel

/** The models above something, nearest first. */
export function ancestorsOf(
  operation: Operation,
  { parent }: { readonly parent: string | null },
): ProductModel[] {
  const ancestors: ProductModel[] = []
  let code = parent
  while (code !== null) {
    const model = operation.productModels.get(code)
    if (!model || ancestors.includes(model)) break
    ancestors.push(model)
    code = model.parent
  }
  return ancestors
}

/** What is shown of a variant: its own values, categories and associations, and those of the models above it. */
export function withAncestors<Entity extends WithValues>(
  operation: Operation,
  entity: Entity,
): Entity {
  if (entity.parent === null) return entity
  const line = [...ancestorsOf(operation, entity).toReversed(), entity]
  return {
    ...entity,
    categories: [...new Set(line.flatMap(({ categories }) => categories))].sort(),
    values: Object.fromEntries(line.flatMap(({ values }) => Object.entries(values))),
    associations: line.map(({ associations }) => associations).reduce(joinAssociations),
  }
}

function joinAssociations(one: Associations, other: Associations): Associations {
  const types = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  const join = (type: string, kind: 'products' | 'product_models' | 'groups'): string[] => [
    ...new Set([...(one[type]?.[kind] ?? []), ...(other[type]?.[kind] ?? [])]),
  ]
  return Object.fromEntries(
    types.map((type) => [
      type,
      {
        products: join(type, 'products'),
        product_models: join(type, 'product_models'),
        groups: join(type, 'groups'),
      },
    ]),
  )
}

/** The family variant that a model's variants follow. */
export function familyVariantOf(operation: Operation, parent: string): FamilyVariant | undefined {
  const model = operation.productModels.get(parent)
  return model && operation.familyVariants.get(model.family_variant)
}

/** What differs from variant to variant where a product stands. */
export function productSet(operation: Operation, parent: string): VariantAttributeSet | undefined {
  const variant = familyVariantOf(operation, parent)
  return variant && setOf(variant, levelsOf(variant))
}

/** The attributes whose values a model holds itself: those in common, or those of its level. */
export function modelAttributes(
  operation: Operation,
  variant: FamilyVariant,
  parent: string | null,
): readonly string[] {
  if (parent === null) return commonAttributes(operation, variant)
  return (setOf(variant, 1) as VariantAttributeSet).attributes
}

/** The given values that are held where an entity stands; others are left out without a word, as the PIM does. */
export function keepAttributes(
  operation: Operation,
  given: unknown,
  kept: readonly string[],
): unknown {
  if (typeof given !== 'object' || given === null) return given
  const entries = Object.entries(given) as [string, unknown][]
  return Object.fromEntries(
    entries.filter(([code]) => kept.includes(code) || isElsewhere(operation, code)),
  )
}

/** Identifiers are never inherited, and what does not exist is refused later. */
function isElsewhere(operation: Operation, code: string): boolean {
  const attribute = operation.attributes.get(code)
  return attribute === undefined || attribute.type === 'pim_catalog_identifier'
}
