import type { ProductModel } from '../../domain/catalogue-state.ts'
import type { Operation } from '../../domain/operation.ts'
import { ancestorsOf, type WithValues } from '../../domain/variant.ts'
import { selfLink, type Item } from '../../http/pagination.ts'
import { encodeSegment } from '../../http/query.ts'
import { KeptText } from '../../http/text.ts'
import type { ProductShape } from './product-wire.ts'

/** Writes a product or model as JSON text: its link, and its members without the brace in front. */
export type ProductWriter<Entity> = (
  operation: Operation,
  entity: Entity,
  shape: ProductShape,
) => Item

interface Resource<Entity> {
  readonly path: string
  /** What stands behind the path in an entity's address. */
  readonly nameOf: (entity: Entity) => string
  readonly toWire: (operation: Operation, entity: Entity, shape: ProductShape) => object
  /** What the text of a whole one depends on besides what `Kept` lists. */
  readonly dependsOn?: (operation: Operation) => unknown
}

/** A text, and what it depends on besides the record, which never changes in place. */
interface Kept extends Item {
  /** Values, categories and associations are inherited. */
  readonly ancestors: readonly ProductModel[]
  /** Associated products are shown by identifier. */
  readonly associated: readonly { readonly uuid: string; readonly identifier: string | null }[]
  readonly other: unknown
}

/**
 * A writer that keeps the text of whatever is shown whole, for as long as all that it depends on is the same. For a
 * whole one, `toWire` may read nothing else.
 */
export function createProductWriter<Entity extends WithValues>(
  resource: Resource<Entity>,
): ProductWriter<Entity> {
  const texts = new WeakMap<Entity, Kept>()
  return (operation, entity, shape) => {
    const known = isWhole(shape) ? texts.get(entity) : undefined
    const other = resource.dependsOn?.(operation)
    if (known && known.other === other && isCurrent(operation, entity, known)) return known
    const address = `${operation.url}${resource.path}/${encodeSegment(resource.nameOf(entity))}`
    const link = selfLink(address)
    const members = JSON.stringify(resource.toWire(operation, entity, shape)).slice(1)
    if (!isWhole(shape)) return { link, members }
    const kept = {
      link: new KeptText(link),
      members: new KeptText(members),
      ...dependenciesOf(operation, entity),
      other,
    }
    texts.set(entity, kept)
    return kept
  }
}

function dependenciesOf(
  operation: Operation,
  entity: WithValues,
): Pick<Kept, 'ancestors' | 'associated'> {
  const ancestors = ancestorsOf(operation, entity)
  const associated = [entity, ...ancestors].flatMap(associatedProducts).map((uuid) => ({
    uuid,
    identifier: identifierOf(operation, uuid),
  }))
  return { ancestors, associated }
}

function associatedProducts({ associations, quantified_associations: quantified }: WithValues) {
  return [
    ...Object.values(associations).flatMap(({ products }) => products),
    ...Object.values(quantified).flatMap(({ products }) => products.map(({ uuid }) => uuid)),
  ]
}

function identifierOf(operation: Operation, uuid: string): string | null {
  return operation.products.get(uuid)?.identifier ?? null
}

function isCurrent(operation: Operation, { parent }: WithValues, kept: Kept): boolean {
  let code = parent
  for (const ancestor of kept.ancestors) {
    if (code === null || operation.productModels.get(code) !== ancestor) return false
    code = ancestor.parent
  }
  if (code !== null && operation.productModels.has(code)) return false
  return kept.associated.every(
    ({ uuid, identifier }) => identifierOf(operation, uuid) === identifier,
  )
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
