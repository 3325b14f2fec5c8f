import * as app from '../pim-app-states.ts'
import { breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import * as state from '../pim-states.ts'

const apps = '/connect/connected-apps'
const lantern = `/connect/connected-apps/${app.connectionCode(1)}`
const source = { flowType: 'data_source', auditable: true } as const

/** Connected apps (contract H). */
export const connectedAppsStates: readonly ScreenState[] = [
  { name: 'connected apps, none', path: apps, shows: 'No apps connected yet.' },
  {
    name: 'connected apps, one',
    path: apps,
    changes: [app.connectedApp(1)],
    shows: 'Your PIM is connected with 1 app.',
  },
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
    name: 'connected apps, long name',
    path: apps,
    changes: [app.connectedApp(1, { name: state.longName(255), isPending: true })],
    shows: state.longName(255),
  },
  loadingState('connected apps', apps),
  {
    name: 'connected app, long name',
    path: lantern,
    changes: [app.connectedApp(1, { name: state.longName(255), isPending: true })],
    shows: 'This app is not connected to your PIM.',
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
    name: 'connected app, regenerate refused',
    path: lantern,
    changes: [app.customApp(1), app.connectedApp(1)],
    async act({ button, breakNetwork, dialog }) {
      await button('Regenerate').click()
      await breakNetwork('/rest/custom-apps', 500)
      await dialog.getByRole('button', { name: 'Regenerate' }).click()
    },
    shows: 'Sorry, an error occurred while regenerating the connection secret.',
  },
  {
    name: 'connected app, new credentials',
    path: lantern,
    changes: [app.customApp(1), app.connectedApp(1)],
    async act({ button, dialog }) {
      await button('Regenerate').click()
      await dialog.getByRole('button', { name: 'Regenerate' }).click()
    },
    shows: 'New credentials',
  },
  {
    name: 'connected app, unreachable',
    path: lantern,
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  loadingState('connected app', lantern),
  {
    name: 'connected app, save refused',
    path: lantern,
    changes: [app.customApp(1), app.connectedApp(1)],
    async act({ page, button, breakNetwork }) {
      await page.getByLabel('Flow type').selectOption('Data source')
      await breakNetwork('/rest/apps', 500)
      await button('Save').click()
    },
    shows: 'Sorry, an error occurred while editing the app.',
  },
  {
    name: 'connected app, delete',
    path: `${lantern}/delete`,
    changes: [app.connectedApp(1)],
    shows: 'Confirm deletion',
  },
  {
    name: 'connected app, delete refused',
    path: `${lantern}/delete`,
    changes: [app.connectedApp(1)],
    async act({ breakNetwork, dialog }) {
      await dialog.waitFor()
      await breakNetwork('/rest/apps', 500)
      await dialog.getByRole('button', { name: 'Delete' }).click()
    },
    shows: 'Sorry, an error occured while deleting the app.',
  },
  {
    name: 'connected app, permissions',
    path: `${lantern}?tab=permissions`,
    changes: [app.enterprise, app.connectedApp(1, { scopes: ['delete_products'] })],
    shows: 'How to set-up app permissions?',
  },
  {
    name: 'connected app, permissions unreachable',
    path: `${lantern}?tab=permissions`,
    changes: [app.enterprise, app.connectedApp(1, { scopes: ['delete_products'] })],
    before: breaking('/rest/app-permissions'),
    shows: 'could not be loaded.',
  },
  {
    name: 'connected app, no catalog',
    path: `${lantern}?tab=catalogs`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] })],
    shows: 'This app has no catalog yet',
  },
  {
    name: 'connected app, catalogs unreachable',
    path: `${lantern}?tab=catalogs`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] })],
    before: breaking('/rest/catalogs'),
    shows: 'The PIM cannot be reached',
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
    name: 'connected app, one catalog',
    path: `${lantern}?tab=catalogs`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    shows: 'Shop 1',
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
  {
    name: 'connected app, errors unreachable',
    path: `${lantern}?tab=monitoring`,
    changes: [app.connectedApp(1, source)],
    before: breaking(`/rest/connections/${app.connectionCode(1)}/business-errors`),
    shows: 'Oups, something went wrong!',
  },
  { name: 'connected app, unknown', path: `${apps}/nobody`, shows: 'App not found' },
]
