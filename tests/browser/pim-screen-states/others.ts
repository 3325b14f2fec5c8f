import { breaking, loadingState, press, type ScreenState } from '../pim-screen-state.ts'
import * as state from '../pim-states.ts'

/** The dashboard, roles, the bell, and no page (contract F.3, J.3, K). */
export const othersStates: readonly ScreenState[] = [
  {
    name: 'data flows, no connection',
    path: '/connect/data-flows',
    changes: [state.noConnections],
    shows: 'Want to see some fancy charts about your connections?',
  },
  {
    name: 'data flows, many connections',
    path: '/connect/data-flows',
    changes: [state.connections(20), state.busyWeek],
    shows: 'Business errors per data source',
  },
  {
    name: 'data flows, long name',
    path: '/connect/data-flows',
    changes: [state.connection(1, { label: state.longName(100), auditable: true })],
    shows: 'Business errors per data source',
  },
  loadingState('data flows', '/connect/data-flows'),
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
  {
    name: 'roles, unreachable',
    path: '/system/roles',
    before: breaking(),
    shows: 'The PIM cannot be reached',
  },
  loadingState('roles', '/system/roles'),
  loadingState('role', '/system/roles/1'),
  {
    name: 'role, save failed',
    path: '/system/roles/1',
    async act({ page, button, breakNetwork }) {
      await page.getByRole('tab', { name: 'Permissions', exact: true }).click()
      await page.getByLabel('Open apps').uncheck()
      await breakNetwork('/rest/roles', 500)
      await button('Save').click()
    },
    shows: 'Sorry, an error occurred while saving the role.',
  },
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
  {
    name: 'notifications, none',
    path: '/system/roles',
    act: press('Notifications'),
    shows: 'You have no notifications.',
  },
  {
    name: 'notifications, one',
    path: '/system/roles',
    changes: [state.notifications(1)],
    act: press('Notifications, 1 unread'),
    shows: 'App requires an authorization update.',
  },
  {
    name: 'notifications, many',
    path: '/system/roles',
    changes: [state.notifications(12)],
    act: press('Notifications, 8 unread'),
    shows: 'Show older ones',
  },
  {
    name: 'notifications, long name',
    path: '/system/roles',
    changes: [state.notifications(1, state.longName(255))],
    act: press('Notifications, 1 unread'),
    shows: state.longName(255),
  },
  {
    name: 'notifications, unreachable',
    path: '/system/roles',
    before: breaking('/notification'),
    act: press('Notifications'),
    shows: 'The PIM cannot be reached',
  },
  { name: 'no page', path: '/no/such/page', shows: 'Page not found' },
]
