import { identifierCode } from '../../domain/attribute.ts'
import type { Product } from '../../domain/catalogue-state.ts'
import { completenesses } from '../../domain/completeness.ts'
import type { Operation } from '../../domain/operation.ts'
import { linkOptions, selectValues, type ValueFilter } from '../../domain/product-values.ts'
import { withAncestors, type WithValues } from '../../domain/variant.ts'

/** How a product leaves the PIM: which values, and what is added on demand (contract I.4, I.6). */
export interface ProductShape extends ValueFilter {
  readonly withAttributeOptions: boolean
  readonly withCompletenesses: boolean
}

/** A product by UUID: the identifier stands among the values, and associations name UUIDs. */
export function productByUuid(operation: Operation, product: Product, shape: ProductShape): object {
  const whole = withAncestors(operation, product)
  const code = identifierCode(operation)
  const identified =
    code === undefined || product.identifier === null
      ? whole
      : {
          ...whole,
          values: {
            [code]: [{ locale: null, scope: null, data: product.identifier }],
            ...whole.values,
          },
        }
  return {
    uuid: product.uuid,
    ...body(operation, identified, shape),
    associations: whole.associations,
    quantified_associations: whole.quantified_associations,
    ...additions(operation, whole, shape),
  }
}

/** A product by identifier. */
export function productByIdentifier(
  operation: Operation,
  product: Product,
  shape: ProductShape,
): object {
  const whole = withAncestors(operation, product)
  return {
    uuid: product.uuid,
    identifier: product.identifier,
    ...body(operation, whole, shape),
    ...withIdentifiers(operation, whole),
    ...additions(operation, whole, shape),
  }
}

function body(operation: Operation, product: Product, shape: ProductShape): object {
  const values = selectValues(operation, product, shape)
  return {
    enabled: product.enabled,
    family: product.family,
    categories: product.categories.toSorted(),
    groups: product.groups,
    parent: product.parent,
    values: shape.withAttributeOptions ? linkOptions(operation, values) : values,
    created: product.created,
    updated: product.updated,
  }
}

function additions(operation: Operation, product: Product, shape: ProductShape): object {
  if (!shape.withCompletenesses) return {}
  return { completenesses: completenesses(operation, product) }
}

/** The associations of a product or model, other products by their identifiers. */
export function withIdentifiers(
  operation: Operation,
  { associations, quantified_associations: quantified }: WithValues,
): object {
  const identifierOf = (uuid: string): string[] => {
    const identifier = operation.products.get(uuid)?.identifier ?? null
    return identifier === null ? [] : [identifier]
  }
  return {
    associations: Object.fromEntries(
      Object.entries(associations).map(([type, association]) => [
        type,
        { ...association, products: association.products.flatMap(identifierOf) },
      ]),
    ),
    quantified_associations: Object.fromEntries(
      Object.entries(quantified).map(([type, { products, product_models: models }]) => [
        type,
        {
          products: products.flatMap(({ uuid, quantity }) =>
            identifierOf(uuid).map((identifier) => ({ identifier, quantity })),
          ),
          product_models: models,
        },
      ]),
    ),
  }
}
