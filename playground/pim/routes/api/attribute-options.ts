import { findAttributeOptions, getAttributeOption } from '../../domain/attribute.ts'
import {
  createAttributeOption,
  updateAttributeOption,
} from '../../domain/attribute-option-change.ts'
import type { AttributeOption } from '../../domain/catalogue-state.ts'
import { encodeSegment } from '../../http/query.ts'
import { json } from '../../http/respond.ts'
import { parameter, type PimRouter } from '../router.ts'
import { changeRoutes } from './change-routes.ts'
import { answerList, base } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/attributes/:attribute_code/options`
const right = { acl: 'pim_api_attribute_option_list', entities: 'attribute options' }

/** `/attributes/{attribute_code}/options` (contract I.4). */
export function attributeOptionRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const attribute = context.req.param('attribute_code')
    const options = findAttributeOptions(context.env.operation, attribute)
    return answerList(context, query, {
      path: addressOf(attribute),
      find: () => options,
      toWire,
    })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    const { attribute_code: attribute, code } = context.req.param()
    return json(context, 200, toWire(getAttributeOption(context.env.operation, attribute, code)))
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_attribute_option_edit', to: 'create or update attribute options' },
    anchors: {
      post: 'post_attributes__attribute_code__options',
      patch: 'patch_attributes__attribute_code__options__code_',
    },
    addressOf: (context) => addressOf(parameter(context, 'attribute_code')),
    create: (context, fields) =>
      createAttributeOption(context.env.operation, parameter(context, 'attribute_code'), fields),
    update: (context, code, fields) =>
      updateAttributeOption(
        context.env.operation,
        parameter(context, 'attribute_code'),
        code,
        fields,
      ),
  })
}

function addressOf(attribute: string): string {
  return `${base}/attributes/${encodeSegment(attribute)}/options`
}

function toWire(option: AttributeOption): object {
  return {
    code: option.code,
    attribute: option.attribute,
    sort_order: option.sort_order,
    labels: option.labels,
  }
}
