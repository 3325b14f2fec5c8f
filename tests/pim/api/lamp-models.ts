/** A product or a model, as far as these tests look at it. */
export interface Entity {
  readonly code: string
  readonly family: string
  readonly parent: string | null
  readonly categories: readonly string[]
  readonly values: Readonly<Record<string, readonly { readonly data: unknown }[]>>
}

/** The values of an attribute that depends on neither locale nor channel. */
export const plain = (data: unknown) => [{ locale: null, scope: null, data }]

// A lamp of the catalogue: the model, the one of its color, and a variant.
export const root = '/product-models/pendant-lamp-nimbra'
export const brass = `${root}-brass`
export const variant = '/products/pendant-lamp-nimbra-brass-e27'
