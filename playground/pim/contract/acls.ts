/** The rights on connections and apps: ids of the group `Connect` of a role's page (contract K). */
export const connectAcls = {
  manageConnections: 'akeneo_connectivity_connection_manage_settings',
  manageApps: 'akeneo_connectivity_connection_manage_apps',
  openApps: 'akeneo_connectivity_connection_open_apps',
  manageCustomApps: 'akeneo_connectivity_connection_manage_test_apps',
} as const

/** The rights to say what an app may do with each part of the catalogue: Enterprise Edition only (contract H.3). */
export const permissionAcls = {
  attributeGroups: 'pimee_enrich_attribute_group_edit_permissions',
  categories: 'pimee_enrich_category_edit_permissions',
  locales: 'pimee_enrich_locale_edit_permissions',
} as const

/** Without it no token of the role's users reaches the REST API (contract K, I.3). */
export const overallAccess = 'pim_api_overall_access'

/** One right on the REST API, as the tab `Web API permissions` of a role's page names it. */
export interface WebApiAcl {
  readonly id: string
  readonly label: string
}

const entities = [
  ['product', 'products', 'removable'],
  ['category', 'categories', 'editable'],
  ['family', 'families', 'editable'],
  ['family_variant', 'family variants', 'editable'],
  ['attribute', 'attributes', 'editable'],
  ['attribute_option', 'attribute options', 'editable'],
  ['attribute_group', 'attribute groups', 'editable'],
  ['association_type', 'association types', 'editable'],
  ['channel', 'channels', 'editable'],
  ['locale', 'locales', 'listed'],
  ['currency', 'currencies', 'listed'],
  ['catalog', 'catalogs', 'removable'],
] as const

/** Every right on the REST API, in the order of the role's page (contract G.3, K). */
export const webApiAcls: readonly WebApiAcl[] = [
  { id: overallAccess, label: 'Overall Web API access' },
  ...entities.flatMap(([entity, name, reach]) => rightsOn(entity, name, reach)),
]

function rightsOn(
  entity: string,
  name: string,
  reach: 'listed' | 'editable' | 'removable',
): WebApiAcl[] {
  const list = { id: `pim_api_${entity}_list`, label: `List ${name}` }
  const edit = { id: `pim_api_${entity}_edit`, label: `Create and update ${name}` }
  const remove = { id: `pim_api_${entity}_remove`, label: `Delete ${name}` }
  if (reach === 'listed') return [list]
  return reach === 'editable' ? [list, edit] : [list, edit, remove]
}

/** The ids of all rights that a role can have. */
export const allAcls: readonly string[] = [
  ...Object.values(connectAcls),
  ...Object.values(permissionAcls),
  ...webApiAcls.map(({ id }) => id),
]
