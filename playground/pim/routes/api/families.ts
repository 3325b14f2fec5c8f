import type { Family } from '../../domain/catalogue-state.ts'
import { findFamilies, getFamily } from '../../domain/family.ts'
import { familyRules } from '../../domain/family-change.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { byRules, changeRoutes } from './change-routes.ts'
import { answerList, base, structureSearch } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/families`
const right = { acl: 'pim_api_family_list', entities: 'families' }

/** `/families` (contract I.4). */
export function familyRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findFamilies(context.env.operation, structureSearch(query))
    return answerList(context, query, { path, find, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    return json(context, 200, toWire(getFamily(context.env.operation, context.req.param('code'))))
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_family_edit', to: 'create or update families' },
    anchors: { post: 'post_families', patch: 'patch_families__code_' },
    ...byRules(familyRules),
  })
}

function toWire(family: Family): object {
  return {
    code: family.code,
    attributes: family.attributes,
    attribute_as_label: family.attribute_as_label,
    attribute_as_image: family.attribute_as_image,
    attribute_requirements: family.attribute_requirements,
    labels: family.labels,
  }
}
