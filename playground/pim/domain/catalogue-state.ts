import type { MeasurementFamily } from './measurement-state.ts'

/** A text by locale code. */
export type Labels = Readonly<Record<string, string>>

/** One value of a product: of one attribute, for one locale and channel (contract I.6). */
export interface ProductValue {
  readonly locale: string | null
  readonly scope: string | null
  readonly data: unknown
}

/** By attribute code; the identifier has no entry. */
export type Values = Readonly<Record<string, readonly ProductValue[]>>

/** What a product is associated with by one association type. */
export interface Association {
  /** UUIDs. */
  readonly products: readonly string[]
  readonly product_models: readonly string[]
  readonly groups: readonly string[]
}

/** By association type. */
export type Associations = Readonly<Record<string, Association>>

/** What a product is associated with by one quantified association type. */
export interface QuantifiedAssociation {
  readonly products: readonly { readonly uuid: string; readonly quantity: number }[]
  readonly product_models: readonly { readonly identifier: string; readonly quantity: number }[]
}

/** By association type. */
export type QuantifiedAssociations = Readonly<Record<string, QuantifiedAssociation>>

/** Key: `uuid`. */
export interface Product {
  readonly uuid: string
  /** Null as long as nobody gave one. */
  readonly identifier: string | null
  readonly enabled: boolean
  readonly family: string | null
  readonly categories: readonly string[]
  readonly groups: readonly string[]
  /** Code of the product model whose variant it is; its own values are those of the last level only. */
  readonly parent: string | null
  readonly values: Values
  /** ISO 8601 with offset. */
  readonly created: string
  readonly updated: string
  readonly associations: Associations
  readonly quantified_associations: QuantifiedAssociations
}

/** Key: `code`. What variants have in common. */
export interface ProductModel {
  readonly code: string
  readonly family: string
  readonly family_variant: string
  /** Code of the model above it, if the family variant has two levels. */
  readonly parent: string | null
  readonly categories: readonly string[]
  readonly values: Values
  readonly created: string
  readonly updated: string
  readonly associations: Associations
  readonly quantified_associations: QuantifiedAssociations
}

/** Which attributes differ on one level of variants, and which of them tell the variants apart. */
export interface VariantAttributeSet {
  readonly level: number
  readonly axes: readonly string[]
  /** Axes included. */
  readonly attributes: readonly string[]
}

/** Key: `code`. */
export interface FamilyVariant {
  readonly code: string
  readonly family: string
  readonly labels: Labels
  readonly variant_attribute_sets: readonly VariantAttributeSet[]
}

/** Key: `code`. */
export interface Family {
  readonly code: string
  readonly attributes: readonly string[]
  readonly attribute_as_label: string
  readonly attribute_as_image: string | null
  /** Attribute codes by channel code. */
  readonly attribute_requirements: Readonly<Record<string, readonly string[]>>
  readonly labels: Labels
  readonly updated: string
}

/** Key: `code`. Which kind of data a product's value holds. */
export interface Attribute {
  readonly code: string
  readonly type: string
  readonly group: string
  readonly unique: boolean
  readonly useable_as_grid_filter: boolean
  readonly allowed_extensions: readonly string[]
  readonly metric_family: string | null
  readonly default_metric_unit: string | null
  readonly reference_data_name: string | null
  readonly available_locales: readonly string[]
  readonly max_characters: number | null
  readonly validation_rule: string | null
  readonly validation_regexp: string | null
  readonly wysiwyg_enabled: boolean | null
  readonly number_min: string | null
  readonly number_max: string | null
  readonly decimals_allowed: boolean | null
  readonly negative_allowed: boolean | null
  readonly date_min: string | null
  readonly date_max: string | null
  readonly max_file_size: string | null
  readonly minimum_input_length: number | null
  readonly sort_order: number
  readonly localizable: boolean
  readonly scopable: boolean
  readonly labels: Labels
  readonly default_value: boolean | null
  /** What whoever fills in values is told; not there as long as nobody gave any. */
  readonly guidelines?: Labels
  /** Whether the screens order the options by themselves; not there as long as nobody said so. */
  readonly auto_option_sorting?: boolean | null
  readonly updated: string
}

/** Key: `code`. */
export interface AttributeGroup {
  readonly code: string
  readonly sort_order: number
  readonly attributes: readonly string[]
  readonly labels: Labels
  readonly updated: string
}

/** Key: `<attribute>.<code>`. */
export interface AttributeOption {
  readonly code: string
  readonly attribute: string
  readonly sort_order: number
  readonly labels: Labels
}

/** Key: `code`. */
export interface AssociationType {
  readonly code: string
  readonly labels: Labels
  readonly is_quantified: boolean
  readonly is_two_way: boolean
}

/** Key: `code`. `position` orders siblings in the tree, from 1. */
export interface Category {
  readonly code: string
  readonly parent: string | null
  readonly position: number
  readonly updated: string
  readonly labels: Labels
}

/** Key: `code`. */
export interface Channel {
  readonly code: string
  readonly currencies: readonly string[]
  readonly locales: readonly string[]
  readonly category_tree: string
  /** Unit code by attribute code. */
  readonly conversion_units: Readonly<Record<string, string>>
  readonly labels: Labels
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
  readonly productModels: ProductModel
  readonly families: Family
  readonly familyVariants: FamilyVariant
  readonly attributes: Attribute
  readonly attributeGroups: AttributeGroup
  readonly attributeOptions: AttributeOption
  readonly associationTypes: AssociationType
  readonly categories: Category
  readonly channels: Channel
  readonly locales: Locale
  readonly currencies: Currency
  readonly measurementFamilies: MeasurementFamily
}

/** The collections of the product catalogue: no part of a scenario, they begin as the demo catalogue. */
export const catalogueCollections = [
  'products',
  'productModels',
  'families',
  'familyVariants',
  'attributes',
  'attributeGroups',
  'attributeOptions',
  'associationTypes',
  'categories',
  'channels',
  'locales',
  'currencies',
  'measurementFamilies',
] as const satisfies readonly (keyof CatalogueState)[]
