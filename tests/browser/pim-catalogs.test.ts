import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { catalog, catalogId, connectedApp, connectionCode } from './pim-app-states.ts'
import type { Change } from './pim-states.ts'

const app = `/connect/connected-apps/${connectionCode(1)}`
const shop = `${app}/catalogs/${catalogId(1)}`
const lantern = connectedApp(1, { scopes: ['write_catalogs'] })

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start(lantern, catalog(1, 1)))

/** The catalog's products are chosen by a field that no page offers. */
const byColour: Change = (state) => ({
  ...state,
  catalogs: state.catalogs.map((item) => ({
    ...item,
    productSelectionCriteria: [{ field: 'colour', operator: 'IN', value: ['red'] }],
  })),
})

test('an app that may have catalogs and has none says so', async () => {
  await screens.start(lantern)
  await screens.open(`${app}?tab=catalogs`)
  await screens.text('This app has no catalog yet')
})

test('one catalog is switched on, and the list tells', async () => {
  const { page } = screens
  await screens.open(app)
  await page.getByRole('tab', { name: 'Catalogs' }).click()
  await page.getByRole('row', { name: /Shop 1\s+Disabled/ }).waitFor()
  await screens.link('Shop 1').click()
  await screens.heading('Shop 1')
  await page.getByLabel('Enable catalog').check()
  await screens.button('Save').click()
  await screens.flash('Catalog settings successfully updated.')
  expect((await screens.dump()).catalogs[0]?.enabled).toBe(true)
  await screens.link('Lantern 1').click()
  await page.getByRole('row', { name: /Shop 1\s+Enabled/ }).waitFor()
})

test('many stand in the list in the order in which they were made', async () => {
  await screens.start(lantern, catalog(1, 1), catalog(2, 1, true), catalog(3, 1))
  await screens.open(`${app}?tab=catalogs`)
  await screens.link('Shop 3').waitFor()
  const names = await screens.page.getByRole('rowheader').allTextContents()
  expect(names.map((name) => name.trim())).toEqual(['Shop 1', 'Shop 2', 'Shop 3'])
})

test('a list that cannot be had says so, and loads on the second try', async () => {
  await screens.breakNetwork('/rest/catalogs', 500)
  await screens.open(`${app}?tab=catalogs`)
  await screens.page.getByRole('alert').getByText('Something went wrong').waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await screens.link('Shop 1').waitFor()
})

test('products are selected by criteria, which can be added and removed', async () => {
  const { page } = screens
  await screens.open(shop)
  await page.getByRole('group', { name: 'Status' }).getByLabel('Value').waitFor()
  await page.getByLabel('Add selection criteria').selectOption('Category')
  const category = page.getByRole('group', { name: 'Category' })
  await category.getByLabel('Operator').selectOption('In list, or below')
  await category.getByLabel('Add to Category').selectOption('lighting')
  await page.getByLabel('Add selection criteria').selectOption('Family')
  await screens.button('Remove the criterion Status').click()
  await screens.button('Remove the criterion Family').click()
  await screens.button('Save').click()
  await screens.flash('Catalog settings successfully updated.')
  expect((await screens.dump()).catalogs[0]?.productSelectionCriteria).toMatchObject([
    { field: 'categories', operator: 'IN CHILDREN', value: ['lighting'] },
  ])
  await screens.button('Remove the criterion Category').click()
  await screens.text('Without a criterion the catalog holds all products.')
})

test('values are filtered by channel, locale and currency', async () => {
  const { page } = screens
  await screens.open(shop)
  await page.getByRole('tab', { name: 'Filter the values' }).click()
  await page.getByLabel('Add to Locales').selectOption('en_US')
  await page.getByLabel('Add to Currencies').selectOption('EUR')
  await screens.button('Remove EUR from Currencies').click()
  expect(await screens.focused()).toContain('Add to Currencies')
  await screens.button('Save').click()
  await screens.flash('Catalog settings successfully updated.')
  expect((await screens.dump()).catalogs[0]?.productValueFilters).toEqual({
    channels: [],
    locales: ['en_US'],
    currencies: [],
  })
})

test('a criterion that the PIM refuses is marked, and nothing is saved', async () => {
  await screens.start(lantern, catalog(1, 1), byColour)
  await screens.open(shop)
  await screens.page.getByRole('group', { name: 'colour' }).getByText('colour IN ["red"]').waitFor()
  await screens.page.getByLabel('Enable catalog').check()
  await screens.button('Save').click()
  await screens.flash(
    'The catalog could not be saved. Please resolve displayed errors, then save again.',
  )
  await screens.page
    .getByRole('group', { name: 'colour' })
    .getByText(/colour.*(exist|support)/)
    .waitFor()
  expect((await screens.dump()).catalogs[0]?.enabled).toBe(false)
})

test('a catalog that cannot be saved says so, and asks before the change is lost', async () => {
  await screens.open(shop)
  await screens.page.getByLabel('Enable catalog').check()
  await screens.breakNetwork('/rest/catalogs', 500)
  await screens.button('Save').click()
  await screens.flash('An error occurred while saving the catalog.')
  await screens.link('Lantern 1').click()
  await screens.dialog.getByRole('button', { name: 'Stay' }).click()
  await screens.heading('Shop 1')
})

test('a catalog with a format of its own has no filters', async () => {
  await screens.page.route(
    (url) => url.pathname === `/rest/catalogs/${catalogId(1)}`,
    async (route) => {
      const response = await route.fetch()
      await route.fulfill({
        json: { ...(await response.json()), has_product_mapping_schema: true },
      })
    },
  )
  await screens.open(shop)
  await screens.page.getByRole('tab', { name: 'Product mapping' }).click()
  await screens.text('The app gave this catalog a format of its own')
  expect(await screens.page.getByRole('tab', { name: 'Filter the values' }).count()).toBe(0)
})

test('a catalog that does not exist is not found', async () => {
  await screens.open(`${app}/catalogs/${catalogId(9)}`)
  await screens.text('Catalog not found')
})
