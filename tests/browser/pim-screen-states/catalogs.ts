import * as app from '../pim-app-states.ts'
import { loadingState, type ScreenState } from '../pim-screen-state.ts'

const lantern = `/connect/connected-apps/${app.connectionCode(1)}`
const mappedChanges = [
  app.connectedApp(1, { scopes: ['write_catalogs'] }),
  app.catalog(1, 1),
  app.mapped,
]

/** The catalogs of a connected app (contract H.3). */
export const catalogsStates: readonly ScreenState[] = [
  loadingState('catalog', `${lantern}/catalogs/${app.catalogId(1)}`),
  {
    name: 'catalog',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    shows: 'Enable catalog',
  },
  {
    name: 'catalog, criteria',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    async act({ page }) {
      await page.getByLabel('Add selection criteria').selectOption('Category')
      await page.getByLabel('Add to Category').selectOption('lighting')
    },
    shows: 'There are unsaved changes.',
  },
  {
    name: 'catalog, filters',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    async act({ page }) {
      await page.getByRole('tab', { name: 'Filter the values' }).click()
      await page.getByLabel('Add to Locales').selectOption('en_US')
    },
    shows: 'There are unsaved changes.',
  },
  {
    name: 'catalog, unknown',
    path: `${lantern}/catalogs/${app.catalogId(9)}`,
    changes: [app.connectedApp(1)],
    shows: 'Catalog not found',
  },
  {
    name: 'catalog, save failed',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    async act({ page, button, breakNetwork }) {
      await page.getByLabel('Enable catalog').check()
      await breakNetwork('/rest/catalogs', 500)
      await button('Save').click()
    },
    shows: 'An error occurred while saving the catalog.',
  },
  {
    name: 'catalog, criteria refused',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: [app.connectedApp(1, { scopes: ['write_catalogs'] }), app.catalog(1, 1)],
    async act({ page, button }) {
      const add = page.getByLabel('Add selection criteria')
      for (const name of ['Weight', 'Description', 'Colour', 'Dimmable', 'Completeness']) {
        await add.selectOption(name)
      }
      await page
        .getByRole('group', { name: 'Colour' })
        .getByLabel('Add to')
        .selectOption('moss_green')
      await add.selectOption('Release date')
      const date = page.getByRole('group', { name: 'Release date' })
      await date.getByLabel('Operator').selectOption('Is between')
      await button('Save').click()
    },
    shows: 'This value should not be blank.',
  },
  {
    name: 'catalog, mapping',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: mappedChanges,
    async act({ page }) {
      await page.getByRole('tab', { name: 'Product mapping' }).click()
      await page.getByLabel('Source').selectOption('Description')
    },
    shows: 'There are unsaved changes.',
  },
  {
    name: 'catalog, mapping refused',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: mappedChanges,
    async act({ page, button }) {
      await page.getByRole('tab', { name: 'Product mapping' }).click()
      await page.getByLabel('Source').selectOption('Description')
      await page.getByLabel('Enable catalog').check()
      await button('Save').click()
    },
    shows: 'This locale must not be empty.',
  },
  {
    name: 'catalog, targets unreachable',
    path: `${lantern}/catalogs/${app.catalogId(1)}`,
    changes: mappedChanges,
    async act({ page, breakNetwork }) {
      await breakNetwork(`/rest/catalogs/${app.catalogId(1)}/mapping-targets`)
      await page.getByRole('tab', { name: 'Product mapping' }).click()
    },
    shows: 'The PIM cannot be reached',
  },
]
