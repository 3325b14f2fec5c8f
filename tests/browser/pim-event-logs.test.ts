import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScreens, type Screens } from './open-screens.ts'
import { eventLogs, subscription } from './pim-states.ts'

const path = '/connect/connection-settings/fernwood_erp/event-logs'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterAll(() => screens?.close())
beforeEach(() => screens.start(subscription('fernwood_erp'), eventLogs('fernwood_erp', 40)))

const rows = () => screens.page.getByRole('table').getByRole('row')

test('logs are listed newest first, page by page, each with what it is about', async () => {
  const { page } = screens
  await screens.open(path)
  await screens.text('40 results')
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
    'DATETIME',
    'LEVEL',
    'MESSAGE',
  ])
  expect(await rows().count()).toBe(26)
  await rows().nth(1).getByText('The endpoint failed to answer under 500 ms.').click()
  await rows().nth(1).getByText('lamp_40').waitFor()
  await screens.button('Show older ones').click()
  await expect.poll(() => rows().count()).toBe(41)
  expect(await screens.button('Show older ones').count()).toBe(0)
})

test('levels, words and dates choose what is shown', async () => {
  const { page } = screens
  await screens.open(path)
  await page.getByRole('group', { name: 'Level' }).getByLabel('Error').uncheck()
  await screens.text('13 results')
  await page.getByRole('searchbox', { name: 'Search in messages' }).fill('same lamp_39')
  await screens.text('1 result')
  await page.getByRole('searchbox', { name: 'Search in messages' }).fill('sofa')
  await screens.text('Sorry, there is no log for your search.')
  await page.getByRole('searchbox', { name: 'Search in messages' }).fill('')
  await page.getByLabel('To', { exact: true }).fill('2020-01-01T00:00')
  await page.getByLabel('To', { exact: true }).blur()
  await screens.text('No results')
  await screens.button('Reset').click()
  await screens.text('13 results')
})

test('all logs are had as a file', async () => {
  await screens.open(path)
  const [download] = await Promise.all([
    screens.page.waitForEvent('download'),
    screens.button('Download logs').click(),
  ])
  expect(download.suggestedFilename()).toBe('events_api_logs_fernwood_erp.txt')
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n')
  expect(lines).toHaveLength(40)
  expect(lines[0]).toMatch(/ ERROR The endpoint failed to answer under 500 ms\. \{.*lamp_40/)
  await screens.breakNetwork('/rest/events-api-debug/download')
  await screens.button('Download logs').click()
  await screens.flash('The logs could not be loaded.')
})

test('without a subscription the page leads to it, and without logs it waits for them', async () => {
  await screens.start(subscription('fernwood_erp'))
  await screens.open(path)
  await screens.text('There is no log for the moment.')
  await screens.start()
  await screens.open(path)
  await screens.link('Enable the event subscription').click()
  await screens.heading('Event subscription')
})
