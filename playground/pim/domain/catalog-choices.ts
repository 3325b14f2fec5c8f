import type { ProductMapping } from './product-mapping.ts'

/** One condition on the products of a catalog; all of them must be met. */
export interface SelectionCriterion {
  /** `enabled`, `family`, `categories`, `completeness`, or an attribute's code. */
  readonly field: string
  readonly operator: string
  readonly value: unknown
  readonly scope?: string | null
  readonly locale?: string | null
}

/** Which values of a catalog's products are shown; a list that is empty or not there leaves all. */
export interface ValueFilters {
  readonly channels?: readonly string[] | null
  readonly locales?: readonly string[] | null
  readonly currencies?: readonly string[] | null
}

/** What users of the PIM choose for a catalog of an app (contract I.7). */
export interface CatalogChoices {
  /** As long as nobody chose any, a catalog selects the products that are enabled. */
  readonly productSelectionCriteria?: readonly SelectionCriterion[]
  readonly productValueFilters?: ValueFilters
  /** Where the properties of the app's mapping schema come from. */
  readonly productMapping?: ProductMapping
}
