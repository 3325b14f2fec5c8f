import { findCategories, getCategory } from '../../domain/category.ts'
import type { Category } from '../../domain/catalogue-state.ts'
import type { Query } from '../../http/query.ts'
import { categoryRules } from '../../domain/category-change.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { byRules, changeRoutes } from './change-routes.ts'
import { answerList, base, structureSearch } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/categories`
const right = { acl: 'pim_api_category_list', entities: 'categories' }

/** `/categories`, with `position` when `with_position=true` (contract I.4). */
export function categoryRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findCategories(context.env.operation, structureSearch(query))
    return answerList(context, query, { path, find, toWire: wireOf(query) })
  })
  router.get(`${path}/:code`, (context) => {
    const toWire = wireOf(allowRead(context, right))
    return json(context, 200, toWire(getCategory(context.env.operation, context.req.param('code'))))
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_category_edit', to: 'create or update categories' },
    anchors: { post: 'post_categories', patch: 'patch_categories__code_' },
    ...byRules(categoryRules),
  })
}

function wireOf(query: Query): (category: Category) => object {
  const withPosition = query.get('with_position') === 'true'
  return ({ code, parent, updated, position, labels }) => ({
    code,
    parent,
    updated,
    ...(withPosition && { position }),
    labels,
  })
}
