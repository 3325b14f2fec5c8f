import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { connectedApp, connectionCode } from './pim-app-states.ts'
import { businessErrors, connection } from './pim-states.ts'

const errors = '/connect/connection-settings/fernwood_erp/monitoring'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

const table = () => screens.page.getByRole('table', { name: 'Errors' })

/** The messages from top to bottom. */
async function messages(): Promise<string[]> {
  const rows = await table().getByRole('row').allInnerTexts()
  return rows.slice(1).map((row) => row.split('\n').find((line) => line.endsWith('!')) ?? '')
}

test('no error is good news', async () => {
  await screens.open(errors)
  await screens.text('Awesome! No error found!')
})

test('one error tells the product, the message and the details', async () => {
  await screens.start(businessErrors('fernwood_erp', ['The price is a text!']))
  await screens.open(errors)
  await screens.text('You have 1 error')
  const row = table().getByRole('row').nth(1)
  const cells = await row.getByRole('cell').allInnerTexts()
  expect(cells[1]).toMatch(/Product name Lamp 0 with the ID 0f3f7a7e-9d0a-4a10-8a4d-0{12}/)
  expect(cells[1]).toContain('The price is a text!')
  expect(cells[2]).toMatch(/Locale en_US\s+Channel ecommerce\s+Family lamps/)
})

test('many are searched, and sorted by their time', async () => {
  await screens.start(
    businessErrors('fernwood_erp', ['No price!', 'No family!', 'A price too many!']),
  )
  await screens.open(errors)
  await screens.text('You have 3 errors')
  expect(await messages()).toEqual(['No price!', 'No family!', 'A price too many!'])
  const header = screens.page.getByRole('columnheader', { name: /Day and time/ })
  expect(await header.getAttribute('aria-sort')).toBe('descending')
  await header.getByRole('button').click()
  expect(await messages()).toEqual(['A price too many!', 'No family!', 'No price!'])
  expect(await header.getAttribute('aria-sort')).toBe('ascending')
  const search = screens.page.getByRole('searchbox', { name: 'Search in error messages' })
  await search.fill('PRICE')
  await screens.page.getByRole('status').filter({ hasText: '2 results' }).waitFor()
  expect(await messages()).toEqual(['A price too many!', 'No price!'])
  await search.fill('colour')
  await screens.page.getByRole('status').filter({ hasText: 'No results' }).waitFor()
  expect(await table().count()).toBe(0)
})

test('errors that cannot be had are asked for again', async () => {
  await screens.start(businessErrors('fernwood_erp', ['No price!']))
  await screens.breakNetwork('/rest/connections/fernwood_erp/business-errors', 500)
  await screens.open(errors)
  await screens.page.getByRole('alert').getByText('Oups, something went wrong!').waitFor()
  await screens.mendNetwork()
  await screens.button('Try again').click()
  await screens.text('You have 1 error')
})

test('a connection that is no source has no errors to read', async () => {
  await screens.open('/connect/connection-settings/larkspur_shop/monitoring')
  await screens.text('For now, monitoring page is only available for source connection.')
})

test('one that is not tracked leads to its settings', async () => {
  await screens.start(connection(1))
  await screens.open('/connect/connection-settings/harbour_1/monitoring')
  await screens.text('Unmonitored connection')
  await screens.button('activate monitoring').click()
  await screens.heading('Harbour 1')
})

test('the errors of an app stand on its own page', async () => {
  const path = `/connect/connected-apps/${connectionCode(1)}?tab=monitoring`
  await screens.start(connectedApp(1))
  await screens.open(path)
  await screens.text('For now, monitoring page is only available for source app.')

  await screens.start(connectedApp(1, { flowType: 'data_source' }))
  await screens.open(path)
  await screens.text('Unmonitored app')
  await screens.button('activate monitoring').click()
  await screens.page.getByLabel('Track in Data flows dashboard').check()
  await screens.button('Save').click()
  await screens.flash('App settings successfully updated.')
  await screens.page.getByRole('tab', { name: 'Error monitoring' }).click()
  await screens.text('Awesome! No error found!')
})
