import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areSome } from './journeys.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

/** What the five articles tell a reader of one version to look for, word for word. */
interface Wording {
  /** The choice under `PIM version`, and its name in an address. */
  readonly choice: string
  readonly era: string
  /** Manage your connections (R1) or, in the oldest version, Manage your apps (R2). */
  readonly connections: { tab: string; entry: string }
  readonly create: string
  readonly flowTypes: readonly string[]
  readonly track: string
  /** Create a custom app (R10), Get your App token (R15). */
  readonly store: string
  readonly createApp: string
  readonly badge: string | undefined
  readonly section: string
  readonly permission: { group: string; label: string }
}

const older = {
  track: 'Enable the monitoring',
  store: 'Marketplace',
  createApp: 'Create a test App',
  badge: 'Developer mode',
  section: 'My test apps',
  permission: { group: 'Developer mode', label: 'Manage test apps' },
}

const wordings: readonly Wording[] = [
  {
    choice: 'Today',
    era: 'today',
    connections: { tab: 'Connect', entry: 'Connection settings' },
    create: 'Create a new connection',
    flowTypes: ['Data source', 'Data destination', 'Other'],
    track: 'Track in Data flows dashboard',
    store: 'App Store',
    createApp: 'Create an App',
    badge: undefined,
    section: 'My custom apps',
    permission: { group: 'Connect', label: 'Create and delete custom apps' },
  },
  {
    choice: '2022 – PIM 6 and 7',
    era: 'test-apps-2022',
    connections: { tab: 'Connect', entry: 'Connection settings' },
    create: 'Create a new connection',
    flowTypes: ['Data source', 'Data destination', 'Other'],
    ...older,
    track: 'Track in Data flows dashboard',
    store: 'App Store',
  },
  {
    choice: '2020 – PIM 4 and 5',
    era: 'connections-2020',
    connections: { tab: 'System', entry: 'Connections' },
    create: 'Create a new connection',
    flowTypes: ['Source connection', 'Destination connection', 'Other'],
    ...older,
  },
  {
    choice: '2019 draft',
    era: 'apps-2019',
    connections: { tab: 'System', entry: 'Apps' },
    create: 'Create a new app',
    flowTypes: ['Source app', 'Destination app', 'Other'],
    ...older,
  },
]

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

for (const wording of wordings.filter((_, index) => !areSome || index % 2 === 0)) {
  test(`${wording.choice}: the steps of the articles can be followed to the letter`, async () => {
    const page = await site.newPage()
    await page.goto(`${site.url}/articles/manage-your-connections.html`)
    const version = page.getByLabel('PIM version')
    await version.selectOption(wording.choice)

    const { pim } = await openPlayground(page, site.url, '/connect/app-store')
    expect(await chosen(version)).toBe(wording.choice)
    await followConnections(pim, wording)
    await followPermission(pim, wording)
    await followApps(pim, wording)

    await page.reload()
    expect(await chosen(version)).toBe(wording.choice)
    await pim.getByRole('button', { name: wording.createApp, exact: true }).waitFor()
    await page.context().close()
  })
}

test('an address can name the version, and the choice of the reader stays', async () => {
  const page = await site.newPage()
  const version = page.getByLabel('PIM version')
  const pim = page.getByRole('region', { name: 'Browser' })
  await page.goto(site.url)
  await version.selectOption('2022 – PIM 6 and 7')
  for (const { era, choice, connections } of wordings) {
    await page.goto(`${site.url}/playground.html?era=${era}#/connect/connection-settings`)
    await pim.getByRole('heading', { level: 1, name: connections.entry, exact: true }).waitFor()
    expect(await chosen(version)).toBe(choice)
  }
  await page.goto(`${site.url}/playground.html#/connect/app-store`)
  await pim.getByRole('button', { name: 'Create a test App' }).waitFor()
  expect(await chosen(version)).toBe('2022 – PIM 6 and 7')
  await page.goto(`${site.url}/playground.html?era=none#/connect/app-store`)
  await pim.getByRole('button', { name: 'Create an App' }).waitFor()
  expect(await chosen(version)).toBe('Today')
  await page.getByText('asks for the wording “none”').waitFor()
  await page.context().close()
})

test('a change of version reaches the screens that are open, in this tab and in the next', async () => {
  const page = await site.newPage()
  const article = await page.context().newPage()
  const { pim } = await openPlayground(page, site.url, '/connect/app-store')
  await pim.getByRole('button', { name: 'Create an App' }).waitFor()
  await page.getByLabel('PIM version').selectOption('2022 – PIM 6 and 7')
  await pim.getByRole('button', { name: 'Create a test App' }).waitFor()
  await article.goto(`${site.url}/apps/create-custom-app.html`)
  await article.getByLabel('PIM version').selectOption('Today')
  await pim.getByRole('button', { name: 'Create an App' }).waitFor()
  await page.context().close()
})

/** Create a connection, choose its flow type, find its credentials and track it (R1; R2, part A). */
async function followConnections(pim: Locator, wording: Wording): Promise<void> {
  const { tab, entry } = wording.connections
  await openEntry(pim, tab, entry)
  await button(pim, 'Create').click()
  await pim.getByRole('heading', { level: 1, name: wording.create }).waitFor()
  const flowType = pim.getByLabel('Flow type (required)')
  expect(await flowType.getByRole('option').allInnerTexts()).toEqual(wording.flowTypes)
  await pim.getByLabel('Label (required)').fill('Magento connector')
  expect(await pim.getByLabel('Code (required)').inputValue()).toBe('magentoconnector')
  await flowType.selectOption(wording.flowTypes[1] ?? '')
  await button(pim, 'Save').click()
  await pim.getByText('Make sure to save this password somewhere').waitFor()

  await openEntry(pim, tab, entry)
  await pim.getByRole('link', { name: 'Magento connector' }).click()
  await pim.getByRole('heading', { name: 'Credentials' }).waitFor()
  await pim.getByLabel(wording.track).check()
  await button(pim, 'Save').click()
  await pim.getByText('There are unsaved changes.').waitFor({ state: 'detached' })
}

/** Get the permission to declare apps (R10, step 1; R15, step 3). */
async function followPermission(pim: Locator, { permission }: Wording): Promise<void> {
  await openEntry(pim, 'System', 'Roles')
  await pim.getByRole('link', { name: 'Administrator' }).click()
  await pim.getByRole('tab', { name: 'Permissions', exact: true }).click()
  const group = pim.getByRole('group', { name: permission.group, exact: true })
  expect(await group.getByLabel(permission.label, { exact: true }).isChecked()).toBe(true)
}

/** Declare an app and find its card (R10, step 2; R15, step 3). */
async function followApps(pim: Locator, wording: Wording): Promise<void> {
  await openEntry(pim, 'Connect', wording.store)
  expect(await pim.getByText('Developer mode', { exact: true }).count()).toBe(wording.badge ? 1 : 0)
  await button(pim, wording.createApp).click()
  await pim.getByRole('heading', { level: 1, name: 'App information' }).waitFor()
  await pim.getByLabel('Name (required)').fill('My App')
  await pim.getByLabel('Activate url (required)').fill('http://localhost:8000/activate')
  await pim.getByLabel('Callback url (required)').fill('http://localhost:8000/callback')
  await button(pim, 'Create').click()
  await pim.getByRole('heading', { level: 1, name: 'Credentials' }).waitFor()
  const once = pim.getByText('Make sure to save these credentials somewhere')
  expect(await once.count()).toBe(wording.badge ? 1 : 0)
  await button(pim, 'Done').click()
  await pim.getByRole('heading', { name: wording.section }).waitFor()
  const card = pim.getByRole('listitem').filter({ hasText: 'My App' })
  await button(card, 'Connect').waitFor()
  await openEntry(pim, 'Connect', 'Connected Apps')
  await openEntry(pim, 'Connect', wording.store)
}

/** Goes to a menu and an entry of it, as in `System` › `Roles`. */
async function openEntry(pim: Locator, tab: string, entry: string): Promise<void> {
  await pim
    .getByRole('navigation', { name: 'PIM navigation' })
    .getByRole('link', { name: tab, exact: true })
    .click()
  await pim
    .getByRole('navigation', { name: `${tab} navigation` })
    .getByRole('link', { name: entry, exact: true })
    .click()
  await pim.getByRole('heading', { level: 1, name: entry, exact: true }).waitFor()
}

function button(place: Locator, name: string): Locator {
  return place.getByRole('button', { name, exact: true })
}

/** The choice that a select shows. */
function chosen(select: Locator): Promise<string> {
  return select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label ?? '')
}
