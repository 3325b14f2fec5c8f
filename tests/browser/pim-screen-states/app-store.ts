import * as app from '../pim-app-states.ts'
import { answering, breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import * as state from '../pim-states.ts'

/** The App Store and what leads from it (contract D.5). */
export const appStoreStates: readonly ScreenState[] = [
  {
    name: 'app store, nothing to connect',
    path: '/connect/app-store',
    before: answering('/rest/marketplace', { total: 0, apps: [], extensions: [] }),
    shows: 'No apps compatible with your version',
  },
  { name: 'app store', path: '/connect/app-store', shows: 'Quillmark Translate' },
  {
    name: 'app store, one custom app',
    path: '/connect/app-store',
    changes: [app.customApp(1)],
    shows: 'My custom apps',
  },
  {
    name: 'app store, long name',
    path: '/connect/app-store',
    changes: [app.customApp(1, state.longName(255))],
    shows: state.longName(255),
  },
  {
    name: 'app store, without rights',
    path: '/connect/app-store',
    changes: [state.signedIn('noor')],
    shows: 'Quillmark Translate',
  },
  {
    name: 'app store, limit reached',
    path: '/connect/app-store',
    changes: [app.customApps(20), app.connectedApp(1)],
    shows: 'You reached the limit of 20 custom apps.',
  },
  {
    name: 'app store, nothing found',
    path: '/connect/app-store',
    act: ({ page }) => page.getByRole('searchbox', { name: 'Search by name' }).fill('zzz'),
    shows: 'No results',
  },
  {
    name: 'app store, out of reach',
    path: '/connect/app-store',
    changes: [app.customApp(1)],
    before: breaking('/rest/marketplace'),
    shows: "We can't reach the App Store",
  },
  {
    name: 'app store, unreachable',
    path: '/connect/app-store',
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  loadingState('app store', '/connect/app-store'),
  { name: 'new app', path: '/connect/custom-apps/create', shows: 'App information' },
  {
    name: 'new app, refused',
    path: '/connect/custom-apps/create',
    act: press('Create'),
    shows: 'The name of the app is required.',
  },
  {
    name: 'new app, credentials',
    path: '/connect/custom-apps/create',
    async act({ page, button }) {
      await page.getByLabel('Name (required)').fill('Tidepool sync')
      await page.getByLabel('Activate url (required)').fill('https://tidepool.example.com')
      await page.getByLabel('Callback url (required)').fill('https://tidepool.example.com/back')
      await button('Create').click()
    },
    shows: 'Client secret',
  },
  {
    name: 'app, delete',
    path: `/connect/custom-apps/${app.customAppId(1)}/delete`,
    changes: [app.customApp(1)],
    shows: 'Confirm deletion',
  },
  {
    name: 'app, delete refused',
    path: `/connect/custom-apps/${app.customAppId(9)}/delete`,
    act: ({ dialog }) => dialog.getByRole('button', { name: 'Delete' }).click(),
    shows: 'Sorry, an error occured while deleting the custom app.',
  },
]
