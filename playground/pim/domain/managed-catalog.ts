import { connectAcls } from '../contract/acls.ts'
import { requireAcl, type Caller } from './caller.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { Catalog } from './state.ts'
import { quote } from './text.ts'

/** The catalogs of an app's user, for somebody who manages apps (contract H.3). Throws `forbidden`. */
export function listCatalogsOf(
  operation: Operation,
  caller: Caller,
  owner: string,
): readonly Catalog[] {
  requireAcl(operation, caller, connectAcls.manageApps)
  return operation.catalogs.where('owner', owner)
}

/** Any app's catalog, for somebody who manages apps. Throws `not-found` and `forbidden`. */
export function manageCatalog(operation: Operation, caller: Caller, id: string): Catalog {
  requireAcl(operation, caller, connectAcls.manageApps)
  const catalog = operation.catalogs.get(id)
  const because = `There is ${catalog ? 'a' : 'no'} catalog ${quote(id)}`
  if (operation.check('catalog.known', catalog !== undefined, because) && catalog) return catalog
  throw new PimError('not-found', `catalog "${id}" does not exist.`)
}

/** Switches a catalog on or off: only people do that, never the app (contract I.7). */
export function enableCatalog(operation: Operation, catalog: Catalog, enabled: boolean): void {
  operation.catalogs.put(catalog.id, { ...catalog, enabled })
}
