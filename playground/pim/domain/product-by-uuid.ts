import { byUuid } from './association-change.ts'
import { monitored } from './business-error.ts'
import type { Product } from './catalogue-state.ts'
import { PimError, refuseViolations } from './error.ts'
import type { Fields } from './fields.ts'
import { known } from './known.ts'
import type { Operation } from './operation.ts'
import { removeProduct, type SavedProduct } from './product-by-identifier.ts'
import { saveProduct } from './product-change.ts'
import { PropertyError, unknownProperty } from './property-error.ts'

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text is a UUID (RFC 9562 section 4). */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && shape.test(text)
}

/** Creates a product; its identifier stands among its values. Throws `PropertyError` or `violations`. */
export function createProductByUuid(operation: Operation, fields: Fields): Product {
  requireKnownProperties(fields)
  const given = fields.get('uuid') ?? null
  const uuid = given === null ? operation.newId() : readUuid(given)
  if (operation.products.has(uuid)) {
    const message = `The ${uuid} uuid is already used for another product.`
    refuseViolations([{ property: 'uuid', message }])
  }
  return save(operation, uuid, undefined, fields)
}

/** Changes the product with this UUID, or creates it. Throws `PropertyError`, `unprocessable` or `violations`. */
export function updateProductByUuid(
  operation: Operation,
  address: string,
  fields: Fields,
): SavedProduct {
  requireKnownProperties(fields)
  const uuid = readUuid(address)
  const given = fields.get('uuid') ?? null
  if (given !== null && readUuid(given) !== uuid) {
    throw new PimError(
      'unprocessable',
      `The uuid "${String(given)}" provided in the request body must match the uuid "${address}" provided in the url.`,
    )
  }
  const before = operation.products.get(uuid)
  return { product: save(operation, uuid, before, fields), isNew: before === undefined }
}

function save(
  operation: Operation,
  uuid: string,
  before: Product | undefined,
  fields: Fields,
): Product {
  return saveProduct(operation, { uuid, before, fields, naming: byUuid, isIdentified: false })
}

/** Deletes the product with this UUID. Throws `not-found`. */
export function deleteProductByUuid(operation: Operation, uuid: string): void {
  const product = operation.products.get(uuid.toLowerCase())
  const message = `Product "${uuid}" does not exist or you do not have permission to access it.`
  const found = () => known(operation, product, 'Product', uuid, message)
  removeProduct(operation, monitored(operation, found))
}

function requireKnownProperties(fields: Fields): void {
  if ((fields.get('identifier') ?? null) !== null) throw unknownProperty('identifier')
}

function readUuid(given: unknown): string {
  if (isUuid(given)) return given.toLowerCase()
  throw new PropertyError('This is not a valid UUID.')
}
