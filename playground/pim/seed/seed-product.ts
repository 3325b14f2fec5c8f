/** A product as the range makes it: values by attribute, then by channel and locale where they differ. */
export interface SeedProduct {
  readonly identifier: string
  readonly uuid: string
  readonly enabled?: false
  readonly family: string | null
  /** Code of the product model whose variant it is. */
  readonly parent?: string
  readonly categories: readonly string[]
  readonly created: string
  readonly updated: string
  readonly values: Readonly<Record<string, unknown>>
  readonly associations?: SeedAssociations
  /** How many of which products and models, by quantified association type. */
  readonly quantities?: Readonly<Record<string, SeedQuantities>>
}

/** What variants have in common. */
export interface SeedModel {
  readonly code: string
  readonly family: string
  readonly family_variant: string
  readonly parent: string | null
  readonly categories: readonly string[]
  readonly created: string
  readonly updated: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Identifiers of products and codes of models, by association type. */
export type SeedAssociations = Readonly<
  Record<string, { readonly products?: readonly string[]; readonly models?: readonly string[] }>
>

export interface SeedQuantities {
  readonly products?: readonly (readonly [identifier: string, quantity: number])[]
  readonly models?: readonly (readonly [code: string, quantity: number])[]
}
