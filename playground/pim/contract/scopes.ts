import type { ScopeGroup } from './scope-messages.ts'

/** How far a scope reaches (contract G.2). */
export type ScopeLevel = 'read' | 'write' | 'delete'

/** The scopes of one resource, as far as `levels` goes (contract G.1, G.3). */
export interface ScopeFamily {
  readonly name: string
  readonly group: ScopeGroup
  readonly levels: readonly ScopeLevel[]
  /** What a scope's name begins with, before `_<name>`. */
  readonly verbs: Readonly<Record<ScopeLevel, string>>
  /** Whether each level includes the ones before it (contract G.2). */
  readonly isHierarchy: boolean
  /** What the scopes give rights on: the ACL is `pim_api_<entity>_list`, `_edit` or `_remove`. */
  readonly entities: readonly string[]
  /** Whether only the Enterprise Edition knows it. */
  readonly isEnterprise: boolean
}

const read = ['read'] as const
const write = ['read', 'write'] as const
const all = ['read', 'write', 'delete'] as const

function family(
  name: string,
  levels: readonly ScopeLevel[],
  entities: readonly string[],
  group: ScopeGroup = name as ScopeGroup,
): ScopeFamily {
  const verbs = { read: 'read', write: 'write', delete: 'delete' }
  return { name, group, levels, verbs, isHierarchy: true, entities, isEnterprise: false }
}

function enterprise(...options: Parameters<typeof family>): ScopeFamily {
  return { ...family(...options), isEnterprise: true }
}

/**
 * Every authorization scope that an app can ask for. Which rights workflows and suggestions need is not published, and
 * nothing says that one scope on suggestions includes another.
 */
export const scopeFamilies: readonly ScopeFamily[] = [
  family('products', all, ['product']),
  family('catalog_structure', write, ['attribute', 'attribute_group', 'family', 'family_variant']),
  family('attribute_options', write, ['attribute_option']),
  family('categories', write, ['category']),
  family('channel_localization', read, ['locale', 'currency']),
  family('channel_settings', write, ['channel']),
  family('association_types', write, ['association_type']),
  family('catalogs', all, ['catalog']),
  enterprise('asset_families', write, ['asset_family']),
  enterprise('assets', all, ['asset']),
  enterprise('reference_entities', write, ['reference_entity'], 'reference_entity'),
  enterprise(
    'reference_entity_records',
    write,
    ['reference_entity_record'],
    'reference_entity_record',
  ),
  enterprise('workflows', read, []),
  enterprise('workflow_step_assignees', read, []),
  enterprise('workflow_tasks', write, []),
  {
    ...enterprise('suggestions', all, []),
    verbs: { read: 'read', write: 'create', delete: 'manage' },
    isHierarchy: false,
  },
]

/** The scopes about the person who connects the app, in alphabetical order. */
export const authenticationScopes = ['email', 'openid', 'profile'] as const
