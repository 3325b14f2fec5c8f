import { connectAcls } from '../contract/acls.ts'
import { requireAcl, type Caller } from './caller.ts'
import { checkMapping } from './check-mapping.ts'
import type { CatalogChoices, SelectionCriterion, ValueFilters } from './catalog-choices.ts'
import { selectionOf } from './catalog-selection.ts'
import { PimError, refuseViolations, type Violation } from './error.ts'
import type { Operation } from './operation.ts'
import type { Catalog } from './state.ts'
import { quote } from './text.ts'

/** What a person changes of a catalog; what is left out stays as it is. */
export interface CatalogUpdate extends Pick<
  CatalogChoices,
  'productSelectionCriteria' | 'productValueFilters' | 'productMapping'
> {
  readonly enabled: boolean
}

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

/**
 * Switches a catalog on or off, and sets which products and values it has and what fills the targets of its mapping
 * schema: only people do that, never the app (contract I.7). Throws `violations`.
 */
export function updateManagedCatalog(
  operation: Operation,
  catalog: Catalog,
  update: CatalogUpdate,
): void {
  refuseViolations([
    ...(update.productSelectionCriteria ?? []).map((criterion, index) =>
      checkCriterion(operation, catalog, criterion, index),
    ),
    ...checkFilters(operation, update.productValueFilters ?? {}),
    ...checkTargets(operation, catalog, update),
  ])
  operation.catalogs.put(catalog.id, { ...catalog, ...update })
}

/** Only a catalog with a mapping schema has targets to fill. */
function checkTargets(
  operation: Operation,
  { productMappingSchema: schema }: Catalog,
  { enabled, productMapping: mapping }: CatalogUpdate,
): readonly Violation[] {
  if (mapping === undefined) return []
  const found =
    schema === undefined
      ? [{ property: '[product_mapping]', message: 'The app gave no product mapping schema.' }]
      : checkMapping(operation, { schema, mapping, enabled })
  const because = found[0] ? found[0].message : 'Every target is filled by what there is'
  operation.check('catalog.mapping', found.length === 0, because)
  return found
}

/** A criterion is one that a search of products knows. */
function checkCriterion(
  operation: Operation,
  catalog: Catalog,
  criterion: SelectionCriterion,
  index: number,
): Violation | undefined {
  try {
    selectionOf(operation, { ...catalog, productSelectionCriteria: [criterion] })
    return undefined
  } catch (error) {
    if (!(error instanceof PimError)) throw error
    operation.check('catalog.criterion', false, error.message)
    return { property: `[product_selection_criteria][${index}]`, message: error.message }
  }
}

/** What is filtered by must be there and active. */
function checkFilters(operation: Operation, filters: ValueFilters): (Violation | undefined)[] {
  const known = {
    channels: (code: string) => operation.channels.has(code),
    locales: (code: string) => operation.locales.get(code)?.enabled === true,
    currencies: (code: string) => operation.currencies.get(code)?.enabled === true,
  }
  return (['channels', 'locales', 'currencies'] as const).map((kind) => {
    const unknown = (filters[kind] ?? []).find((code) => !known[kind](code))
    const because = unknown === undefined ? `All ${kind} exist` : `${quote(unknown)} does not exist`
    if (operation.check('catalog.filter', unknown === undefined, because)) return undefined
    return { property: `[product_value_filters][${kind}]`, message: `${because}.` }
  })
}
