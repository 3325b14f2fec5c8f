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
  Locale,
  Product,
  ProductValue,
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
    enabled: flag,
    family: nullable(text),
    categories: texts,
    groups: texts,
    values: mapOf(listOf(value)),
    created: text,
    updated: text,
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
