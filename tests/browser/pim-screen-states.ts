import type { Screens } from './open-screens.ts'
import * as state from './pim-states.ts'

/** One look of one screen: how the PIM gets there, what is done then, and what shows that it is there. */
export interface ScreenState {
  readonly name: string
  readonly path: string
  readonly changes?: readonly state.Change[]
  /** A text that stands on the screen when it is ready. */
  readonly shows: string
  /** Before the screen is opened. */
  readonly before?: (screens: Screens) => Promise<void>
  /** After it is there, and before `shows` is waited for. */
  readonly act?: (screens: Screens) => Promise<unknown>
}

const settings = '/connect/connection-settings'
const erp = `${settings}/fernwood_erp`
const apps = '/connect/connected-apps'
const lantern = `${apps}/${state.connectionCode(1)}`
const wizard = `/connect/apps/authorize?client_id=${state.customAppId(1)}`
const source = { flowType: 'data_source', auditable: true } as const
const twoErrors = state.businessErrors('fernwood_erp', [
  'The price of the product must not be negative, and have at most two digits after the point.',
  'The family "sofas" does not exist.',
])
const press =
  (...names: readonly string[]) =>
  async ({ button }: Screens) => {
    for (const name of names) await button(name).click()
  }
const broken = (path?: string) => (screens: Screens) => screens.breakNetwork(path)

const connectionStates: readonly ScreenState[] = [
  {
    name: 'connections, none',
    path: settings,
    changes: [state.noConnections],
    shows: 'No connection declared yet.',
  },
  { name: 'connections', path: settings, shows: 'Fernwood ERP' },
  {
    name: 'connections, many',
    path: settings,
    changes: [state.connections(20)],
    shows: 'Harbour 20',
  },
  {
    name: 'connections, limit reached',
    path: settings,
    changes: [state.connections(48), state.wrongUsername('fernwood_erp', 'admin')],
    shows: 'You reached the limit of 50 connections and connected Apps.',
  },
  {
    name: 'connections, without rights',
    path: settings,
    changes: [state.signedIn('noor')],
    shows: 'Fernwood ERP',
  },
  {
    name: 'connections, unreachable',
    path: settings,
    before: broken(),
    shows: 'The PIM cannot be reached',
  },
  { name: 'new connection', path: `${settings}/create`, shows: 'Create a new connection' },
  {
    name: 'new connection, refused',
    path: `${settings}/create`,
    act: press('Save'),
    shows: 'Connection label is required.',
  },
  {
    name: 'new connection, password shown once',
    path: `${settings}/create`,
    async act({ page, button }) {
      await page.getByLabel('Label (required)').fill('Harbour Shop')
      await button('Save').click()
    },
    shows: 'Make sure to save this password somewhere',
  },
  { name: 'connection', path: `${erp}/edit`, shows: 'If you forgot your password' },
  {
    name: 'connection, wrong usernames',
    path: `${erp}/edit`,
    changes: [
      state.wrongUsername('fernwood_erp', 'admin'),
      state.wrongUsername('fernwood_erp', 'noor'),
    ],
    shows: 'Discover why',
  },
  {
    name: 'connection, other actions',
    path: `${erp}/edit`,
    act: press('Other actions'),
    shows: 'Delete',
  },
  {
    name: 'connection, leaving unsaved changes',
    path: `${erp}/edit`,
    async act({ page, link }) {
      await page.getByLabel('Label', { exact: true }).fill('Fernwood two')
      await link('Back to Connect').click()
    },
    shows: 'If you leave this page now',
  },
  { name: 'connection, delete', path: `${erp}/delete`, shows: 'Confirm deletion' },
  {
    name: 'connection, regenerate',
    path: `${erp}/regenerate-secret`,
    shows: 'Confirm regeneration',
  },
  {
    name: 'connection, unknown',
    path: `${settings}/unknown/edit`,
    shows: 'This connection does not exist',
  },
  {
    name: 'connection, forbidden',
    path: `${erp}/edit`,
    changes: [state.signedIn('noor')],
    shows: 'You are not allowed to see this page',
  },
  {
    name: 'errors, no source',
    path: `${settings}/larkspur_shop/monitoring`,
    shows: 'only available for source connection',
  },
  {
    name: 'errors, not tracked',
    path: `${settings}/harbour_1/monitoring`,
    changes: [state.connection(1)],
    shows: 'Unmonitored connection',
  },
  { name: 'errors, none', path: `${erp}/monitoring`, shows: 'Awesome! No error found!' },
  { name: 'errors', path: `${erp}/monitoring`, changes: [twoErrors], shows: 'You have 2 errors' },
  {
    name: 'errors, not found',
    path: `${erp}/monitoring`,
    changes: [twoErrors],
    act: ({ page }) =>
      page.getByRole('searchbox', { name: 'Search in error messages' }).fill('colour'),
    shows: 'No results',
  },
  {
    name: 'event subscription',
    path: `${erp}/event-subscription`,
    shows: 'The secret is made when you save',
  },
  {
    name: 'event subscription, refused',
    path: `${erp}/event-subscription`,
    async act({ page, button }) {
      await page.getByLabel('Event subscription activation').check()
      await button('Save').click()
    },
    shows: 'This field is required.',
  },
  {
    name: 'event subscription, saved',
    path: `${erp}/event-subscription`,
    async act({ page, button }) {
      await page.getByLabel('URL').fill('https://events.example.com')
      await button('Save').click()
      await button('Regenerate the secret').waitFor()
      await button('Test').click()
    },
    shows: 'Event subscription successfully updated.',
  },
  { name: 'event logs', path: `${erp}/event-logs`, shows: 'There is no active event subscription' },
]

const appStoreStates: readonly ScreenState[] = [
  { name: 'app store', path: '/connect/app-store', shows: 'Quillmark Translate' },
  {
    name: 'app store, one custom app',
    path: '/connect/app-store',
    changes: [state.customApp(1)],
    shows: 'My custom apps',
  },
  {
    name: 'app store, limit reached',
    path: '/connect/app-store',
    changes: [state.customApps(20), state.connectedApp(1)],
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
    changes: [state.customApp(1)],
    before: broken('/rest/marketplace'),
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
    path: `/connect/custom-apps/${state.customAppId(1)}/delete`,
    changes: [state.customApp(1)],
    shows: 'Confirm deletion',
  },
  {
    name: 'activation refused',
    path: '/connect/apps/activate?id=unknown',
    shows: 'Invalid app identifier',
  },
]

const wizardStates: readonly ScreenState[] = [
  {
    name: 'authorization refused',
    path: '/connect/apps/authorize?error=unknown',
    shows: 'Please, contact the App support.',
  },
  {
    name: 'wizard, nothing under way',
    path: wizard,
    changes: [state.customApp(1)],
    shows: 'no authorization under way',
  },
  {
    name: 'wizard',
    path: wizard,
    changes: [
      state.customApp(1),
      state.askedFor(state.customAppId(1), 'read_products write_categories'),
    ],
    shows: 'View and edit categories',
  },
  {
    name: 'wizard, nothing asked for',
    path: wizard,
    changes: [state.customApp(1), state.askedFor(state.customAppId(1), '')],
    shows: 'No specific authorizations have been requested.',
  },
  {
    name: 'wizard, authentication',
    path: wizard,
    changes: [
      state.customApp(1),
      state.askedFor(state.customAppId(1), 'openid email profile read_products'),
    ],
    shows: 'View your email address',
  },
  {
    name: 'wizard, upgrade',
    path: wizard,
    changes: [
      state.customApp(1),
      state.connectedApp(1),
      state.askedFor(state.customAppId(1), 'read_products write_categories'),
    ],
    shows: 'Is already allowed to:',
  },
  {
    name: 'wizard, certified',
    path: '/connect/apps/authorize?client_id=cd613e30-d8f1-4adf-91b7-584a2265b1f5',
    changes: [state.askedFor('cd613e30-d8f1-4adf-91b7-584a2265b1f5', 'read_products')],
    shows: 'disclaimer about the certification',
  },
  {
    name: 'wizard, permissions',
    path: wizard,
    changes: [
      state.enterprise,
      state.customApp(1),
      state.askedFor(state.customAppId(1), 'write_products'),
    ],
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
    changes: [
      state.enterprise,
      state.customApp(1),
      state.askedFor(state.customAppId(1), 'write_products'),
    ],
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
    path: `/connect/apps/authenticate?client_id=${state.customAppId(1)}`,
    changes: [
      state.customApp(1),
      state.connectedApp(1),
      state.askedFor(state.customAppId(1), 'openid profile'),
    ],
    shows: 'View your firstname and your lastname',
  },
]

const connectedAppStates: readonly ScreenState[] = [
  { name: 'connected apps, none', path: apps, shows: 'No apps connected yet.' },
  {
    name: 'connected apps, many',
    path: apps,
    changes: [
      state.connectedApp(1),
      state.connectedApp(2, { isPending: true, author: null }),
      state.connectedApp(3, { hasOutdatedScopes: true }),
      state.connectedApp(4, { isCustomApp: false }),
    ],
    shows: 'App no longer listed',
  },
  {
    name: 'connected apps, unreachable',
    path: apps,
    before: broken(),
    shows: 'The PIM cannot be reached',
  },
  {
    name: 'connected app',
    path: lantern,
    changes: [state.customApp(1), state.connectedApp(1)],
    shows: 'Client secret',
  },
  {
    name: 'connected app, pending',
    path: lantern,
    changes: [state.connectedApp(1, { isPending: true, scopes: [] })],
    shows: 'This app is not connected to your PIM.',
  },
  {
    name: 'connected app, regenerate',
    path: lantern,
    changes: [state.customApp(1), state.connectedApp(1)],
    act: press('Regenerate'),
    shows: 'Confirm regenerate',
  },
  {
    name: 'connected app, delete',
    path: `${lantern}/delete`,
    changes: [state.connectedApp(1)],
    shows: 'Confirm deletion',
  },
  {
    name: 'connected app, permissions',
    path: `${lantern}?tab=permissions`,
    changes: [state.enterprise, state.connectedApp(1, { scopes: ['delete_products'] })],
    shows: 'How to set-up app permissions?',
  },
  {
    name: 'connected app, no catalog',
    path: `${lantern}?tab=catalogs`,
    changes: [state.connectedApp(1, { scopes: ['write_catalogs'] })],
    shows: 'This app has no catalog yet',
  },
  {
    name: 'connected app, catalogs',
    path: `${lantern}?tab=catalogs`,
    changes: [
      state.connectedApp(1, { scopes: ['write_catalogs'] }),
      state.catalog(1, 1),
      state.catalog(2, 1, true),
    ],
    shows: 'Shop 2',
  },
  {
    name: 'catalog',
    path: `${lantern}/catalogs/${state.catalogId(1)}`,
    changes: [state.connectedApp(1, { scopes: ['write_catalogs'] }), state.catalog(1, 1)],
    shows: 'Enable catalog',
  },
  {
    name: 'catalog, unknown',
    path: `${lantern}/catalogs/${state.catalogId(9)}`,
    changes: [state.connectedApp(1)],
    shows: 'Catalog not found',
  },
  {
    name: 'connected app, no source',
    path: `${lantern}?tab=monitoring`,
    changes: [state.connectedApp(1)],
    shows: 'only available for source app',
  },
  {
    name: 'connected app, errors',
    path: `${lantern}?tab=monitoring`,
    changes: [
      state.connectedApp(1, source),
      state.businessErrors(state.connectionCode(1), ['Not a price.']),
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

const otherStates: readonly ScreenState[] = [
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
    before: broken(),
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

/** Every look of every screen of the PIM (contract B.6, D.5, E.4, H, J.3, K). */
export const screenStates: readonly ScreenState[] = [
  ...connectionStates,
  ...appStoreStates,
  ...wizardStates,
  ...connectedAppStates,
  ...otherStates,
]

/** Brings the screens into a state, and waits until it is there. */
export async function showState(screens: Screens, wanted: ScreenState): Promise<void> {
  await screens.start(...(wanted.changes ?? []))
  await wanted.before?.(screens)
  await screens.open(wanted.path)
  await wanted.act?.(screens)
  await screens.page.getByText(wanted.shows).first().waitFor()
  await screens.page.getByText('Loading ...').waitFor({ state: 'detached' })
}
