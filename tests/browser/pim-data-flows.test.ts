import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { connectedApp, connectionCode } from './pim-app-states.ts'
import { businessErrors, busyWeek, connection, noConnections, rights } from './pim-states.ts'

const dashboard = '/connect/data-flows'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start())

const total = (chart: string) =>
  screens.page
    .getByRole('figure')
    .filter({ hasText: chart })
    .getByText(/^[\d,]+$/)
    .first()

/** The figures of a chart, as a screen reader reads them. */
async function figures(chart: string): Promise<string[]> {
  const table = screens.page.getByRole('table', { name: chart })
  await table.waitFor()
  return table.getByRole('cell').allTextContents()
}

test('without any connection the page leads to the first one', async () => {
  await screens.start(noConnections)
  await screens.open(dashboard)
  await screens.text('Want to see some fancy charts about your connections?')
  await screens.link('here.').click()
  await screens.heading('Create a new connection')
})

test('who may not make one is sent to somebody who may', async () => {
  await screens.start(noConnections, rights())
  await screens.open(dashboard)
  await screens.text('Ask your administrator to create one.')
  expect(await screens.link('here.').count()).toBe(0)
})

test('a direction in which nothing is tracked has no chart', async () => {
  await screens.open(dashboard)
  await screens.section('Inbound').getByRole('figure').first().waitFor()
  await screens
    .section('Outbound')
    .getByText('Want to see some fancy charts about your destination connections?')
    .waitFor()
})

test('a week is drawn day by day, with its total; the first day is only there to compare with', async () => {
  await screens.start(busyWeek)
  await screens.open(dashboard)
  const created = ['412', '75', '260', '1,033', '0', '140', '12']
  await expect.poll(() => figures('Products created')).toEqual(created)
  expect(await total('Products created').innerText()).toBe('1,932')
  expect(await total('Products updated').innerText()).toBe('5,796')
  expect(await total('Products sent').innerText()).toBe('79,212')
  expect((await figures('Error count per day')).at(3)).toBe('34')
})

test('one of many connections can be looked at by itself', async () => {
  await screens.start(busyWeek, connection(1, { auditable: true }))
  await screens.open(dashboard)
  const selector = screens.page.getByLabel('Data connections')
  await expect
    .poll(() => selector.getByRole('option').allTextContents())
    .toEqual(['All', 'Fernwood ERP', 'Harbour 1'])
  await selector.selectOption('Harbour 1')
  await expect.poll(() => figures('Products created')).toEqual(Array(7).fill('0'))
  await selector.selectOption('Fernwood ERP')
  await expect.poll(() => total('Products created').innerText()).toBe('1,932')
})

test('what is not tracked is in no selector', async () => {
  await screens.start(connection(1))
  await screens.open(dashboard)
  const options = screens.page.getByLabel('Data connections').getByRole('option')
  await expect.poll(() => options.allTextContents()).toEqual(['All', 'Fernwood ERP'])
})

test('errors lead to the page of the connection, or of the app, that made them', async () => {
  await screens.start(
    busyWeek,
    connectedApp(1, { flowType: 'data_source', auditable: true }),
    businessErrors(connectionCode(1), ['Not a price.']),
  )
  await screens.open(dashboard)
  const cards = screens.section('Business errors per data source')
  await cards.getByRole('link', { name: /Fernwood ERP\s*65 business errors/ }).click()
  await screens.heading('Error monitoring')
  await screens.open(dashboard)
  await cards.getByRole('link', { name: /Lantern 1\s*0 business errors/ }).click()
  await screens.heading('Lantern 1')
  await screens.text('Not a price.')
})

test('figures that cannot be had are asked for again', async () => {
  await screens.start(busyWeek)
  await screens.breakNetwork('/rest/connections/audit/weekly', 500)
  await screens.open(dashboard)
  await screens.section('Outbound').getByRole('alert').getByText('Something went wrong').waitFor()
  await screens.mendNetwork()
  await screens.section('Outbound').getByRole('button', { name: 'Try again' }).click()
  await screens.section('Outbound').getByRole('table', { name: 'Products sent' }).waitFor()
})

test('when the PIM cannot be reached the page says so', async () => {
  await screens.breakNetwork()
  await screens.open(dashboard)
  await screens.page
    .getByRole('alert')
    .getByText('The PIM cannot be reached', { exact: true })
    .waitFor()
})

test('a chart follows the width and the theme, and the charting library comes only with one', async () => {
  const { page } = screens
  const loaded = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('WeekDrawing')),
    )
  await screens.start(noConnections)
  await screens.open(dashboard)
  await screens.text('Want to see some fancy charts')
  expect(await loaded()).toBe(false)

  await screens.start(busyWeek)
  await screens.open(dashboard)
  const chart = page.getByRole('figure').filter({ hasText: 'Products sent' })
  const canvas = chart.locator('canvas')
  await canvas.waitFor()
  expect(await loaded()).toBe(true)
  const width = () => canvas.evaluate((element) => element.getBoundingClientRect().width)
  const picture = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL())
  const wide = await width()
  const light = await picture()
  await page.setViewportSize({ width: 900, height: 800 })
  await expect.poll(width).toBeLessThan(wide)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(width).toBe(wide)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(picture).not.toBe(light)
  await page.emulateMedia({ colorScheme: 'light' })
})

test('before the menu Connect came, the page had another name and place', async () => {
  await screens.open(dashboard, '?era=connections-2020')
  await screens.heading('Connection dashboard')
  await screens.page.getByRole('navigation', { name: 'Activity navigation' }).waitFor()
  await screens.page.getByLabel('Source connections').waitFor()
})
