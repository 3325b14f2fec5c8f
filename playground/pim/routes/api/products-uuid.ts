import { identifierCode } from '../../domain/attribute.ts'
import { countRead } from '../../domain/audit.ts'
import type { Product } from '../../domain/catalogue-state.ts'
import { findProducts, getProductByUuid } from '../../domain/product.ts'
import {
  createProductByUuid,
  deleteProductByUuid,
  isUuid,
  updateProductByUuid,
} from '../../domain/product-by-uuid.ts'
import { jsonText } from '../../http/json-text.ts'
import { readQuery, type Query } from '../../http/query.ts'
import { empty } from '../../http/respond.ts'
import type { PimContext, PimRouter } from '../router.ts'
import { answerBatch, collectionType } from './batch.ts'
import { allowChange, answerSaved, documented, readFields } from './change.ts'
import { base } from './list.ts'
import { answerProducts, productRight } from './product-list.ts'
import { readAdditions } from './product-query.ts'
import { createProductWriter, type ProductWriter } from './product-text.ts'
import { productByUuid } from './product-wire.ts'
import { productEdit, productRemoval } from './products.ts'
import { allowRead } from './read.ts'

const path = `${base}/products-uuid`
const anchor = 'patch_products_uuid__uuid_'
const listed = { acl: productRight.acl, to: `list ${productRight.entities}` }

/** `/products-uuid`, by UUID (contract I.4). */
export function productUuidRoutes(router: PimRouter): void {
  const write = createProductWriter<Product>({
    path,
    nameOf: ({ uuid }) => uuid,
    toWire: productByUuid,
    // The identifier is shown among the values.
    dependsOn: identifierCode,
  })
  router.get(path, (context) =>
    answerList(context, { address: path, query: allowRead(context, productRight), write }),
  )
  router.post(`${path}/search`, (context) => {
    allowChange(context, listed)
    return answerList(context, { address: `${path}/search`, query: readSearch(context), write })
  })
  router.get(`${path}/:uuid`, (context) => {
    const { operation } = context.env
    const shape = readAdditions(allowRead(context, productRight))
    const product = getProductByUuid(operation, context.req.param('uuid'))
    countRead(operation, 1)
    return jsonText(context, ['{', write(operation, product, shape).members])
  })
  router.post(path, (context) => {
    allowChange(context, productEdit)
    const fields = readFields(context)
    const create = () => createProductByUuid(context.env.operation, fields)
    const { uuid } = documented(context, 'post_products_uuid', create)
    return answerSaved(context, true, `${path}/${uuid}`)
  })
  router.patch(path, (context) => {
    allowChange(context, productEdit, collectionType)
    return answerBatch(context, {
      key: 'uuid',
      shown: (uuid) => (isUuid(uuid) ? uuid.toLowerCase() : uuid),
      save: (uuid, fields) =>
        documented(context, anchor, () => updateProductByUuid(context.env.operation, uuid, fields))
          .isNew,
    })
  })
  router.patch(`${path}/:uuid`, (context) => {
    allowChange(context, productEdit)
    const fields = readFields(context)
    const { product, isNew } = documented(context, anchor, () =>
      updateProductByUuid(context.env.operation, context.req.param('uuid'), fields),
    )
    return answerSaved(context, isNew, `${path}/${product.uuid}`)
  })
  router.delete(`${path}/:uuid`, (context) => {
    allowChange(context, productRemoval, null)
    deleteProductByUuid(context.env.operation, context.req.param('uuid'))
    return empty(context, 204)
  })
}

interface List {
  readonly address: string
  readonly query: Query
  readonly write: ProductWriter<Product>
}

function answerList(context: PimContext, { address, query, write }: List): Response {
  const { operation } = context.env
  return answerProducts(context, {
    path: address,
    query,
    isCounted: true,
    size: operation.products.size,
    find: findProducts,
    item(uuid, shape) {
      return write(operation, operation.products.get(uuid) as Product, shape)
    },
    cursor: { of: (uuid) => uuid, read: (uuid) => uuid.toLowerCase() },
    documentation: 'the-search-after-method',
  })
}

/** A search in a body: what would be too long for an address (contract I.4). The address still says which page. */
function readSearch(context: PimContext): Query {
  const asked = [...readFields(context)]
    .filter(([, value]) => value !== null)
    .map(([name, value]): [string, string] => [
      name,
      name === 'search' ? json(value) : codes(value),
    ])
  return new Map([...asked, ...readQuery(context.req.url)])
}

/** A search as JSON, which it may be already. */
function json(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Codes with commas between them, as an address has them. */
function codes(value: unknown): string {
  return Array.isArray(value) ? value.map(json).join(',') : json(value)
}
