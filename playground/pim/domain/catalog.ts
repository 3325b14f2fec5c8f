import type { Caller } from './caller.ts'
import { nameViolation } from './catalog-name.ts'
import { refuseViolations } from './error.ts'
import type { Fields } from './fields.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import type { Catalog } from './state.ts'

/** The catalogs of a caller, in the order in which they were created (contract I.7). */
export function findCatalogs(operation: Operation, { user }: Caller): readonly Catalog[] {
  return operation.catalogs.where('owner', user.username)
}

/** One of the caller's own catalogs. Throws `not-found`, also for somebody else's. */
export function getCatalog(operation: Operation, { user }: Caller, id: string): Catalog {
  const catalog = operation.catalogs.get(id)
  const own = catalog?.owner === user.username ? catalog : undefined
  return known(
    operation,
    own,
    'Catalog',
    id,
    `Catalog "${id}" does not exist or you can't access it.`,
  )
}

/** Creates a catalog, which is not enabled until a user of the PIM does that. Throws `violations`. */
export function createCatalog(operation: Operation, caller: Caller, fields: Fields): Catalog {
  const limit = operation.current.limits.catalogs
  const isFull = findCatalogs(operation, caller).length >= limit
  refuseViolations([
    isFull ? { property: '', message: `You can create up to ${limit} catalogs` } : undefined,
    nameViolation(fields.get('name')),
  ])
  const catalog: Catalog = {
    id: operation.newId(),
    name: String(fields.get('name')),
    enabled: false,
    owner: caller.user.username,
  }
  operation.catalogs.put(catalog.id, catalog)
  return catalog
}

/** Renames a catalog. Throws `not-found` or `violations`. */
export function updateCatalog(
  operation: Operation,
  caller: Caller,
  id: string,
  fields: Fields,
): Catalog {
  const before = getCatalog(operation, caller, id)
  refuseViolations([nameViolation(fields.get('name'))])
  const catalog = { ...before, name: String(fields.get('name')) }
  if (catalog.name !== before.name) operation.catalogs.put(id, catalog)
  return catalog
}

/** Deletes a catalog, its mapping schema with it. Throws `not-found`. */
export function deleteCatalog(operation: Operation, caller: Caller, id: string): void {
  getCatalog(operation, caller, id)
  operation.catalogs.delete(id)
}
