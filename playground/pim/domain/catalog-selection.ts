import type { SelectionCriterion } from './catalog-choices.ts'
import type { Product, ProductValue, Values } from './catalogue-state.ts'
import type { Operation } from './operation.ts'
import { productCondition } from './product-search.ts'
import type { Catalog } from './state.ts'
import { withAncestors } from './variant.ts'

/** Whether a catalog has a product. */
export type Selects = (product: Product) => boolean

/** What selects the products of a catalog as long as nobody chose anything. */
export const enabledOnly: readonly SelectionCriterion[] = [
  { field: 'enabled', operator: '=', value: true },
]

/** What decides which products a catalog has. Throws `unprocessable` when its criteria name what is not there any more. */
export function selectionOf(operation: Operation, catalog: Catalog): Selects {
  const { productSelectionCriteria: criteria = enabledOnly } = catalog
  const conditions = criteria.map(({ field, operator, value, scope, locale }) => ({
    property: field,
    operator,
    value,
    scope: scope ?? undefined,
    locale: locale ?? undefined,
    locales: undefined,
  }))
  const meets = conditions.map((criterion) => productCondition(operation, criterion))
  return (product) => {
    const whole = withAncestors(operation, product)
    return meets.every((condition) => condition(whole))
  }
}

/** Switches off a catalog that can no longer say which products it has, as the PIM does when it is read. */
export function disableInvalid(operation: Operation, { id }: Catalog): void {
  operation.afterwards((later) => {
    const catalog = later.catalogs.get(id)
    if (catalog) later.catalogs.put(id, { ...catalog, enabled: false })
  })
}

/** The values that a catalog shows, of those in its locales; what a channel leaves out leaves an empty list. */
export function shownValues(operation: Operation, catalog: Catalog, values: Values): Values {
  const { channels, currencies } = catalog.productValueFilters ?? {}
  const isShown = ({ scope }: ProductValue): boolean =>
    scope === null || !channels?.length || channels.includes(scope)
  const shown = Object.entries(values).map(([code, all]): [string, readonly ProductValue[]] => {
    const isPrice = operation.attributes.get(code)?.type === 'pim_catalog_price_collection'
    const own = all.filter(isShown)
    if (!isPrice || !currencies?.length) return [code, own]
    return [
      code,
      own.map(({ locale, scope, data }) => ({ locale, scope, data: pricesIn(data, currencies) })),
    ]
  })
  return Object.fromEntries(shown)
}

function pricesIn(data: unknown, currencies: readonly string[]): unknown {
  const prices = data as readonly { readonly currency: string }[]
  return prices.filter(({ currency }) => currencies.includes(currency))
}
