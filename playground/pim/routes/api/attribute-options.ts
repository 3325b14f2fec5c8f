import { findAttributeOptions, getAttributeOption } from '../../domain/attribute.ts'
import type { AttributeOption } from '../../domain/catalogue-state.ts'
import { encodeSegment } from '../../http/query.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
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
      path: `${base}/attributes/${encodeSegment(attribute)}/options`,
      find: () => options,
      toWire,
    })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    const { attribute_code: attribute, code } = context.req.param()
    return json(context, 200, toWire(getAttributeOption(context.env.operation, attribute, code)))
  })
}

function toWire(option: AttributeOption): object {
  return {
    code: option.code,
    attribute: option.attribute,
    sort_order: option.sort_order,
    labels: option.labels,
  }
}
