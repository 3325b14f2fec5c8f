import type {
  Association,
  Attribute,
  Product,
  ProductModel,
  ProductValue,
  QuantifiedAssociation,
} from '../domain/catalogue-state.ts'
import associationTypes from './association-types.json' with { type: 'json' }
import type { SeedModel, SeedProduct } from './seed-product.ts'

/** Makes records of what the range says in short. */
export interface RecordMaker {
  toProduct(product: SeedProduct): Product
  toModel(model: SeedModel): ProductModel
}

const plainTypes = associationTypes.filter((type) => !type.is_quantified).map(({ code }) => code)
const noLinks: Association = { products: [], product_models: [], groups: [] }
// A product carries every association type that is not quantified, empty or not.
const noAssociations = Object.fromEntries(plainTypes.map((code) => [code, noLinks]))

/** `uuids` has the UUID of every product by its identifier. */
export function createRecordMaker(
  attributes: readonly Attribute[],
  uuids: ReadonlyMap<string, string>,
): RecordMaker {
  const byCode = new Map(attributes.map((attribute) => [attribute.code, attribute]))

  function uuidOf(identifier: string): string {
    const uuid = uuids.get(identifier)
    if (uuid === undefined) throw new TypeError(`Unknown product "${identifier}" in the demo range`)
    return uuid
  }

  function toAssociations(links: SeedProduct['associations']): Product['associations'] {
    if (!links) return noAssociations
    const given = Object.entries(links).map(([type, link]): [string, Association] => [
      type,
      {
        products: (link.products ?? []).map(uuidOf),
        product_models: link.models ?? [],
        groups: [],
      },
    ])
    return { ...noAssociations, ...Object.fromEntries(given) }
  }

  function toQuantities(given: SeedProduct['quantities']): Product['quantified_associations'] {
    const quantities = Object.entries(given ?? {}).map(
      ([type, link]): [string, QuantifiedAssociation] => [
        type,
        {
          products: (link.products ?? []).map(([name, quantity]) => ({
            uuid: uuidOf(name),
            quantity,
          })),
          product_models: (link.models ?? []).map(([identifier, quantity]) => ({
            identifier,
            quantity,
          })),
        },
      ],
    )
    return Object.fromEntries(quantities)
  }

  /** What many products have in common is one object in the range, and becomes one list here. */
  const shared = new WeakMap<object, ProductValue[]>()

  function valuesFor(code: string, data: unknown): ProductValue[] {
    const attribute = byCode.get(code)
    if (!attribute) throw new TypeError(`Unknown attribute "${code}" in the demo range`)
    if (typeof data !== 'object' || data === null) return toValues(attribute, data)
    const known = shared.get(data) ?? toValues(attribute, data)
    shared.set(data, known)
    return known
  }

  function allValues(values: Readonly<Record<string, unknown>>): Product['values'] {
    const all: Record<string, ProductValue[]> = {}
    for (const code of Object.keys(values)) all[code] = valuesFor(code, values[code])
    return all
  }

  return {
    toProduct: (product) => ({
      uuid: product.uuid,
      identifier: product.identifier,
      enabled: product.enabled ?? true,
      family: product.family,
      categories: product.categories,
      groups: [],
      parent: product.parent ?? null,
      values: allValues(product.values),
      created: product.created,
      updated: product.updated,
      associations: toAssociations(product.associations),
      quantified_associations: toQuantities(product.quantities),
    }),
    toModel: (model) => ({
      code: model.code,
      family: model.family,
      family_variant: model.family_variant,
      parent: model.parent,
      categories: model.categories,
      values: allValues(model.values),
      created: model.created,
      updated: model.updated,
      associations: noAssociations,
      quantified_associations: {},
    }),
  }
}

function toValues(attribute: Attribute, data: unknown): ProductValue[] {
  if (!attribute.scopable) return toPlaced(attribute, null, data)
  return Object.entries(data as object).flatMap(([scope, of]) => toPlaced(attribute, scope, of))
}

function toPlaced(attribute: Attribute, scope: string | null, data: unknown): ProductValue[] {
  if (!attribute.localizable) return [{ locale: null, scope, data: toData(attribute, data) }]
  const texts = data as Readonly<Record<string, unknown>>
  return Object.keys(texts).map((locale) => ({ locale, scope, data: texts[locale] }))
}

function toData({ type }: Attribute, value: unknown): unknown {
  if (type !== 'pim_catalog_price_collection') return value
  return Object.entries(value as object).map(([currency, amount]) => ({ amount, currency }))
}
