import { breaking, press, type ScreenState } from './pim-screen-state.ts'
import * as state from './pim-states.ts'

const settings = '/connect/connection-settings'
const erp = `${settings}/fernwood_erp`
const twoErrors = state.businessErrors('fernwood_erp', [
  'The price of the product must not be negative, and have at most two digits after the point.',
  'The family "sofas" does not exist.',
])

/** The looks of the pages of connections (contract B.6, J.3). */
export const connectionStates: readonly ScreenState[] = [
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
    before: breaking(),
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
