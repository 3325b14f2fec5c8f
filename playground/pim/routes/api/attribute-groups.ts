import type { AttributeGroup } from '../../domain/catalogue-state.ts'
import { findAttributeGroups, getAttributeGroup } from '../../domain/attribute-group.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { answerList, base, structureSearch } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/attribute-groups`
const right = { acl: 'pim_api_attribute_group_list', entities: 'attribute groups' }

/** `/attribute-groups` (contract I.4). */
export function attributeGroupRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findAttributeGroups(context.env.operation, structureSearch(query))
    return answerList(context, query, { path, find, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    return json(
      context,
      200,
      toWire(getAttributeGroup(context.env.operation, context.req.param('code'))),
    )
  })
}

function toWire(group: AttributeGroup): object {
  return {
    code: group.code,
    sort_order: group.sort_order,
    attributes: group.attributes,
    labels: group.labels,
  }
}
