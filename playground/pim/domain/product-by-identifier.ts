import { byIdentifier } from './association-change.ts'
import { monitored } from './business-error.ts'
import type { Product } from './catalogue-state.ts'
import { requireSameCode } from './change.ts'
import { PimError } from './error.ts'
import { raiseEvent } from './event-log.ts'
import type { Fields } from './fields.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { identifiedFields, saveProduct } from './product-change.ts'
import { forgetProduct } from './product-references.ts'

/** A product that was saved, and whether it is new. */
export interface SavedProduct {
  readonly product: Product
  readonly isNew: boolean
}

/** Creates a product that is known by its identifier. Throws `PropertyError` or `violations`. */
export function createProduct(operation: Operation, fields: Fields): Product {
  requireNames(fields)
  return saveProduct(operation, {
    uuid: operation.newId(),
    before: undefined,
    fields: identifiedFields(operation, fields, fields.get('identifier') ?? null),
    naming: byIdentifier,
    isIdentified: true,
  })
}

/** Changes the product with this identifier, or creates it. Throws `PropertyError`, `unprocessable` or `violations`. */
export function updateProduct(
  operation: Operation,
  identifier: string,
  fields: Fields,
): SavedProduct {
  requireNames(fields)
  const [before] = operation.products.where('identifier', identifier)
  if (!before) requireSameCode(fields, identifier, 'identifier')
  const given = fields.has('identifier') ? fields.get('identifier') : identifier
  const product = saveProduct(operation, {
    uuid: before?.uuid ?? operation.newId(),
    before,
    fields: identifiedFields(operation, fields, given),
    naming: byIdentifier,
    isIdentified: true,
  })
  // The PIM answers as if it had created a product that becomes a variant.
  const becameVariant = before?.parent === null && product.parent !== null
  return { product, isNew: before === undefined || becameVariant }
}

/** A list at the top of a request has places instead of properties. */
function requireNames(fields: Fields): void {
  if ([...fields.keys()].some((property) => /^(?:0|[1-9]\d*)$/.test(property))) {
    throw new PimError('bad-request', 'Invalid json message received')
  }
}

/** Deletes the product with this identifier. Throws `not-found`. */
export function deleteProduct(operation: Operation, identifier: string): void {
  const [product] = operation.products.where('identifier', identifier)
  const message = `The ${identifier} product does not exist in your PIM or you do not have permission to access it.`
  const found = () => known(operation, product, 'Product', identifier, message)
  removeProduct(operation, monitored(operation, found))
}

/** Deletes a product and what is associated with it. */
export function removeProduct(operation: Operation, { uuid, identifier }: Product): void {
  operation.products.delete(uuid)
  raiseEvent(operation, 'product.removed', { product_uuid: uuid, product_identifier: identifier })
  forgetProduct(operation, uuid)
}
