import { getProduct } from '../../domain/product.ts'
import { jsonText } from '../../http/json-text.ts'
import type { PimRouter } from '../router.ts'
import { base } from './list.ts'
import { answerProducts, productRight } from './product-list.ts'
import { readAdditions } from './product-query.ts'
import { createProductWriter } from './product-wire.ts'
import { allowRead } from './read.ts'

const path = `${base}/products`

/** `/products`, by identifier (contract I.4). */
export function productRoutes(router: PimRouter): void {
  const write = createProductWriter()
  router.get(path, (context) =>
    answerProducts(context, {
      path,
      query: allowRead(context, productRight),
      write,
      keyOf: ({ identifier }) => identifier,
      // The real one encrypts its cursor: clients must not read anything into it.
      cursor: { of: btoa, read: decode },
      documentation: 'search-after-type',
    }),
  )
  router.get(`${path}/:code`, (context) => {
    const { operation } = context.env
    const shape = readAdditions(allowRead(context, productRight))
    return jsonText(
      context,
      write(operation, getProduct(operation, context.req.param('code')), shape),
    )
  })
}

/** What a cursor stands for; nothing, so that the list begins at its beginning, when it was not made here. */
function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}
