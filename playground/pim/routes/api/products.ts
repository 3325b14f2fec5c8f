import { countRead } from '../../domain/audit.ts'
import type { Product } from '../../domain/catalogue-state.ts'
import { findProducts, getProduct } from '../../domain/product.ts'
import { createProduct, deleteProduct, updateProduct } from '../../domain/product-by-identifier.ts'
import { jsonText } from '../../http/json-text.ts'
import { encodeSegment } from '../../http/query.ts'
import { empty } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { answerBatch, collectionType } from './batch.ts'
import { allowChange, answerSaved, documented, readFields } from './change.ts'
import { base } from './list.ts'
import { answerProducts, productRight } from './product-list.ts'
import { readAdditions } from './product-query.ts'
import { createProductWriter } from './product-text.ts'
import { productByIdentifier } from './product-wire.ts'
import { allowRead } from './read.ts'

const path = `${base}/products`
const anchor = 'patch_products__code_'

/** The rights that changing and deleting products takes (contract G.3). */
export const productEdit = { acl: 'pim_api_product_edit', to: 'create or update products' }
export const productRemoval = { acl: 'pim_api_product_remove', to: 'delete products' }

/** `/products`, by identifier (contract I.4). */
export function productRoutes(router: PimRouter): void {
  const write = createProductWriter<Product>({
    path,
    nameOf: ({ identifier }) => identifier ?? '',
    toWire: productByIdentifier,
  })
  router.get(path, (context) => {
    const { operation } = context.env
    return answerProducts(context, {
      path,
      query: allowRead(context, productRight),
      isCounted: true,
      size: operation.products.size,
      find: findProducts,
      item(uuid, shape) {
        return write(operation, operation.products.get(uuid) as Product, shape)
      },
      // The real one encrypts its cursor: clients must not read anything into it.
      cursor: hiddenCursor,
      documentation: 'search-after-type',
    })
  })
  router.get(`${path}/:code`, (context) => {
    const { operation } = context.env
    const shape = readAdditions(allowRead(context, productRight))
    const product = getProduct(operation, context.req.param('code'))
    countRead(operation, 1)
    return jsonText(context, ['{', write(operation, product, shape).members])
  })
  router.post(path, (context) => {
    allowChange(context, productEdit)
    const fields = readFields(context)
    const create = () => createProduct(context.env.operation, fields)
    return answerSaved(context, true, addressOf(documented(context, 'post_products', create)))
  })
  router.patch(path, (context) => {
    allowChange(context, productEdit, collectionType)
    return answerBatch(context, {
      key: 'identifier',
      save: (code, fields) =>
        documented(context, anchor, () => updateProduct(context.env.operation, code, fields)).isNew,
    })
  })
  router.patch(`${path}/:code`, (context) => {
    allowChange(context, productEdit)
    const fields = readFields(context)
    const { product, isNew } = documented(context, anchor, () =>
      updateProduct(context.env.operation, context.req.param('code'), fields),
    )
    return answerSaved(context, isNew, addressOf(product))
  })
  router.delete(`${path}/:code`, (context) => {
    allowChange(context, productRemoval, null)
    deleteProduct(context.env.operation, context.req.param('code'))
    return empty(context, 204)
  })
}

function addressOf({ identifier }: { readonly identifier: string | null }): string {
  return `${path}/${encodeSegment(identifier ?? '')}`
}

/** Cursors in Base64; one that was not made here stands for nothing, so that the list begins at its beginning. */
export const hiddenCursor = {
  of: (key: string): string => btoa(encodeURIComponent(key)),
  read: decode,
}

function decode(cursor: string): string {
  try {
    return decodeURIComponent(atob(cursor))
  } catch {
    return ''
  }
}
