import { findAttributes, getAttribute } from '../../domain/attribute.ts'
import type { Attribute } from '../../domain/catalogue-state.ts'
import type { Operation } from '../../domain/operation.ts'
import { attributeRules } from '../../domain/attribute-change.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { byRules, changeRoutes } from './change-routes.ts'
import { answerList, base, structureSearch } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/attributes`
const right = { acl: 'pim_api_attribute_list', entities: 'attributes' }

/** `/attributes` (contract I.4). */
export function attributeRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const { operation } = context.env
    const query = allowRead(context, right)
    return answerList(context, query, {
      path,
      find: () => findAttributes(operation, structureSearch(query)),
      toWire: (attribute) => toWire(operation, attribute),
    })
  })
  router.get(`${path}/:code`, (context) => {
    const { operation } = context.env
    allowRead(context, right)
    return json(context, 200, toWire(operation, getAttribute(operation, context.req.param('code'))))
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_attribute_edit', to: 'create or update attributes' },
    anchors: { post: 'post_attributes', patch: 'patch_attributes__code_' },
    ...byRules(attributeRules),
  })
}

function toWire(operation: Operation, attribute: Attribute): object {
  return {
    code: attribute.code,
    type: attribute.type,
    group: attribute.group,
    unique: attribute.unique,
    useable_as_grid_filter: attribute.useable_as_grid_filter,
    allowed_extensions: attribute.allowed_extensions,
    metric_family: attribute.metric_family,
    default_metric_unit: attribute.default_metric_unit,
    reference_data_name: attribute.reference_data_name,
    available_locales: attribute.available_locales,
    max_characters: attribute.max_characters,
    validation_rule: attribute.validation_rule,
    validation_regexp: attribute.validation_regexp,
    wysiwyg_enabled: attribute.wysiwyg_enabled,
    number_min: attribute.number_min,
    number_max: attribute.number_max,
    decimals_allowed: attribute.decimals_allowed,
    negative_allowed: attribute.negative_allowed,
    date_min: attribute.date_min,
    date_max: attribute.date_max,
    max_file_size: attribute.max_file_size,
    minimum_input_length: attribute.minimum_input_length,
    sort_order: attribute.sort_order,
    localizable: attribute.localizable,
    scopable: attribute.scopable,
    labels: attribute.labels,
    group_labels: operation.attributeGroups.get(attribute.group)?.labels ?? {},
    default_value: attribute.default_value,
    // Only where somebody said something of it: the API tells of them in later versions.
    ...(attribute.guidelines && { guidelines: attribute.guidelines }),
    ...(attribute.auto_option_sorting !== undefined && {
      auto_option_sorting: attribute.auto_option_sorting,
    }),
  }
}
