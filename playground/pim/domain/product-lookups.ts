import type { IndexBy } from '../store/record-index.ts'
import type { Product, ProductModel } from './catalogue-state.ts'

/** Products by what their identifier is searched by: upper and lower case do not matter. */
export const byFoldedIdentifier: IndexBy<Product> = {
  name: 'folded identifier',
  keysOf: ({ identifier }) => (identifier === null ? [] : [identifier.toLowerCase()]),
}

/** Products or models by the categories that they are in themselves, not through a model above them. */
export const byOwnCategory: IndexBy<Product | ProductModel> = {
  name: 'own category',
  keysOf: ({ categories }) => categories,
}

/** Products or models by the UUIDs of the products that they are associated with. */
export const byAssociatedProduct: IndexBy<Product | ProductModel> = {
  name: 'associated product',
  keysOf: ({ associations, quantified_associations: quantified }) => [
    ...Object.values(associations).flatMap(({ products }) => products),
    ...Object.values(quantified).flatMap(({ products }) => products.map(({ uuid }) => uuid)),
  ],
}

/** Products or models by the codes of the models that they are associated with. */
export const byAssociatedModel: IndexBy<Product | ProductModel> = {
  name: 'associated model',
  keysOf: ({ associations, quantified_associations: quantified }) => [
    ...Object.values(associations).flatMap(({ product_models: codes }) => codes),
    ...Object.values(quantified).flatMap(({ product_models: links }) =>
      links.map(({ identifier }) => identifier),
    ),
  ],
}

/** Products by the data that they have of an attribute which is neither localizable nor scopable. */
export function byOnlyValue(code: string): IndexBy<Product> {
  return {
    name: `only value of ${code}`,
    keysOf: ({ values }) => {
      const [value] = (Object.hasOwn(values, code) ? values[code] : undefined) ?? []
      return value ? [value.data] : []
    },
  }
}
