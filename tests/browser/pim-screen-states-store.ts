import * as app from './pim-app-states.ts'
import { breaking, press, type ScreenState } from './pim-screen-state.ts'

const wizard = `/connect/apps/authorize?client_id=${app.customAppId(1)}`

/** The looks of the App Store and of what leads from it (contract D.5). */
export const appStoreStates: readonly ScreenState[] = [
  { name: 'app store', path: '/connect/app-store', shows: 'Quillmark Translate' },
  {
    name: 'app store, one custom app',
    path: '/connect/app-store',
    changes: [app.customApp(1)],
    shows: 'My custom apps',
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
    name: 'activation refused',
    path: '/connect/apps/activate?id=unknown',
    shows: 'Invalid app identifier',
  },
]

/** The looks of the wizard (contract E.4, E.7). */
export const wizardStates: readonly ScreenState[] = [
  {
    name: 'authorization refused',
    path: '/connect/apps/authorize?error=unknown',
    shows: 'Please, contact the App support.',
  },
  {
    name: 'wizard, nothing under way',
    path: wizard,
    changes: [app.customApp(1)],
    shows: 'no authorization under way',
  },
  {
    name: 'wizard',
    path: wizard,
    changes: [app.customApp(1), app.askedFor(app.customAppId(1), 'read_products write_categories')],
    shows: 'View and edit categories',
  },
  {
    name: 'wizard, nothing asked for',
    path: wizard,
    changes: [app.customApp(1), app.askedFor(app.customAppId(1), '')],
    shows: 'No specific authorizations have been requested.',
  },
  {
    name: 'wizard, authentication',
    path: wizard,
    changes: [
      app.customApp(1),
      app.askedFor(app.customAppId(1), 'openid email profile read_products'),
    ],
    shows: 'View your email address',
  },
  {
    name: 'wizard, upgrade',
    path: wizard,
    changes: [
      app.customApp(1),
      app.connectedApp(1),
      app.askedFor(app.customAppId(1), 'read_products write_categories'),
    ],
    shows: 'Is already allowed to:',
  },
  {
    name: 'wizard, certified',
    path: '/connect/apps/authorize?client_id=cd613e30-d8f1-4adf-91b7-584a2265b1f5',
    changes: [app.askedFor('cd613e30-d8f1-4adf-91b7-584a2265b1f5', 'read_products')],
    shows: 'disclaimer about the certification',
  },
  {
    name: 'wizard, permissions',
    path: wizard,
    changes: [app.enterprise, app.customApp(1), app.askedFor(app.customAppId(1), 'write_products')],
    async act({ page, button }) {
      await page.getByRole('checkbox', { name: /^I agree/ }).check()
      await button('Allow and next').click()
      await page.getByLabel('Add to Categories, Own').selectOption({ index: 1 })
    },
    shows: 'How to set-up app permissions?',
  },
  {
    name: 'wizard, summary',
    path: wizard,
    changes: [app.enterprise, app.customApp(1), app.askedFor(app.customAppId(1), 'write_products')],
    async act({ page, button }) {
      await page.getByRole('checkbox', { name: /^I agree/ }).check()
      await button('Allow and next').click()
      await page.getByRole('group', { name: 'Locales, View' }).getByLabel('All').check()
      await button('Next').click()
    },
    shows: 'None',
  },
  {
    name: 'consent',
    path: `/connect/apps/authenticate?client_id=${app.customAppId(1)}`,
    changes: [
      app.customApp(1),
      app.connectedApp(1),
      app.askedFor(app.customAppId(1), 'openid profile'),
    ],
    shows: 'View your firstname and your lastname',
  },
]
