import * as app from './pim-app-states.ts'
import { breaking, press, type ScreenState } from './pim-screen-state.ts'
import * as state from './pim-states.ts'

const apps = '/connect/connected-apps'
const lantern = `${apps}/${app.connectionCode(1)}`
const source = { flowType: 'data_source', auditable: true } as const

/** The looks of connected apps (contract H). */
export const connectedAppStates: readonly ScreenState[] = [
  { name: 'connected apps, none', path: apps, shows: 'No apps connected yet.' },
  {
    name: 'connected apps, many',
    path: apps,
    changes: [
      app.connectedApp(1),
      app.connectedApp(2, { isPending: true, author: null }),
      app.connectedApp(3, { hasOutdatedScopes: true }),
      app.connectedApp(4, { isCustomApp: false }),
    ],
    shows: 'App no longer listed',
  },
  {
    name: 'connected apps, unreachable',
    path: apps,
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  {
    name: 'connected app',
    path: lantern,
    changes: [app.customApp(1), app.connectedApp(1)],
    shows: 'Client secret',
  },
  {
    name: 'connected app, pending',
    path: lantern,
    changes: [app.connectedApp(1, { isPending: true, scopes: [] })],
    shows: 'This app is not connected to your PIM.',
  },
  {
    name: 'connected app, regenerate',
    path: lantern,
    changes: [app.customApp(1), app.connectedApp(1)],
    act: press('Regenerate'),
    shows: 'Confirm regenerate',
  },
  {
    name: 'connected app, delete',
    path: `${lantern}/delete`,
    changes: [app.connectedApp(1)],
    shows: 'Confirm deletion',
  },
  {
    name: 'connected app, permissions',
    path: `${lantern}?tab=permissions`,
    changes: [app.enterprise, app.connectedApp(1, { scopes: ['delete_products'] })],
    shows: 'How to set-up app permissions?',
  },
  {
    name: 'connected app, no catalog',
    path: `${lantern}?tab=catalogs`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] })],
    shows: 'This app has no catalog yet',
  },
  {
    name: 'connected app, catalogs',
    path: `${lantern}?tab=catalogs`,
    changes: [
      app.connectedApp(1, { scopes: ['write_catalogs'] }),
      app.catalog(1, 1),
      app.catalog(2, 1, true),
    ],
    shows: 'Shop 2',
  },
  {
    name: 'catalog',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    shows: 'Enable catalog',
  },
  {
    name: 'catalog, criteria',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    async act({ page }) {
      await page.getByLabel('Add selection criteria').selectOption('Category')
      await page.getByLabel('Add to Category').selectOption('lighting')
    },
    shows: 'There are unsaved changes.',
  },
  {
    name: 'catalog, filters',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    async act({ page }) {
      await page.getByRole('tab', { name: 'Filter the values' }).click()
      await page.getByLabel('Add to Locales').selectOption('en_US')
    },
    shows: 'There are unsaved changes.',
  },
  {
    name: 'catalog, unknown',
    path: `${lantern}/catalogs/${app.catalogId(9)}`,
    changes: [app.connectedApp(1)],
    shows: 'Catalog not found',
  },
  {
    name: 'connected app, no source',
    path: `${lantern}?tab=monitoring`,
    changes: [app.connectedApp(1)],
    shows: 'only available for source app',
  },
  {
    name: 'connected app, errors',
    path: `${lantern}?tab=monitoring`,
    changes: [
      app.connectedApp(1, source),
      state.businessErrors(app.connectionCode(1), ['Not a price.']),
    ],
    shows: 'You have 1 error',
  },
  { name: 'connected app, unknown', path: `${apps}/nobody`, shows: 'App not found' },
  {
    name: 'opening refused',
    path: `${apps}/nobody/open`,
    shows: 'Sorry, an error occurred while opening the App.',
  },
]

/** The looks of the dashboard, of roles, and of no page (contract J.3, K). */
export const otherStates: readonly ScreenState[] = [
  {
    name: 'data flows, no connection',
    path: '/connect/data-flows',
    changes: [state.noConnections],
    shows: 'Want to see some fancy charts about your connections?',
  },
  { name: 'data flows, quiet', path: '/connect/data-flows', shows: 'Products created' },
  {
    name: 'data flows, busy',
    path: '/connect/data-flows',
    changes: [state.busyWeek],
    shows: 'business errors',
  },
  {
    name: 'data flows, unreachable',
    path: '/connect/data-flows',
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  { name: 'roles', path: '/system/roles', shows: 'Administrator' },
  { name: 'role', path: '/system/roles/1', shows: 'Permissions' },
  {
    name: 'role, permissions',
    path: '/system/roles/1',
    act: ({ page }) => page.getByRole('tab', { name: 'Permissions', exact: true }).click(),
    shows: 'Manage connections settings',
  },
  {
    name: 'role, Web API permissions',
    path: '/system/roles/1',
    act: ({ page }) => page.getByRole('tab', { name: 'Web API permissions' }).click(),
    shows: 'Overall Web API access',
  },
  {
    name: 'role, users',
    path: '/system/roles/2',
    act: ({ page }) => page.getByRole('tab', { name: 'Users' }).click(),
    shows: 'No user has this role',
  },
  { name: 'role, unknown', path: '/system/roles/99', shows: 'This role does not exist' },
  { name: 'no page', path: '/no/such/page', shows: 'Page not found' },
]
