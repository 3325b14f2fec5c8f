import type { Product, ProductModel, Values, VariantAttributeSet } from './catalogue-state.ts'
import type { Violation } from './error.ts'
import { levelsOf, setOf } from './family-variant.ts'
import type { Operation } from './operation.ts'
import { ancestorsOf, familyVariantOf, productSet } from './variant.ts'

/** What a product breaks as a variant of its parent (contract I.4). */
export function productVariantViolations(operation: Operation, product: Product): Violation[] {
  const { parent, identifier, uuid } = product
  if (parent === null) return []
  const variant = familyVariantOf(operation, parent)
  const [model] = ancestorsOf(operation, product)
  const set = productSet(operation, parent)
  if (!variant || !model || !set) return []
  const name = identifier ?? uuid
  if (product.family === null) {
    const message = `The family can't be "null" because your product with the identifier "${name}" is a variant product.`
    return [{ property: 'family', message }]
  }
  if (product.family !== model.family) {
    const message = 'The variant product family must be the same than its parent'
    return [{ property: 'family', message }]
  }
  if ((model.parent === null ? 1 : 2) !== levelsOf(variant)) {
    const message = `The variant product "${name}" cannot have product model "${parent}" as parent, (this product model can only have other product models as children)`
    return [{ property: 'parent', message }]
  }
  const empty = emptyAxes(set.axes, product.values)
  if (empty.length > 0) return empty
  const twin = operation.products
    .where('parent', parent)
    .find((other) => other.uuid !== uuid && haveSameAxes(set.axes, other.values, product.values))
  return twin
    ? [taken(set.axes, product.values, 'variant product', name, twin.identifier ?? twin.uuid)]
    : []
}

/** What a product model breaks among the levels of its family variant. */
export function modelVariantViolations(
  operation: Operation,
  model: ProductModel,
  before: ProductModel | undefined,
): Violation[] {
  const variant = operation.familyVariants.get(model.family_variant)
  if (!variant || model.parent === null) return []
  if (levelsOf(variant) < 2) {
    const message = `The product model "${model.code}" cannot have a parent`
    return [{ property: 'parent', message }]
  }
  const { axes } = setOf(variant, 1) as VariantAttributeSet
  const changed = before
    ? axes.filter((axis) => axisText(before.values, axis) !== axisText(model.values, axis))
    : []
  if (changed.length > 0) {
    return changed.map((axis) => ({
      property: 'attribute',
      message: `Variant axis "${axis}" cannot be modified, "${axisText(model.values, axis)}" given`,
    }))
  }
  const empty = emptyAxes(axes, model.values)
  if (empty.length > 0) return empty
  const twin = operation.productModels
    .where('parent', model.parent)
    .find((other) => other.code !== model.code && haveSameAxes(axes, other.values, model.values))
  return twin ? [taken(axes, model.values, 'product model', model.code, twin.code)] : []
}

function emptyAxes(axes: readonly string[], values: Values): Violation[] {
  return axes
    .filter((axis) => !Object.hasOwn(values, axis))
    .map((axis) => ({
      property: 'attribute',
      message: `Attribute "${axis}" cannot be empty, as it is defined as an axis for this entity`,
    }))
}

function haveSameAxes(axes: readonly string[], one: Values, other: Values): boolean {
  return axes.every((axis) => axisText(one, axis) === axisText(other, axis))
}

function taken(
  axes: readonly string[],
  values: Values,
  noun: string,
  name: string,
  twin: string,
): Violation {
  const shown = axes.map((axis) => axisText(values, axis)).join(',')
  const message = `Cannot set value "${shown}" for the attribute axis "${axes.join(',')}" on ${noun} "${name}", as the ${noun} "${twin}" already has this value`
  return { property: 'attribute', message }
}

/** The data of an axis as the PIM writes it into messages. */
function axisText(values: Values, axis: string): string {
  const data = Object.hasOwn(values, axis) ? values[axis]?.[0]?.data : undefined
  if (data === undefined) return ''
  if (typeof data === 'boolean') return data ? '1' : '0'
  if (typeof data === 'string') return `[${data}]`
  const { amount, unit } = data as { amount: unknown; unit: unknown }
  return `${String(amount)} ${String(unit)}`
}
