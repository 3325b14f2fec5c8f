/**
 * The sentences in which the PIM says what an app may do (contract G.1, G.2). An answer names a group by its key
 * (`icon` and `entities`) and a `type`; the text is the sentence of the type with `{{ entities }}` replaced.
 */
export const scopeMessages = {
  types: {
    view: 'View {{ entities }}',
    edit: 'View and edit {{ entities }}',
    delete: 'View, edit and delete {{ entities }}',
  },
  entities: {
    products: 'products and product models',
    catalog_structure: 'attributes, attribute groups, families and family variants',
    attribute_options: 'attribute options',
    categories: 'categories',
    channel_localization: 'locales and currencies',
    channel_settings: 'channels',
    association_types: 'association types',
    catalogs: 'catalogs',
    asset_families: 'asset families',
    assets: 'assets',
    reference_entity: 'reference entities',
    reference_entity_record: 'reference entity records',
    workflows: 'workflows',
    workflow_step_assignees: 'assignees of workflow steps',
    workflow_tasks: 'workflow tasks',
    suggestions: 'suggestions',
  },
  authentication: {
    email: 'View your email address',
    profile: 'View your firstname and your lastname',
  },
} as const

/** How far a permission reaches: read, write, or write and delete. */
export type ScopeMessageType = keyof typeof scopeMessages.types

/** A group of resources that scopes give access to. */
export type ScopeGroup = keyof typeof scopeMessages.entities
