/** One value of a product: of one attribute, for one locale and channel (contract I.6). */
export interface ProductValue {
  readonly locale: string | null
  readonly scope: string | null
  readonly data: unknown
  readonly attribute_type?: string
}

/** Key: `uuid`. */
export interface Product {
  readonly uuid: string
  readonly identifier: string
  readonly enabled: boolean
  readonly family: string | null
  readonly categories: readonly string[]
  readonly groups: readonly string[]
  readonly parent: string | null
  readonly values: Readonly<Record<string, readonly ProductValue[]>>
  /** ISO 8601 with offset. */
  readonly created: string
  readonly updated: string
  readonly associations: Readonly<Record<string, unknown>>
  readonly quantified_associations: Readonly<Record<string, unknown>>
}

/** Key: `code`. */
export interface Family {
  readonly code: string
  readonly attributes: readonly string[]
  readonly attribute_as_label: string
  readonly attribute_as_image: string | null
  readonly attribute_requirements: Readonly<Record<string, readonly string[]>>
  readonly labels: Readonly<Record<string, string>>
}

/** Key: `code`. Which kind of data a product's value holds. */
export interface Attribute {
  readonly code: string
  readonly type: string
  readonly group: string
  readonly localizable: boolean
  readonly scopable: boolean
  readonly labels: Readonly<Record<string, string>>
}

/** Key: `code`. `position` orders siblings in the tree. */
export interface Category {
  readonly code: string
  readonly parent: string | null
  readonly position: number
  readonly updated: string
  readonly labels: Readonly<Record<string, string>>
}

/** Key: `code`. */
export interface Channel {
  readonly code: string
  readonly currencies: readonly string[]
  readonly locales: readonly string[]
  readonly category_tree: string
  readonly conversion_units: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
}

/** Key: `code`. */
export interface Locale {
  readonly code: string
  readonly enabled: boolean
}

/** Key: `code`. */
export interface Currency {
  readonly code: string
  readonly enabled: boolean
}

/** The collections of the product catalogue. */
export interface CatalogueState {
  readonly products: Product
  readonly families: Family
  readonly attributes: Attribute
  readonly categories: Category
  readonly channels: Channel
  readonly locales: Locale
  readonly currencies: Currency
}
