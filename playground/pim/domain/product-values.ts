import type { Attribute, Channel, Product, ProductValue } from './catalogue-state.ts'
import { hasOptions } from './attribute.ts'
import type { Operation } from './operation.ts'
import type { ProductQuery } from './product.ts'

/** A value as it leaves the PIM; `linked_data` only when it was asked for. */
export interface ReadValue extends ProductValue {
  readonly linked_data?: unknown
}

type Values<Value> = Readonly<Record<string, readonly Value[]>>

/** Which values are shown: of some attributes, of some locales, of one channel. */
export type ValueFilter = Pick<ProductQuery, 'attributes' | 'locales' | 'scope'>

/** The values of a product that a filter lets through. */
export function selectValues(
  operation: Operation,
  product: Pick<Product, 'values'>,
  { attributes, locales, scope }: ValueFilter,
): Values<ProductValue> {
  const channel = scope === undefined ? undefined : operation.channels.get(scope)
  const wanted = locales ?? channel?.locales
  const selected = Object.entries(product.values)
    .filter(([code]) => attributes?.includes(code) ?? true)
    .map(([code, values]): [string, readonly ProductValue[]] => [
      code,
      values
        .filter(
          (value) =>
            (value.locale === null || (wanted?.includes(value.locale) ?? true)) &&
            (value.scope === null || scope === undefined || value.scope === scope),
        )
        .map((value) => inCurrencies(operation.attributes.get(code), value, channel)),
    ])
  return Object.fromEntries(selected.filter(([, values]) => values.length > 0))
}

/** Adds the labels of the options that values name (`with_attribute_options=true`). */
export function linkOptions(operation: Operation, values: Values<ProductValue>): Values<ReadValue> {
  const linked = Object.entries(values).map(([code, all]): [string, readonly ReadValue[]] => {
    const attribute = operation.attributes.get(code)
    if (!attribute || !hasOptions(attribute)) return [code, all]
    return [
      code,
      all.map((value) => ({ ...value, linked_data: optionsOf(operation, code, value) })),
    ]
  })
  return Object.fromEntries(linked)
}

function optionsOf(operation: Operation, attribute: string, { data }: ProductValue): unknown {
  const read = (code: unknown): unknown => {
    const option = operation.attributeOptions.get(`${attribute}.${String(code)}`)
    return option && { attribute, code: option.code, labels: option.labels }
  }
  if (!Array.isArray(data)) return read(data)
  return Object.fromEntries(data.map((code: unknown) => [String(code), read(code)]))
}

/** A channel only shows prices in its own currencies. */
function inCurrencies(
  attribute: Attribute | undefined,
  value: ProductValue,
  channel: Channel | undefined,
): ProductValue {
  if (!channel || attribute?.type !== 'pim_catalog_price_collection') return value
  const prices = value.data as readonly { readonly currency: string }[]
  const data = prices.filter(({ currency }) => channel.currencies.includes(currency))
  return { ...value, data }
}
