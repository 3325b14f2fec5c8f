import type { FamilyVariant } from '../../domain/catalogue-state.ts'
import { findFamilyVariants, getFamilyVariant } from '../../domain/family-variant.ts'
import { createFamilyVariant, updateFamilyVariant } from '../../domain/family-variant-change.ts'
import { encodeSegment } from '../../http/query.ts'
import { json } from '../../http/respond.ts'
import { parameter, type PimRouter } from '../router.ts'
import { changeRoutes } from './change-routes.ts'
import { answerList, base } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/families/:family_code/variants`
const right = { acl: 'pim_api_family_variant_list', entities: 'family variants' }

/** `/families/{family_code}/variants` (contract I.4). */
export function familyVariantRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const family = context.req.param('family_code')
    const variants = findFamilyVariants(context.env.operation, family)
    return answerList(context, query, { path: addressOf(family), find: () => variants, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    const { family_code: family, code } = context.req.param()
    return json(context, 200, toWire(getFamilyVariant(context.env.operation, family, code)))
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_family_variant_edit', to: 'create or update family variants' },
    anchors: {
      post: 'post_families__family_code__variants',
      // The source has two underscores at the end.
      patch: 'patch_families__family_code__variants__code__',
    },
    addressOf: (context) => addressOf(parameter(context, 'family_code')),
    create: (context, fields) =>
      createFamilyVariant(context.env.operation, parameter(context, 'family_code'), fields),
    update: (context, code, fields) =>
      updateFamilyVariant(context.env.operation, parameter(context, 'family_code'), code, fields),
  })
}

function addressOf(family: string): string {
  return `${base}/families/${encodeSegment(family)}/variants`
}

function toWire(variant: FamilyVariant): object {
  return {
    code: variant.code,
    labels: variant.labels,
    variant_attribute_sets: variant.variant_attribute_sets,
  }
}
