import { breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import * as state from '../pim-states.ts'

const settings = '/connect/connection-settings'
const erp = '/connect/connection-settings/fernwood_erp'
const twoErrors = state.businessErrors('fernwood_erp', [
  'The price of the product must not be negative, and have at most two digits after the point.',
  'The family "sofas" does not exist.',
])

/** The further pages of a connection (contract B.6, J.3). */
export const connectionPartsStates: readonly ScreenState[] = [
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
  {
    name: 'errors, one',
    path: `${erp}/monitoring`,
    changes: [state.businessErrors('fernwood_erp', ['The family "sofas" does not exist.'])],
    shows: 'You have 1 error',
  },
  {
    name: 'errors, many',
    path: `${erp}/monitoring`,
    changes: [twoErrors],
    shows: 'You have 2 errors',
  },
  {
    name: 'errors, not found',
    path: `${erp}/monitoring`,
    changes: [twoErrors],
    act: ({ page }) =>
      page.getByRole('searchbox', { name: 'Search in error messages' }).fill('colour'),
    shows: 'No results',
  },
  {
    name: 'errors, unreachable',
    path: `${erp}/monitoring`,
    before: breaking('/rest/connections/fernwood_erp/business-errors'),
    shows: 'Oups, something went wrong!',
  },
  {
    name: 'errors, long name',
    path: `${settings}/harbour_1/monitoring`,
    changes: [
      state.connection(1, { label: state.longName(100), auditable: true }),
      state.businessErrors('harbour_1', [`${state.longName(255)} is no family.`]),
    ],
    shows: 'You have 1 error',
  },
  loadingState('errors', `${erp}/monitoring`),
  {
    name: 'event subscription, none',
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
  {
    name: 'event subscription, limit reached',
    path: `${erp}/event-subscription`,
    changes: [
      state.connections(3),
      state.subscription('harbour_1'),
      state.subscription('harbour_2'),
      state.subscription('harbour_3'),
    ],
    shows: 'You can connect up to 3 connections to the Event subscription feature.',
  },
  {
    name: 'event subscription, regenerate',
    path: `${erp}/event-subscription`,
    changes: [state.subscription('fernwood_erp')],
    act: press('Regenerate the secret'),
    shows: 'Confirm regeneration',
  },
  {
    name: 'event subscription, unreachable',
    path: `${erp}/event-subscription`,
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  loadingState('event subscription', `${erp}/event-subscription`),
  {
    name: 'event logs, no subscription',
    path: `${erp}/event-logs`,
    shows: 'The event subscription isn’t enabled for this connection.',
  },
  {
    name: 'event logs, none',
    path: `${erp}/event-logs`,
    changes: [state.subscription('fernwood_erp')],
    shows: 'There is no log for the moment.',
  },
  {
    name: 'event logs, one',
    path: `${erp}/event-logs`,
    changes: [state.subscription('fernwood_erp'), state.eventLogs('fernwood_erp', 1)],
    async act({ page }) {
      await page.getByText('The endpoint failed to answer').click()
    },
    shows: 'product.updated',
  },
  {
    name: 'event logs, many',
    path: `${erp}/event-logs`,
    changes: [state.subscription('fernwood_erp'), state.eventLogs('fernwood_erp', 40)],
    shows: 'Show older ones',
  },
  {
    name: 'event logs, not found',
    path: `${erp}/event-logs`,
    changes: [state.subscription('fernwood_erp'), state.eventLogs('fernwood_erp', 2)],
    act: ({ page }) => page.getByRole('searchbox', { name: 'Search in messages' }).fill('sofa'),
    shows: 'Sorry, there is no log for your search.',
  },
  {
    name: 'event logs, unreachable',
    path: `${erp}/event-logs`,
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  loadingState('event logs', `${erp}/event-logs`),
]
