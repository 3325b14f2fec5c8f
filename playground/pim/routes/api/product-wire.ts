import { identifierCode } from '../../domain/attribute.ts'
import type { Association, Product } from '../../domain/catalogue-state.ts'
import { completenesses } from '../../domain/completeness.ts'
import type { Operation } from '../../domain/operation.ts'
import { linkOptions, selectValues, type ValueFilter } from '../../domain/product-values.ts'

/** How a product leaves the PIM: which values, and what is added on demand (contract I.4, I.6). */
export interface ProductShape extends ValueFilter {
  readonly withAttributeOptions: boolean
  readonly withCompletenesses: boolean
}

/** Writes products as JSON text. */
export type ProductWriter = (operation: Operation, product: Product, shape: ProductShape) => string

/**
 * A writer for products by identifier. A whole product is written once: its record never changes in place, and nothing
 * of another record is in its text.
 */
export function createProductWriter(): ProductWriter {
  const written = new WeakMap<Product, string>()
  return (operation, product, shape) => {
    if (!isWhole(shape)) return JSON.stringify(byIdentifier(operation, product, shape))
    const known = written.get(product)
    if (known !== undefined) return known
    const text = JSON.stringify(byIdentifier(operation, product, shape))
    written.set(product, text)
    return text
  }
}

/** Writes products by UUID: the identifier stands among the values, and associations name UUIDs. */
export function writeProductByUuid(
  operation: Operation,
  product: Product,
  shape: ProductShape,
): string {
  const code = identifierCode(operation)
  const identified =
    code === undefined
      ? product
      : {
          ...product,
          values: {
            [code]: [{ locale: null, scope: null, data: product.identifier }],
            ...product.values,
          },
        }
  const associations = Object.entries(product.associations).map(([type, association]) => [
    type,
    withUuids(operation, association),
  ])
  return JSON.stringify({
    uuid: product.uuid,
    ...body(operation, identified, shape),
    associations: Object.fromEntries(associations),
    ...tail(operation, product, shape),
  })
}

function byIdentifier(operation: Operation, product: Product, shape: ProductShape): object {
  return {
    uuid: product.uuid,
    identifier: product.identifier,
    ...body(operation, product, shape),
    associations: product.associations,
    ...tail(operation, product, shape),
  }
}

function isWhole(shape: ProductShape): boolean {
  return (
    shape.attributes === undefined &&
    shape.locales === undefined &&
    shape.scope === undefined &&
    !shape.withAttributeOptions &&
    !shape.withCompletenesses
  )
}

function body(operation: Operation, product: Product, shape: ProductShape): object {
  const values = selectValues(operation, product, shape)
  return {
    enabled: product.enabled,
    family: product.family,
    categories: product.categories,
    groups: product.groups,
    parent: product.parent,
    values: shape.withAttributeOptions ? linkOptions(operation, values) : values,
    created: product.created,
    updated: product.updated,
  }
}

function tail(operation: Operation, product: Product, shape: ProductShape): object {
  return {
    quantified_associations: product.quantified_associations,
    ...(shape.withCompletenesses && { completenesses: completenesses(operation, product) }),
  }
}

function withUuids(operation: Operation, association: Association): Association {
  const products = association.products.flatMap((identifier) =>
    operation.products.where('identifier', identifier).map(({ uuid }) => uuid),
  )
  return { ...association, products }
}
