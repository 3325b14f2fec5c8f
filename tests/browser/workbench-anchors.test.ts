import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import contentMap from '../site/content-map.json' with { type: 'json' }
import { findViolationsInBothThemes } from './find-violations.ts'
import { areSome } from './journeys.ts'
import { openSite, type Site } from './open-site.ts'

// Each anchor of the page Playground leads to the very thing that it names.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

interface Arrival {
  readonly anchor: string
  /** What is said, and what has the focus then: role and name. */
  readonly says: string
  readonly role: Parameters<Page['getByRole']>[0]
  readonly name: string | RegExp
  /** The pane that it is in, and what the address is then. */
  readonly pane: 'Browser' | 'Flow'
  readonly address: RegExp
  /** The button that puts in place what the PIM lacks. */
  readonly offer?: string
}

const arrivals: readonly Arrival[] = [
  {
    anchor: 'connection-form',
    says: 'Here is the form of a new connection',
    role: 'textbox',
    name: 'Label (required)',
    pane: 'Browser',
    address: /#\/connect\/connection-settings\/create$/,
  },
  {
    anchor: 'flow-type',
    says: 'Here is the flow type of a new connection',
    role: 'combobox',
    name: 'Flow type (required)',
    pane: 'Browser',
    address: /#(flow-type|\/connect\/connection-settings\/create)$/,
  },
  {
    anchor: 'credentials',
    says: 'Here are the credentials of a connection',
    role: 'region',
    name: 'Credentials',
    pane: 'Browser',
    address: /#\/connect\/connection-settings\/larkspur_shop\/edit$/,
  },
  {
    anchor: 'roles',
    says: 'Here are the permissions of your role',
    role: 'heading',
    name: 'Edit - Administrator',
    pane: 'Browser',
    address: /#\/system\/roles\/1$/,
  },
  {
    anchor: 'app-store',
    says: 'Here is the App Store',
    role: 'heading',
    name: 'App Store',
    pane: 'Browser',
    address: /#\/connect\/app-store$/,
  },
  {
    anchor: 'custom-app',
    says: 'Here is the form of a new custom app',
    role: 'textbox',
    name: 'Name (required)',
    pane: 'Browser',
    address: /#\/connect\/custom-apps\/create$/,
  },
  {
    anchor: 'activation',
    says: 'Here is the wizard in which somebody connects an app',
    role: 'heading',
    name: 'Lantern Feeds needs to',
    pane: 'Browser',
    address: /#\/connect\/apps\/authorize\?client_id=[\w-]+$/,
    offer: 'Create a custom app',
  },
  {
    anchor: 'oauth',
    says: 'Here is the flow, step by step: every request waits until you send it',
    role: 'region',
    name: 'Flow',
    pane: 'Flow',
    address: /\?pane=flow#/,
  },
  {
    anchor: 'token-lab',
    says: 'Here is the token lab',
    role: 'form',
    name: 'Token lab',
    pane: 'Flow',
    address: /\?pane=flow&view=tokens#/,
  },
  {
    anchor: 'api-explorer',
    says: 'Here is the API explorer',
    role: 'group',
    name: 'API explorer',
    pane: 'Flow',
    address: /\?pane=flow&view=api#/,
  },
  {
    anchor: 'data-flows',
    says: 'Here is the page Data flows',
    role: 'heading',
    name: 'Data flows',
    pane: 'Browser',
    address: /#\/connect\/data-flows$/,
  },
  {
    anchor: 'catalog-builder',
    says: 'Here is the catalog of an app',
    role: 'heading',
    name: 'Store locator',
    pane: 'Browser',
    address: /#\/connect\/connected-apps\/\w+\/catalogs\/[\w-]+$/,
    offer: 'Make a catalog',
  },
]

test('the anchors are those of the content map, and stand in the page itself', async () => {
  const { anchors } = contentMap.pages.find(({ id }) => id === 'playground') ?? { anchors: [] }
  expect(anchors.length).toBeGreaterThan(10)
  expect(arrivals.map(({ anchor }) => anchor)).toEqual(anchors)
  const page = await site.newPage({ javaScriptEnabled: false })
  await page.goto(`${site.url}/playground.html`)
  for (const anchor of anchors) expect(await page.locator(`#${anchor}`).count(), anchor).toBe(1)
  await page.context().close()
})

test(
  'each leads to what it names, brings it to sight and says so',
  { timeout: 120_000 },
  async () => {
    const page = await site.newPage()
    await page.goto(`${site.url}/playground.html`)
    for (const arrival of arrivals) {
      await page.evaluate((anchor) => (window.location.hash = anchor), arrival.anchor)
      await expectArrival(page, arrival)
    }
    expect(await findViolationsInBothThemes(page)).toEqual([])
    await page.context().close()
  },
)

test.skipIf(areSome)(
  'a link to one opens it, also where panes are tabs',
  { timeout: 60_000 },
  async () => {
    const page = await site.newPage({ viewport: { width: 390, height: 800 } })
    for (const anchor of ['token-lab', 'catalog-builder']) {
      const arrival = arrivals.find((each) => each.anchor === anchor)
      await page.goto(`${site.url}/versions-in-detail.html`)
      await page.goto(`${site.url}/playground.html#${anchor}`)
      if (arrival) await expectArrival(page, arrival)
    }
    await page.context().close()
  },
)

async function expectArrival(page: Page, arrival: Arrival): Promise<void> {
  const { says, role, name, pane, address, offer } = arrival
  if (offer) {
    const way = page.getByRole('group', { name: 'Way to the place' })
    await way.getByRole('button', { name: offer }).click()
  }
  await page.getByRole('status').filter({ hasText: says }).waitFor()
  const inPane = page
    .getByRole('region', { name: pane, exact: true })
    .or(page.getByRole('tabpanel', { name: pane, exact: true }))
  const thing =
    role === 'region' && name === pane ? inPane : inPane.getByRole(role, { name, exact: true })
  await expect
    .poll(() => thing.evaluate((element) => element === document.activeElement), {
      timeout: 10_000,
      message: says,
    })
    .toBe(true)
  const box = await thing.boundingBox()
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  expect(box).not.toBeNull()
  expect(box && box.x < width && box.y < height && box.y + box.height > 0, says).toBe(true)
  expect(page.url()).toMatch(address)
}
