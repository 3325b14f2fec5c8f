import { breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import * as state from '../pim-states.ts'

const settings = '/connect/connection-settings'

/** The list of connections and the form of a new one (contract B.6). */
export const connectionsStates: readonly ScreenState[] = [
  {
    name: 'connections, none',
    path: settings,
    changes: [state.noConnections],
    shows: 'No connection declared yet.',
  },
  {
    name: 'connections, one',
    path: settings,
    changes: [state.noConnections, state.connection(1)],
    shows: 'Harbour 1',
  },
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
  {
    name: 'connections, failed',
    path: settings,
    before: breaking('/rest/connections', 500),
    shows: 'Something went wrong',
  },
  {
    name: 'connections, long name',
    path: settings,
    changes: [state.connection(1, { label: state.longName(100) })],
    shows: state.longName(100),
  },
  loadingState('connections', settings),
  { name: 'new connection', path: `${settings}/create`, shows: 'Create a new connection' },
  {
    name: 'new connection, refused',
    path: `${settings}/create`,
    act: press('Save'),
    shows: 'Connection label is required.',
  },
  {
    name: 'new connection, failed',
    path: `${settings}/create`,
    before: breaking('/rest/connections', 503),
    act: press('Save'),
    shows: 'The PIM could not answer.',
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
]
