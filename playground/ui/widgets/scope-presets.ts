/** What an app may ask for, from little to much (contract G.1); each shows the wizard in another shape. */
export const scopePresets = [
  {
    id: 'read',
    label: 'Read products and categories',
    scope: 'read_products read_categories',
  },
  {
    id: 'write',
    label: 'Write products, read what describes them',
    scope: 'write_products read_catalog_structure read_channel_localization',
  },
  {
    id: 'sign-in',
    label: 'Read products and sign users in',
    scope: 'openid profile email read_products',
  },
  {
    id: 'only-sign-in',
    label: 'Only sign users in',
    scope: 'openid profile email',
  },
  { id: 'nothing', label: 'Nothing', scope: '' },
] as const
