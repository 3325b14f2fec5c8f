import type { ProductModel } from '../../domain/catalogue-state.ts'
import type { Operation } from '../../domain/operation.ts'
import { findProductModels } from '../../domain/product.ts'
import { getProductModel } from '../../domain/product-model.ts'
import {
  createProductModel,
  deleteProductModel,
  updateProductModel,
} from '../../domain/product-model-change.ts'
import { linkOptions, selectValues } from '../../domain/product-values.ts'
import { withAncestors } from '../../domain/variant.ts'
import { jsonText } from '../../http/json-text.ts'
import { empty } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { changeRoutes } from './change-routes.ts'
import { allowChange } from './change.ts'
import { base } from './list.ts'
import { answerProducts } from './product-list.ts'
import { readAdditions } from './product-query.ts'
import { createProductWriter } from './product-text.ts'
import { withIdentifiers, type ProductShape } from './product-wire.ts'
import { hiddenCursor } from './products.ts'
import { allowRead } from './read.ts'

const path = `${base}/product-models`
const right = { acl: 'pim_api_product_list', entities: 'product models' }

/** `/product-models` (contract I.4). */
export function productModelRoutes(router: PimRouter): void {
  const write = createProductWriter<ProductModel>({ path, nameOf: ({ code }) => code, toWire })
  router.get(path, (context) => {
    const { operation } = context.env
    return answerProducts(context, {
      path,
      query: allowRead(context, right),
      isCounted: false,
      size: operation.productModels.size,
      find: findProductModels,
      item(code, shape) {
        return write(operation, operation.productModels.get(code) as ProductModel, shape)
      },
      cursor: hiddenCursor,
      documentation: 'search-after-type',
    })
  })
  router.get(`${path}/:code`, (context) => {
    const { operation } = context.env
    const shape = readAdditions(allowRead(context, right))
    const model = getProductModel(operation, context.req.param('code'))
    return jsonText(context, ['{', write(operation, model, shape).members])
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_product_edit', to: 'create or update product models' },
    anchors: { post: 'post_product_models', patch: 'patch_product_models__code_' },
    create: ({ env }, fields) => createProductModel(env.operation, fields),
    update: ({ env }, code, fields) => updateProductModel(env.operation, code, fields),
  })
  router.delete(`${path}/:code`, (context) => {
    allowChange(context, { acl: 'pim_api_product_remove', to: 'delete product models' }, null)
    deleteProductModel(context.env.operation, context.req.param('code'))
    return empty(context, 204)
  })
}

function toWire(operation: Operation, model: ProductModel, shape: ProductShape): object {
  const whole = withAncestors(operation, model)
  const values = selectValues(operation, whole, shape)
  return {
    code: model.code,
    family: model.family,
    family_variant: model.family_variant,
    parent: model.parent,
    categories: whole.categories.toSorted(),
    values: shape.withAttributeOptions ? linkOptions(operation, values) : values,
    created: model.created,
    updated: model.updated,
    ...withIdentifiers(operation, whole),
  }
}
