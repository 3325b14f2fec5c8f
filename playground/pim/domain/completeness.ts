import type { Channel, Family, Product, ProductValue } from './catalogue-state.ts'
import type { Operation } from './operation.ts'

/** How much of what its family requires a product has, for one channel and locale. */
export interface Completeness {
  readonly scope: string
  readonly locale: string
  /** Percent, rounded down. */
  readonly data: number
}

/** The completeness of a product for every channel and each of its locales; none without a family. */
export function completenesses(operation: Operation, product: Product): Completeness[] {
  const family = product.family === null ? undefined : operation.families.get(product.family)
  if (!family) return []
  return [...operation.channels.values()].flatMap((channel) => {
    const required = requiredBy(family, channel)
    return channel.locales.map((locale) => ({
      scope: channel.code,
      locale,
      data: ratio(required, (code) => hasValue(operation, product, code, channel, locale)),
    }))
  })
}

function requiredBy({ attribute_requirements: all }: Family, { code }: Channel): readonly string[] {
  return (Object.hasOwn(all, code) ? all[code] : undefined) ?? []
}

function ratio(required: readonly string[], isThere: (code: string) => boolean): number {
  if (required.length === 0) return 100
  return Math.floor((required.filter(isThere).length * 100) / required.length)
}

function hasValue(
  operation: Operation,
  product: Product,
  code: string,
  channel: Channel,
  locale: string,
): boolean {
  const attribute = operation.attributes.get(code)
  if (attribute?.type === 'pim_catalog_identifier') return product.identifier !== null
  const value = valueFor(product, code, locale, channel.code)
  if (value === undefined || !attribute) return false
  return attribute.type !== 'pim_catalog_price_collection' || hasPrices(value, channel)
}

/** A price collection is complete when it has a price in each currency of the channel. */
function hasPrices(value: ProductValue, channel: Channel): boolean {
  const prices = value.data as readonly { readonly currency: string }[]
  return channel.currencies.every((code) => prices.some(({ currency }) => currency === code))
}

/** The value that a product has of an attribute for a locale and channel, if it depends on them. */
export function valueFor(
  product: Product,
  code: string,
  locale: string | null | undefined,
  scope: string | null | undefined,
): ProductValue | undefined {
  if (!Object.hasOwn(product.values, code)) return undefined
  return product.values[code]?.find(
    (value) =>
      (value.locale === null || value.locale === locale) &&
      (value.scope === null || value.scope === scope),
  )
}
