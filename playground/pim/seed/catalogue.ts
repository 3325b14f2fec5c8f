import type {
  Association,
  Attribute,
  AttributeOption,
  CatalogueState,
  Category,
  Locale,
  Product,
  ProductModel,
  ProductValue,
} from '../domain/catalogue-state.ts'
import associationTypes from './association-types.json' with { type: 'json' }
import attributeGroups from './attribute-groups.json' with { type: 'json' }
import attributeOptions from './attribute-options.json' with { type: 'json' }
import attributes from './attributes.json' with { type: 'json' }
import categories from './categories.json' with { type: 'json' }
import channels from './channels.json' with { type: 'json' }
import currencies from './currencies.json' with { type: 'json' }
import families from './families.json' with { type: 'json' }
import locales from './locales.json' with { type: 'json' }
import measurementFamilies from './measurement-families.json' with { type: 'json' }
import products from './products.json' with { type: 'json' }
import type { SeedProduct } from './product-range.ts'
import variants from './variants.json' with { type: 'json' }

type Catalogue = { [Name in keyof CatalogueState]: [string, CatalogueState[Name]][] }

const structureUpdated = '2023-03-14T09:20:00+00:00'

let made: Catalogue | undefined

/** The demo shop's catalogue, by collection and key. Made once: records never change in place. */
export function catalogue(): Catalogue {
  return (made ??= makeCatalogue())
}

function makeCatalogue(): Catalogue {
  const known = attributes.map(toAttribute)
  const byCode = new Map(known.map((attribute) => [attribute.code, attribute]))
  const uuids = new Map(products.map(({ identifier, uuid }) => [identifier, uuid]))
  return {
    products: [...(products as unknown as SeedProduct[]), ...variants.products].map((product) => [
      product.uuid,
      toProduct(product, byCode, uuids),
    ]),
    productModels: byKey(variants.productModels.map((model) => toModel(model, byCode, uuids))),
    families: byKey(families.map(dated)),
    familyVariants: byKey(variants.familyVariants),
    attributes: byKey(known),
    attributeGroups: byKey(attributeGroups.map(dated)),
    attributeOptions: toOptions().map((option) => [`${option.attribute}.${option.code}`, option]),
    associationTypes: byKey(associationTypes),
    categories: byKey(withPositions()),
    channels: byKey(channels) as Catalogue['channels'],
    locales: byKey(switched(locales)),
    currencies: byKey(switched(currencies)),
    measurementFamilies: byKey(measurementFamilies) as unknown as Catalogue['measurementFamilies'],
    productMappingSchemas: [],
  }
}

function byKey<Entity extends { readonly code: string }>(
  entities: readonly Entity[],
): [string, Entity][] {
  return entities.map((entity) => [entity.code, entity])
}

function switched(codes: { enabled: readonly string[]; disabled: readonly string[] }): Locale[] {
  return [
    ...codes.enabled.map((code) => ({ code, enabled: true })),
    ...codes.disabled.map((code) => ({ code, enabled: false })),
  ]
}

function toOptions(): AttributeOption[] {
  return Object.entries(attributeOptions).flatMap(([attribute, options]) =>
    options.map(({ code, labels }, index) => ({ code, attribute, sort_order: index + 1, labels })),
  )
}

function dated<Entity>(entity: Entity): Entity & { updated: string } {
  return { ...entity, updated: structureUpdated }
}

/** Categories stand in the file in the order of the tree. */
function withPositions(): Category[] {
  const siblings = new Map<string | null, number>()
  return categories.map(({ code, parent, updated, labels }) => {
    const position = (siblings.get(parent) ?? 0) + 1
    siblings.set(parent, position)
    return { code, parent, position, updated, labels }
  })
}

/** The file says only what differs from what an attribute has by itself. */
function toAttribute(attribute: Partial<Attribute> & { code: string }, index: number): Attribute {
  return {
    ...attributeDefaults,
    sort_order: index + 1,
    ...attribute,
    updated: structureUpdated,
  } as Attribute
}

const attributeDefaults: Omit<Attribute, 'code' | 'type' | 'group' | 'labels' | 'updated'> = {
  unique: false,
  useable_as_grid_filter: false,
  allowed_extensions: [],
  metric_family: null,
  default_metric_unit: null,
  reference_data_name: null,
  available_locales: [],
  max_characters: null,
  validation_rule: null,
  validation_regexp: null,
  wysiwyg_enabled: null,
  number_min: null,
  number_max: null,
  decimals_allowed: null,
  negative_allowed: null,
  date_min: null,
  date_max: null,
  max_file_size: null,
  minimum_input_length: null,
  sort_order: 0,
  localizable: false,
  scopable: false,
  default_value: null,
}

function toProduct(
  product: SeedProduct,
  byCode: ReadonlyMap<string, Attribute>,
  uuids: ReadonlyMap<string, string>,
): Product {
  return {
    uuid: product.uuid,
    identifier: product.identifier,
    enabled: product.enabled ?? true,
    family: product.family,
    categories: product.categories,
    groups: [],
    parent: product.parent ?? null,
    values: allValues(product.values, byCode),
    created: product.created,
    updated: product.updated,
    associations: toAssociations(product.associations ?? {}, uuids),
    quantified_associations: {},
  }
}

function toModel(
  model: (typeof variants.productModels)[number],
  byCode: ReadonlyMap<string, Attribute>,
  uuids: ReadonlyMap<string, string>,
): ProductModel {
  return {
    code: model.code,
    family: model.family,
    family_variant: model.family_variant,
    parent: model.parent,
    categories: model.categories,
    values: allValues(model.values, byCode),
    created: model.created,
    updated: model.updated,
    associations: toAssociations({}, uuids),
    quantified_associations: {},
  }
}

function allValues(
  values: Readonly<Record<string, unknown>>,
  byCode: ReadonlyMap<string, Attribute>,
): Product['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([code, data]) => {
      const attribute = byCode.get(code)
      if (!attribute) throw new TypeError(`Unknown attribute "${code}" in the demo catalogue`)
      return [code, toValues(attribute, data)]
    }),
  )
}

function toValues(attribute: Attribute, data: unknown): ProductValue[] {
  const entries = (of: unknown): [string, unknown][] => Object.entries(of as object)
  const ofScopes: [string | null, unknown][] = attribute.scopable ? entries(data) : [[null, data]]
  return ofScopes.flatMap(([scope, ofScope]) => {
    const ofLocales: [string | null, unknown][] = attribute.localizable
      ? entries(ofScope)
      : [[null, ofScope]]
    return ofLocales.map(([locale, value]) => ({ locale, scope, data: toData(attribute, value) }))
  })
}

function toData({ type }: Attribute, value: unknown): unknown {
  if (type !== 'pim_catalog_price_collection') return value
  return Object.entries(value as object).map(([currency, amount]) => ({ amount, currency }))
}

/** A product carries every association type that is not quantified, empty or not. */
function toAssociations(
  identifiers: Readonly<Record<string, readonly string[]>>,
  uuids: ReadonlyMap<string, string>,
): Product['associations'] {
  const types = associationTypes.filter((type) => !type.is_quantified)
  return Object.fromEntries(
    types.map(({ code }): [string, Association] => [
      code,
      {
        products: (identifiers[code] ?? []).map((identifier) => uuids.get(identifier)!),
        product_models: [],
        groups: [],
      },
    ]),
  )
}
