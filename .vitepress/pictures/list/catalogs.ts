import type { Picture } from '../picture.ts'

const shelfline = '/connect/connected-apps/app_shelfline'
const outlet = `${shelfline}/catalogs/c7a90e14-26d5-4b3f-8f61-02d8b7e4a95c`
const lamps = `${shelfline}/catalogs/3b6c1a52-8d0f-4e17-9a24-5c7e0f91d3b8`
const feed = `${shelfline}/catalogs/9e2f6d07-51b4-4a8c-b3d6-6f10c2e8a741`

/** The catalogs of an app. */
export const catalogs: readonly Picture[] = [
  {
    name: 'app-catalog-list',
    folder: 'articles',
    scenario: 'app-with-catalogs',
    screen: `${shelfline}?tab=catalogs`,
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 420 },
    sizeLimit: 20_000,
  },
  {
    name: 'app-catalog-product-selection',
    folder: 'articles',
    scenario: 'app-with-catalogs',
    screen: lamps,
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 520 },
  },
  {
    name: 'app-catalog-value-filters',
    folder: 'articles',
    scenario: 'app-with-catalogs',
    screen: lamps,
    steps: ['press tab "Filter the values"'],
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 560 },
  },
  {
    name: 'app-catalog-enable-button',
    folder: 'articles',
    scenario: 'app-with-catalogs',
    screen: outlet,
    steps: ['check checkbox "Enable catalog"'],
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 440 },
  },
  {
    name: 'catalogs-product-selection',
    folder: 'apps',
    scenario: 'app-with-catalogs',
    screen: outlet,
    steps: ['open combobox "Add selection criteria"'],
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 640 },
  },
  {
    name: 'mapping-interface',
    folder: 'apps',
    scenario: 'app-with-catalogs',
    screen: feed,
    steps: [
      'press tab "Product mapping"',
      'press button "Description No source yet"',
      'choose "Description" in combobox "Source"',
    ],
    region: ['main'],
    margin: 0,
    viewport: { width: 1080, height: 760 },
  },
]
