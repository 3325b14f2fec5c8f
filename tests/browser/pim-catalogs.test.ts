import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { catalog, catalogId, connectedApp, connectionCode, mapped } from './pim-app-states.ts'
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
const byWeather: Change = (state) => ({
  ...state,
  catalogs: state.catalogs.map((item) => ({
    ...item,
    productSelectionCriteria: [{ field: 'weather', operator: 'IN', value: ['rain'] }],
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
  await screens.start(lantern, catalog(1, 1), byWeather)
  await screens.open(shop)
  await screens.page
    .getByRole('group', { name: 'weather' })
    .getByText('weather IN ["rain"]')
    .waitFor()
  await screens.page.getByLabel('Enable catalog').check()
  await screens.button('Save').click()
  await screens.flash(
    'The catalog could not be saved. Please resolve displayed errors, then save again.',
  )
  await screens.page
    .getByRole('group', { name: 'weather' })
    .getByText(/weather.*(exist|support)/)
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

test('products are selected by attributes too, each compared in its own way', async () => {
  const { page } = screens
  await screens.open(shop)
  const add = page.getByLabel('Add selection criteria')
  const row = (name: string) => page.getByRole('group', { name, exact: true })
  await add.selectOption('Weight')
  await row('Weight').getByLabel('Operator').selectOption('Lower than')
  await row('Weight').getByLabel('Value').fill('2.5')
  await row('Weight').getByLabel('Unit').selectOption('Kilogram')
  await add.selectOption('Description')
  await row('Description').getByLabel('Value').fill('oak')
  await screens.button('Save').click()
  await row('Description').getByText('This locale must not be empty.').waitFor()
  await page.getByRole('tab', { name: 'Product selection 1 error' }).waitFor()
  await row('Description').getByLabel('Channel').selectOption('ecommerce')
  await row('Description').getByLabel('Locale').selectOption('en_US')
  await add.selectOption('Release date')
  await row('Release date').getByLabel('Operator').selectOption('Is between')
  await row('Release date').getByLabel('From', { exact: true }).fill('2024-01-01')
  await row('Release date').getByLabel('To', { exact: true }).fill('2024-12-31')
  await add.selectOption('Completeness')
  await row('Completeness').getByLabel('Value').fill('80')
  await row('Completeness').getByLabel('Channel').selectOption('ecommerce')
  await screens.button('Save').click()
  await screens.flash('Catalog settings successfully updated.')
  const place = { scope: 'ecommerce', locale: 'en_US' }
  expect((await screens.dump()).catalogs[0]?.productSelectionCriteria?.slice(1)).toMatchObject([
    { field: 'weight', operator: '<', value: { amount: 2.5, unit: 'KILOGRAM' } },
    { field: 'description', operator: 'CONTAINS', value: 'oak', ...place },
    { field: 'release_date', operator: 'BETWEEN', value: ['2024-01-01', '2024-12-31'] },
    { field: 'completeness', operator: '=', value: 80, ...place, locale: null },
  ])
})

test('the targets of an own format are filled by sources, in their channel, locale and unit', async () => {
  const { page } = screens
  await screens.start(lantern, catalog(1, 1), mapped)
  await screens.open(shop)
  await page.getByRole('tab', { name: 'Product mapping' }).click()
  expect(await page.getByRole('tab', { name: 'Filter the values' }).count()).toBe(0)
  const targets = screens.section('Targets')
  await targets.getByRole('button', { name: 'uuid Filled by the PIM' }).waitFor()
  await screens.section('Title').getByText('What the shop calls it.').waitFor()
  await page.getByLabel('Source').selectOption('Name')
  await page.getByLabel('Enable catalog').check()
  await screens.button('Save').click()
  await screens.section('Title').getByText('This locale must not be empty.').waitFor()
  await targets.getByRole('button', { name: 'Title required Name Please check' }).waitFor()
  await page.getByLabel('Locale').selectOption('en_US')
  await page.getByLabel('Default value').fill('Untitled')
  await targets.getByRole('button', { name: 'weight No source yet' }).press('Enter')
  await page.getByLabel('Source').selectOption('Weight')
  await page.getByLabel('Unit').selectOption('Gram')
  await targets.getByRole('button', { name: 'Day of release' }).click()
  const options = await page.getByLabel('Source').getByRole('option').allTextContents()
  expect(options.map((text) => text.trim())).toEqual(['No source', 'Best before', 'Release date'])
  await screens.link('Lantern 1').click()
  await screens.dialog.getByRole('button', { name: 'Stay' }).click()
  await screens.button('Save').click()
  await screens.flash('Catalog settings successfully updated.')
  expect((await screens.dump()).catalogs[0]).toMatchObject({
    enabled: true,
    productMapping: {
      title: { source: 'name', scope: null, locale: 'en_US', default: 'Untitled' },
      weight: { source: 'weight', parameters: { unit: 'GRAM' } },
    },
  })
})

test('targets that cannot be had say so, and load on the second try', async () => {
  await screens.start(lantern, catalog(1, 1), mapped)
  await screens.breakNetwork(`/rest/catalogs/${catalogId(1)}/mapping-targets`, 500)
  await screens.open(shop)
  await screens.page.getByRole('tab', { name: 'Product mapping' }).click()
  await screens.page.getByRole('alert').getByText('Something went wrong').waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await screens.section('Targets').getByRole('button', { name: 'weight' }).waitFor()
})

test('a catalog that does not exist is not found', async () => {
  await screens.open(`${app}/catalogs/${catalogId(9)}`)
  await screens.text('Catalog not found')
})
