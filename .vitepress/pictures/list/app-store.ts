import type { Picture } from '../picture.ts'

const appStore = '/connect/app-store'

/** The App Store, and apps that were declared in the PIM. */
export const appStorePictures: readonly Picture[] = [
  {
    name: 'pim-marketplace-with-apps',
    folder: 'apps',
    scenario: 'fresh-pim',
    screen: appStore,
    viewport: { width: 960, height: 1000 },
  },
  {
    name: 'marketplace-with-custom-app',
    folder: 'apps',
    scenario: 'my-app-declared',
    screen: appStore,
    names: { 'test-apps-2022': 'marketplace-with-test-app' },
  },
  {
    name: 'custom-apps-section',
    folder: 'apps',
    scenario: 'my-app-declared',
    screen: appStore,
    region: ['searchbox "Search by name"', 'region "[[customApps.section]]"', 'text "6 results"'],
  },
  {
    name: 'marketplace-connect-disabled',
    folder: 'articles',
    scenario: 'without-manage-apps',
    screen: appStore,
    region: ['region "Apps"'],
    viewport: { width: 960, height: 1000 },
  },
  {
    name: 'connect-menu',
    folder: 'articles',
    scenario: 'fresh-pim',
    screen: '/connect/connection-settings',
    region: ['navigation "PIM navigation"', 'navigation "[[menu.connectionsTab]] navigation"'],
    margin: 0,
  },
]
