import { getProductByUuid } from '../../domain/product.ts'
import { jsonText } from '../../http/json-text.ts'
import type { PimRouter } from '../router.ts'
import { base } from './list.ts'
import { answerProducts, productRight } from './product-list.ts'
import { readAdditions } from './product-query.ts'
import { writeProductByUuid } from './product-wire.ts'
import { allowRead } from './read.ts'

const path = `${base}/products-uuid`

/** `/products-uuid`, by UUID (contract I.4). */
export function productUuidRoutes(router: PimRouter): void {
  router.get(path, (context) =>
    answerProducts(context, {
      path,
      query: allowRead(context, productRight),
      write: writeProductByUuid,
      keyOf: ({ uuid }) => uuid,
      cursor: { of: (uuid) => uuid, read: (uuid) => uuid.toLowerCase() },
      documentation: 'the-search-after-method',
    }),
  )
  router.get(`${path}/:uuid`, (context) => {
    const { operation } = context.env
    const shape = readAdditions(allowRead(context, productRight))
    const product = getProductByUuid(operation, context.req.param('uuid'))
    return jsonText(context, writeProductByUuid(operation, product, shape))
  })
}
