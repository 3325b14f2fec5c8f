import { identifierCode } from '../../domain/attribute.ts'
import type { Operation } from '../../domain/operation.ts'
import { ancestorsOf, type WithValues } from '../../domain/variant.ts'
import { KeptText } from '../../http/text.ts'
import type { ProductShape } from './product-wire.ts'

/** Writes a product or model as the members of a JSON object: its text without the brace in front. */
export type ProductWriter<Entity> = (
  operation: Operation,
  entity: Entity,
  shape: ProductShape,
) => KeptText | string

interface Written {
  readonly dependencies: readonly unknown[]
  readonly text: KeptText
}

/**
 * A writer that keeps the text of whatever is shown whole, for as long as what the text depends on is the same: the
 * record itself, which never changes in place, and `dependenciesOf`. `toWire` may read nothing else for a whole one.
 */
export function createProductWriter<Entity extends WithValues>(
  toWire: (operation: Operation, entity: Entity, shape: ProductShape) => object,
): ProductWriter<Entity> {
  const kept = new WeakMap<Entity, Written>()
  const write = (operation: Operation, entity: Entity, shape: ProductShape): string =>
    JSON.stringify(toWire(operation, entity, shape)).slice(1)
  return (operation, entity, shape) => {
    if (!isWhole(shape)) return write(operation, entity, shape)
    const dependencies = dependenciesOf(operation, entity)
    const known = kept.get(entity)
    if (known && isSameList(known.dependencies, dependencies)) return known.text
    const text = new KeptText(write(operation, entity, shape))
    kept.set(entity, { dependencies, text })
    return text
  }
}

/** What the whole text of a product or model depends on besides itself. */
function dependenciesOf(operation: Operation, entity: WithValues): readonly unknown[] {
  // Values, categories and associations are inherited.
  const ancestors = ancestorsOf(operation, entity)
  const dependencies: unknown[] = [...ancestors]
  // Associated products are shown by identifier.
  const note = (uuid: string) => dependencies.push(operation.products.get(uuid)?.identifier)
  for (const { associations, quantified_associations: quantified } of [entity, ...ancestors]) {
    for (const type in associations) associations[type]?.products.forEach(note)
    for (const type in quantified) quantified[type]?.products.forEach(({ uuid }) => note(uuid))
  }
  // By UUID, the identifier is shown among the values.
  dependencies.push(identifierCode(operation))
  return dependencies
}

function isWhole(shape: ProductShape): boolean {
  return (
    shape.attributes === undefined &&
    shape.locales === undefined &&
    shape.scope === undefined &&
    !shape.withAttributeOptions &&
    !shape.withCompletenesses
  )
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
