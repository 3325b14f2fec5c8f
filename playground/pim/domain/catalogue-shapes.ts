import {
  anything,
  flag,
  listOf,
  mapOf,
  nullable,
  openRecordOf,
  text,
  type Shape,
} from '../store/shape.ts'
import type {
  Attribute,
  CatalogueState,
  Category,
  Channel,
  Currency,
  Family,
  FamilyVariant,
  Locale,
  Product,
  ProductModel,
  ProductValue,
  VariantAttributeSet,
} from './catalogue-state.ts'

const texts = listOf(text)
const labels = mapOf(text)
const value = openRecordOf<ProductValue>({
  locale: nullable(text),
  scope: nullable(text),
  data: anything,
})

/** What every record of the catalogue has at least: as much as the REST API relies on. */
export const catalogueShapes: { readonly [Name in keyof CatalogueState]?: Shape } = {
  products: openRecordOf<Product>({
    uuid: text,
    identifier: nullable(text),
    parent: nullable(text),
    enabled: flag,
    family: nullable(text),
    categories: texts,
    groups: texts,
    values: mapOf(listOf(value)),
    created: text,
    updated: text,
  }),
  productModels: openRecordOf<ProductModel>({
    code: text,
    family: text,
    family_variant: text,
    parent: nullable(text),
    categories: texts,
    values: mapOf(listOf(value)),
    created: text,
    updated: text,
  }),
  familyVariants: openRecordOf<FamilyVariant>({
    code: text,
    family: text,
    labels,
    variant_attribute_sets: listOf(
      openRecordOf<VariantAttributeSet>({ axes: texts, attributes: texts }),
    ),
  }),
  families: openRecordOf<Family>({
    code: text,
    attributes: texts,
    attribute_requirements: mapOf(texts),
    labels,
  }),
  attributes: openRecordOf<Attribute>({
    code: text,
    type: text,
    group: text,
    localizable: flag,
    scopable: flag,
    labels,
  }),
  categories: openRecordOf<Category>({ code: text, parent: nullable(text), labels }),
  channels: openRecordOf<Channel>({ code: text, currencies: texts, locales: texts, labels }),
  locales: openRecordOf<Locale>({ code: text, enabled: flag }),
  currencies: openRecordOf<Currency>({ code: text, enabled: flag }),
}
