import type { AttributeGroup } from '../../domain/catalogue-state.ts'
import { findAttributeGroups, getAttributeGroup } from '../../domain/attribute-group.ts'
import { attributeGroupRules } from '../../domain/attribute-group-change.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { byRules, changeRoutes } from './change-routes.ts'
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
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_attribute_group_edit', to: 'create or update attribute groups' },
    anchors: { post: 'post_attribute_groups', patch: 'patch_attribute_groups__code_' },
    ...byRules(attributeGroupRules),
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
