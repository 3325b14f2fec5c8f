import type { PermissionPart } from '../api/app-permissions.ts'
import { partTexts } from '../permissions/part-texts.ts'
import type { Words } from '../wording.ts'

export interface AclGroup {
  label: string
  acls: readonly { id: string; label: string }[]
}

export const manageConnections = 'akeneo_connectivity_connection_manage_settings'
export const manageApps = 'akeneo_connectivity_connection_manage_apps'
export const openApps = 'akeneo_connectivity_connection_open_apps'
export const manageCustomApps = 'akeneo_connectivity_connection_manage_test_apps'

/** What it takes to say what an app may do with a part of the catalogue: Enterprise Edition only (contract H.3). */
export const partAcls: Readonly<Record<PermissionPart, string>> = {
  attributeGroups: 'pimee_enrich_attribute_group_edit_permissions',
  categories: 'pimee_enrich_category_edit_permissions',
  locales: 'pimee_enrich_locale_edit_permissions',
}

/** The permissions on parts of the catalogue, a group each, as the Enterprise Edition has them. */
export const partGroups: readonly AclGroup[] = [
  partGroup('attributeGroups', 'Manage attribute group permissions'),
  partGroup('categories', 'Manage category permissions'),
  partGroup('locales', 'Manage locale permissions'),
]

function partGroup(part: PermissionPart, label: string): AclGroup {
  return { label: partTexts[part].title, acls: [{ id: partAcls[part], label }] }
}

/** The permissions about connecting, in the groups and with the labels of an era (contract K). */
export function permissionGroups({ permissions }: Words): AclGroup[] {
  const inOrder = [
    { id: manageConnections, ...permissions.manageConnections },
    { id: manageApps, ...permissions.manageApps },
    { id: openApps, ...permissions.openApps },
    { id: manageCustomApps, ...permissions.manageCustomApps },
  ]
  const labels = [...new Set(inOrder.map((acl) => acl.group))]
  return labels.map((label) => ({
    label,
    acls: inOrder
      .filter((acl) => acl.group === label)
      .map(({ id, label: text }) => ({ id, label: text })),
  }))
}

/** The permissions of the REST API, per entity (contract G.3, K). */
export const apiGroups: readonly AclGroup[] = [
  {
    label: 'Overall access',
    acls: [{ id: 'pim_api_overall_access', label: 'Overall Web API access' }],
  },
  entity('product', 'Products', ['list', 'edit', 'remove']),
  entity('catalog', 'Catalogs', ['list', 'edit', 'remove']),
  entity('category', 'Categories', ['list', 'edit']),
  entity('family', 'Families', ['list', 'edit']),
  entity('family_variant', 'Family variants', ['list', 'edit']),
  entity('attribute', 'Attributes', ['list', 'edit']),
  entity('attribute_option', 'Attribute options', ['list', 'edit']),
  entity('attribute_group', 'Attribute groups', ['list', 'edit']),
  entity('association_type', 'Association types', ['list', 'edit']),
  entity('channel', 'Channels', ['list', 'edit']),
  entity('locale', 'Locales', ['list']),
  entity('currency', 'Currencies', ['list']),
]

type Action = 'list' | 'edit' | 'remove'

function entity(code: string, label: string, actions: readonly Action[]): AclGroup {
  const verbs: Record<Action, string> = {
    list: 'List',
    edit: 'Create and update',
    remove: 'Delete',
  }
  const acls = actions.map((action) => ({
    id: `pim_api_${code}_${action}`,
    label: `${verbs[action]} ${label.toLowerCase()}`,
  }))
  return { label, acls }
}
