import type { Picture } from '../picture.ts'

const apps = '/connect/connected-apps'
const shelfline = `${apps}/app_shelfline`

/** Connected apps and what can be set for them. */
export const connectedApps: readonly Picture[] = [
  {
    name: 'connected-apps',
    folder: 'articles',
    scenario: 'two-apps-connected',
    screen: apps,
    viewport: { width: 960, height: 720 },
  },
  {
    name: 'connected-custom-app',
    folder: 'apps',
    scenario: 'two-apps-connected',
    screen: apps,
    region: ['region "[[customApps.connectedSection]]"'],
    names: { 'test-apps-2022': 'connected-test-app' },
  },
  {
    name: 'connected-app-settings',
    folder: 'articles',
    scenario: 'two-apps-connected',
    screen: shelfline,
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 620 },
  },
  {
    name: 'track-checkbox',
    folder: 'articles',
    scenario: 'app-with-errors',
    screen: shelfline,
    region: ['region "General settings"'],
  },
  {
    name: 'connected-app-permissions',
    folder: 'articles',
    scenario: 'app-with-permissions',
    screen: `${shelfline}?tab=permissions`,
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 620 },
  },
  {
    name: 'app-error-monitoring',
    folder: 'articles',
    scenario: 'app-with-errors',
    screen: `${shelfline}?tab=monitoring`,
    region: ['main'],
    margin: 0,
    viewport: { width: 1120, height: 720 },
  },
  {
    name: 'custom-app-regenerate-credentials',
    folder: 'apps',
    scenario: 'two-apps-connected',
    screen: `${apps}/app_my_app`,
    region: ['region "Credentials"'],
    viewport: { width: 960, height: 1000 },
  },
  {
    name: 'update-scopes-notification',
    folder: 'apps',
    scenario: 'scope-upgrade',
    screen: apps,
    steps: ['press button "Notifications…"', 'wait for region "Notifications"'],
    viewport: { width: 960, height: 480 },
  },
  {
    name: 'role-manage-apps',
    folder: 'articles',
    scenario: 'fresh-pim',
    screen: '/system/roles/1',
    steps: ['press tab "Permissions"'],
    viewport: { width: 960, height: 480 },
  },
]
