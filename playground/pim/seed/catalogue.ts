import { blankAttribute } from '../domain/attribute.ts'
import type {
  Attribute,
  AttributeOption,
  CatalogueState,
  Category,
  Locale,
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
import { createRecordMaker } from './catalogue-records.ts'
import variants from './variants.json' with { type: 'json' }
import { wholeRange } from './whole-range.ts'

/** The records of the product catalogue, by collection and key. */
export type Catalogue = {
  [Name in keyof CatalogueState]: [string, CatalogueState[Name]][]
}

const structureUpdated = '2023-03-14T09:20:00+00:00'

let made: Catalogue | undefined

/** The demo shop's catalogue, by collection and key. Made once: records never change in place. */
export function catalogue(): Catalogue {
  return (made ??= makeCatalogue())
}

function makeCatalogue(): Catalogue {
  const known = attributes.map(toAttribute)
  const { products, productModels } = wholeRange()
  const uuids = new Map(products.map(({ identifier, uuid }) => [identifier, uuid]))
  const { toProduct, toModel } = createRecordMaker(known, uuids)
  return {
    products: products.map((product) => [product.uuid, toProduct(product)]),
    productModels: byKey(productModels.map(toModel)),
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
    ...blankAttribute,
    sort_order: index + 1,
    ...attribute,
    updated: structureUpdated,
  } as Attribute
}
