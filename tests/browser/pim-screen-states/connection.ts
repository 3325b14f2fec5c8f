import { breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import * as state from '../pim-states.ts'

const settings = '/connect/connection-settings'
const erp = '/connect/connection-settings/fernwood_erp'

/** The page of one connection and its dialogs (contract B.6). */
export const connectionStates: readonly ScreenState[] = [
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
  {
    name: 'connection, refused',
    path: `${erp}/edit`,
    async act({ page, button }) {
      await page.getByLabel('Label', { exact: true }).fill('ab')
      await button('Save').click()
    },
    shows: 'Connection label is too short.',
  },
  {
    name: 'connection, unreachable',
    path: `${erp}/edit`,
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  {
    name: 'connection, long name',
    path: `${settings}/harbour_1/edit`,
    changes: [
      state.connection(1, { label: state.longName(100) }),
      state.wrongUsername('harbour_1', state.longName(100)),
    ],
    shows: 'Discover why',
  },
  loadingState('connection', `${erp}/edit`),
  { name: 'connection, delete', path: `${erp}/delete`, shows: 'Confirm deletion' },
  {
    name: 'connection, delete refused',
    path: `${erp}/delete`,
    async act({ breakNetwork, dialog }) {
      await dialog.waitFor()
      await breakNetwork('/rest/connections', 500)
      await dialog.getByRole('button', { name: 'Delete' }).click()
    },
    shows: 'Sorry, an error occurred while deleting the connection.',
  },
  {
    name: 'connection, regenerate',
    path: `${erp}/regenerate-secret`,
    shows: 'Are you sure you want to regenerate the connection secret?',
  },
  {
    name: 'connection, regenerate the password',
    path: `${erp}/regenerate-password`,
    shows: 'Are you sure you want to regenerate the connection password?',
  },
  {
    name: 'connection, regenerate refused',
    path: `${erp}/regenerate-secret`,
    async act({ breakNetwork, dialog }) {
      await dialog.waitFor()
      await breakNetwork('/rest/connections', 500)
      await dialog.getByRole('button', { name: 'Regenerate' }).click()
    },
    shows: 'Sorry, an error occurred while regenerating the connection secret.',
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
]
