import type { AssociationType } from '../../domain/catalogue-state.ts'
import { findAssociationTypes, getAssociationType } from '../../domain/association-type.ts'
import { associationTypeRules } from '../../domain/association-type-change.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { byRules, changeRoutes } from './change-routes.ts'
import { answerList, base } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/association-types`
const right = { acl: 'pim_api_association_type_list', entities: 'association types' }

/** `/association-types` (contract I.4). */
export function associationTypeRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findAssociationTypes(context.env.operation)
    return answerList(context, query, { path, find, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    return json(
      context,
      200,
      toWire(getAssociationType(context.env.operation, context.req.param('code'))),
    )
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_association_type_edit', to: 'create or update association types' },
    anchors: { post: 'post_association_types', patch: 'patch_association_types__code_' },
    ...byRules(associationTypeRules),
  })
}

function toWire(type: AssociationType): object {
  return {
    code: type.code,
    labels: type.labels,
    is_quantified: type.is_quantified,
    is_two_way: type.is_two_way,
  }
}
