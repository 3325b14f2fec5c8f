import * as app from '../pim-app-states.ts'
import { breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import { longName } from '../pim-states.ts'

const apps = '/connect/connected-apps'
const lantern = `/connect/connected-apps/${app.connectionCode(1)}`
const wizard = `/connect/apps/authorize?client_id=${app.customAppId(1)}`
const consent = `/connect/apps/authenticate?client_id=${app.customAppId(1)}`

/** From the button Connect to the app, and into it again (contract E.4, E.7). */
export const wizardStates: readonly ScreenState[] = [
  loadingState('activation', `/connect/apps/activate?id=${app.customAppId(1)}`),
  {
    name: 'activation refused',
    path: '/connect/apps/activate?id=unknown',
    shows: 'Invalid app identifier',
  },
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
    name: 'wizard, long name',
    path: wizard,
    changes: [
      app.enterprise,
      app.customApp(1, longName(255)),
      app.askedFor(app.customAppId(1), 'openid email read_products'),
    ],
    // The step with the longest buttons.
    act: press('Allow and next'),
    shows: 'View products and product models',
  },
  loadingState('wizard', wizard),
  {
    name: 'wizard, unreachable',
    path: wizard,
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  {
    name: 'wizard, confirmation refused',
    path: wizard,
    changes: [app.customApp(1), app.askedFor(app.customAppId(1), '')],
    async act({ page, button, breakNetwork }) {
      await page.getByRole('checkbox', { name: /^I agree/ }).check()
      await breakNetwork('/rest/apps', 500)
      await button('Confirm').click()
    },
    shows: 'Sorry, an error occurred while connecting the App.',
  },
  {
    name: 'consent, nothing under way',
    path: consent,
    changes: [app.customApp(1)],
    shows: 'no authorization under way',
  },
  loadingState('consent', consent),
  {
    name: 'consent',
    path: consent,
    changes: [
      app.customApp(1),
      app.connectedApp(1),
      app.askedFor(app.customAppId(1), 'openid profile'),
    ],
    shows: 'View your firstname and your lastname',
  },
  loadingState('opening', `${lantern}/open`),
  {
    name: 'opening refused',
    path: `${apps}/nobody/open`,
    shows: 'Sorry, an error occurred while opening the App.',
  },
]
