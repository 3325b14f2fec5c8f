import { PimError } from './error.ts'
import type { Operation } from './operation.ts'

/** The entity that was looked up. Throws `not-found` with `<Name> "<code>" does not exist.` when there is none. */
export function known<Entity>(
  operation: Operation,
  entity: Entity | undefined,
  name: string,
  code: string,
  message = `${name} "${code}" does not exist.`,
): Entity {
  const because = entity ? `${name} "${code}" exists` : message.replace(/\.$/, '')
  if (!operation.check('entity.known', entity !== undefined, because) || entity === undefined) {
    throw new PimError('not-found', message)
  }
  return entity
}

/** All entities of a collection by ascending code, as far as `isFound` takes them. */
export function byCode<Entity>(
  collection: { sortedKeys(): readonly string[]; get(key: string): Entity | undefined },
  isFound?: (entity: Entity) => boolean,
): readonly Entity[] {
  const entities = collection.sortedKeys().map((key) => collection.get(key) as Entity)
  return isFound ? entities.filter(isFound) : entities
}
