import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViolations } from './find-violations.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site
let page: Page

beforeAll(async () => {
  site = await openSite()
  page = await site.newPage({ reducedMotion: 'reduce' })
})
afterAll(() => site?.close())

/** The choice in the bar of the site. */
const version = () => page.getByRole('combobox', { name: 'PIM version' })

/** The figure of a page, once it is alive. */
async function open(path: string, name: string): Promise<Locator> {
  await page.goto(site.url + path)
  await page.getByRole('radio', { name: 'Theme of the system', checked: true }).waitFor()
  return page.getByRole('region', { name })
}

test('the way to connect is found by two answers, with the keyboard alone', async () => {
  const figure = await open('/', 'Which way fits you?')
  await figure.getByRole('radio', { name: 'Somebody else' }).focus()
  await page.keyboard.press('ArrowRight')
  await figure.getByRole('group', { name: 'Does it answer at a web address' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await figure.getByRole('status').filter({ hasText: 'A custom app fits you.' }).waitFor()
  await version().selectOption('2020 – PIM 4 and 5')
  await figure.getByRole('status').filter({ hasText: 'A connection fits you.' }).waitFor()
  await version().selectOption('Today')
})

test('a flow of the map opens its card, in the words of the reader’s version', async () => {
  const figure = await open('/articles/what-is-a-connection.html', 'Six flows, six connections')
  await figure.getByRole('button', { name: /^Shop\W+receives from the PIM$/ }).click()
  await figure.getByText('The shop reads.').waitFor()
  await figure.getByText('Data destinations').waitFor()
  await version().selectOption('2020 – PIM 4 and 5')
  await figure.getByText('Destination connections').waitFor()
  await version().selectOption('Today')
})

test('each edge of an app leads to the page about it', async () => {
  const figure = await open('/apps/overview.html', 'The parts of an app')
  await figure.getByText('asks for authorization and gets a token').focus()
  await page.keyboard.press('Enter')
  await figure.getByRole('link', { name: 'Authorization, step by step' }).click()
  await page.waitForURL(/authentication-and-authorization\.html#oauth-20$/)
})

test('a resource says what it names, and what names it', async () => {
  const figure = await open('/concepts/introduction.html', 'What a PIM is made of')
  await figure.getByText('Family', { exact: true }).click()
  await figure.getByText('It names: Attribute, Channel.').waitFor()
  await figure.getByText('It is named by: Product, Family variant.').waitFor()
  const link = figure.getByRole('link', { name: 'Family in the REST API' })
  expect(await link.getAttribute('href')).toBe('/api-reference-index.html#Family')
})

test('several use cases add up to the scopes that an app asks for', async () => {
  const figure = await open('/apps/app-concepts-and-use-cases.html', 'What your app needs')
  await figure.getByText('ERP', { exact: true }).first().click()
  await figure.getByText('Syndication', { exact: true }).first().click()
  const scopes =
    'read_catalog_structure read_catalogs read_categories read_products write_catalogs write_products'
  await figure.getByText(scopes, { exact: true }).waitFor()
  expect(await figure.getByText('Enterprise Edition only').count()).toBe(0)
})

test('a language leaves the tools that are for it', async () => {
  const figure = await open('/apps/app-developer-tools.html', 'Which language do you write?')
  await figure.getByText('JavaScript', { exact: true }).click()
  await figure.getByText('cd sample-apps/samples/start-app/js-node-express').waitFor()
  expect(await figure.getByText('Demo app').count()).toBe(0)
})

test('a call of the reference is there in four languages, and the chosen one stays', async () => {
  await open('/api-reference-index.html#patch_products_uuid__uuid_', 'Call the REST API')
  const operation = (id: string) => page.locator('.operation', { has: page.locator(`#${id}`) })
  const patch = operation('patch_products_uuid__uuid_')
  await patch.getByRole('tab', { name: 'Python' }).click()
  const code = patch.getByRole('tabpanel', { name: 'Python' })
  expect(await code.innerText()).toMatch(/method="PATCH"[^]*data="\{[^]*urlopen\(request\)/)
  expect(await patch.getByRole('tabpanel', { name: 'curl' }).count()).toBe(0)
  await operation('get_locales').locator('summary').click()
  await operation('get_locales').getByRole('tabpanel', { name: 'Python' }).waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('tutorials are filtered by what the address says, and the address follows', async () => {
  const figure = await open(
    '/tutorials/homepage.html#tags=Products,Channel',
    'Filter the tutorials',
  )
  await figure.getByText('Filtered results (3)').waitFor()
  await figure.getByText('App Workflow', { exact: true }).first().click()
  await figure.getByText('Filtered results (6)').waitFor()
  expect(new URL(page.url()).hash).toBe('#tags=App%20Workflow')
  expect(await figure.getByRole('checkbox', { name: 'Channel' }).isChecked()).toBe(false)
  await page.evaluate(() => (location.hash = '#tags=Kettles'))
  await figure.getByText('There is no tag “Kettles”').waitFor()
})

test('a version changes the words of the whole site, and its support is that of today', async () => {
  await page.clock.setFixedTime('2024-09-30T12:00:00Z')
  const figure = await open('/versions-in-detail.html', 'Choose your version')
  await figure.getByRole('radio', { name: /^7\.0.* supported$/ }).waitFor()
  await figure.getByText('5.0', { exact: true }).click()
  await figure.getByText('PIM 5.0, 3 years and 6 months old').waitFor()
  await figure.getByText('System › Connections').waitFor()
  expect(await version().inputValue()).toBe('connections-2020')
  await figure.getByText('3.2', { exact: true }).click()
  await figure.getByText('has no connections and no apps yet').waitFor()
  await page.clock.setFixedTime('2026-01-01T12:00:00Z')
  await page.reload()
  await figure
    .getByRole('radio', { name: /^7\.0.* not supported for 1 year and 3 months$/ })
    .waitFor()
  await version().selectOption('Today')
})

test('the glossary sets a wording beside today’s', async () => {
  const figure = await open('/glossary.html', 'The same thing in your version’s words')
  await figure.getByText('2019 draft').first().click()
  expect(await version().inputValue()).toBe('apps-2019')
  const row = figure.getByRole('row', { name: /^Where you create it/ })
  await row.getByText('System › Apps').waitFor()
  expect(await figure.getByRole('columnheader').allInnerTexts()).toEqual([
    'What it is',
    'Today',
    '2019 draft',
  ])
})

test('without scripts each figure says all it has to say', async () => {
  const still = await site.newPage({ javaScriptEnabled: false })
  const texts: [path: string, text: string][] = [
    ['/', 'You declare the flow in the PIM and copy four credentials into the software.'],
    ['/articles/what-is-a-connection.html', 'texts that leave, translations that return'],
    ['/apps/overview.html', 'hands over the products that people chose'],
    ['/concepts/introduction.html', 'units that convert into each other'],
    ['/apps/app-concepts-and-use-cases.html', 'write_assets write_catalogs write_products'],
    ['/apps/app-developer-tools.html', 'composer require akeneo/api-php-client'],
    ['/tutorials/homepage.html', 'All tutorials (6)'],
    ['/versions-in-detail.html', '2023-03-08'],
    ['/glossary.html', 'Developer mode › Manage test apps'],
  ]
  for (const [path, text] of texts) {
    await still.goto(site.url + path)
    expect(await still.locator('.figure-frame').getByText(text).first().isVisible(), path).toBe(
      true,
    )
    // What only scripts can answer is not offered.
    expect(await still.locator('.choice-pills:visible').count(), path).toBe(0)
  }
  await still.context().close()
})
