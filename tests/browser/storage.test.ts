import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corruptStorage, damages, type Damage } from './corrupt-storage.ts'
import { areSome } from './journeys.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

const article = '/articles/manage-your-connections.html'
const connections = '/connect/connection-settings'
const noWorker = 'This browser runs no service worker here'
const nothingKept = 'This browser keeps no data for this site'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('what the browser kept of the PIM cannot be read', () => {
  const all = Object.entries(damages)
  for (const [name, damage] of areSome ? all.filter((_, index) => index % 3 === 1) : all) {
    test(`${name}: the playground says so, and a fresh start mends it for good`, async () => {
      const page = await openDamaged(damage)
      await page.goto(`${site.url}/playground.html#${connections}`)
      await trouble(page).waitFor()
      await page.getByText('connections, apps and tokens you made here go with it').waitFor()
      expect(await page.getByRole('region', { name: 'Browser' }).count()).toBe(0)
      await page.getByRole('button', { name: 'Start fresh' }).click()
      await expectConnections(page, ['Fernwood ERP', 'Larkspur Shop'])
      await createConnection(page, 'Harbour Shop')
      await page.reload()
      await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
      await page.context().close()
    })
  }

  for (const name of ['a record that is a text', 'a database of a higher version'] as const) {
    test(`${name}: the article reads on, and its own button mends it`, async () => {
      const page = await openDamaged(damages[name])
      await page.goto(site.url + article)
      await readArticle(page)
      await trouble(page).getByRole('button', { name: 'Start fresh' }).click()
      await page.getByLabel('Label (required)').fill('Harbour Shop')
      await page.getByRole('button', { name: 'Save' }).click()
      const widget = page.getByRole('region', { name: 'Your PIM: connections' })
      await widget.getByText('Make sure to save this password').waitFor()
      await openPlayground(page, site.url, connections)
      await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
      await page.context().close()
    })
  }

  async function openDamaged(damage: Damage): Promise<Page> {
    const page = await site.newPage()
    await page.goto(`${site.url}/glossary.html`)
    await corruptStorage(page, damage)
    return page
  }
})

describe('a browser that keeps nothing', () => {
  const wants: Record<string, () => void> = {
    'no IndexedDB at all': () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    },
    'all storage blocked': () => {
      const refuse = {
        get: () => {
          throw new DOMException('Access is denied', 'SecurityError')
        },
      }
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, refuse)
    },
  }
  for (const [name, want] of Object.entries(wants)) {
    test(`${name}: the playground works, and says that it ends with the page`, async () => {
      const page = await site.newPage()
      await page.addInitScript(want)
      await openPlayground(page, site.url, connections)
      await page.getByText(nothingKept).waitFor()
      await createConnection(page, 'Harbour Shop')
      await page.reload()
      await expectConnections(page, ['Fernwood ERP', 'Larkspur Shop'])
      await page.goto(site.url + article)
      await readArticle(page)
      await page.getByLabel('Label (required)').waitFor()
      await page.context().close()
    })
  }
})

describe('a page without its service worker', () => {
  async function openBlocked(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await site.newPage(options)
    await openPlayground(page, site.url, connections)
    return page
  }

  test('blocked: calls take the direct way, and a connection can be created', async () => {
    const page = await openBlocked({ serviceWorkers: 'block' })
    await createConnection(page, 'Harbour Shop')
    await page.getByText(noWorker).waitFor()
    await page.reload()
    await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
    await page.context().close()
  })

  test('a hard reload beside another tab: likewise, until the next reload', async () => {
    const other = await openBlocked()
    await act(other)
    await controlled(other)
    const page = await other.context().newPage()
    await openPlayground(page, site.url, connections)
    await act(page)
    await controlled(page)
    expect(await page.getByText(noWorker).count()).toBe(0)
    const session = await page.context().newCDPSession(page)
    // The page before would still take a press.
    const loaded = page.waitForEvent('load')
    await session.send('Page.reload', { ignoreCache: true })
    await loaded
    await createConnection(page, 'Harbour Shop')
    await page.getByText(noWorker).waitFor()
    await page.reload()
    await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
    await act(page)
    await controlled(page)
    expect(await page.getByText(noWorker).count()).toBe(0)
    await page.context().close()
  })

  test('stopped while the page is open: the next call takes the direct way', async () => {
    const page = await openBlocked()
    await act(page)
    await controlled(page)
    const session = await page.context().newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await createConnection(page, 'Harbour Shop')
    await page.getByText(noWorker).waitFor()
    await page.context().close()
  })

  test('a hard reload of the only tab: a connection can be created either way', async () => {
    const page = await openBlocked()
    await act(page)
    await controlled(page)
    const session = await page.context().newCDPSession(page)
    const loaded = page.waitForEvent('load')
    await session.send('Page.reload', { ignoreCache: true })
    await loaded
    await createConnection(page, 'Harbour Shop')
    await page.context().close()
  })
})

test('a browser without more room: what comes works and is said to end with the page, the rest stays', async () => {
  const page = await site.newPage()
  await openPlayground(page, site.url, connections)
  await createConnection(page, 'Harbour Shop')
  // As a browser does whose disk is full; no tool makes it so for IndexedDB alone.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no more room', 'QuotaExceededError')
    }
  })
  await createConnection(page, 'Moss Market')
  await page.getByText('This browser has no more room for this site.').waitFor()
  await createConnection(page, 'Quarry Outlet')
  await page.reload()
  await expectConnections(page, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
  expect(await page.getByRole('link', { name: /^(Moss Market|Quarry Outlet)$/ }).count()).toBe(0)
  await page.context().close()
})

test('whatever stands in the small storage: the playground opens and works', async () => {
  const page = await site.newPage()
  await page.goto(`${site.url}/glossary.html`)
  for (const text of [
    '',
    '{"__proto__":{"open":1},"runs":[],"a":{}}',
    '[null,1,[[]]]',
    '\u0000{',
  ]) {
    await page.evaluate((garbage) => {
      const names = 'source settings scenarios panes missions'.split(' ')
      for (const key of ['era', 'playground-app', 'widgets-own-state']) names.push(key)
      for (const name of names) {
        const key = name.includes('-') || name === 'era' ? name : `playground-${name}`
        for (const storage of [localStorage, sessionStorage]) storage.setItem(key, garbage)
        for (const storage of [localStorage, sessionStorage])
          storage.setItem(`playground-app-${name}`, garbage)
      }
    }, text)
    await page.goto(`${site.url}/playground.html?panel=missions#${connections}`)
    await expectConnections(page, ['Fernwood ERP', 'Larkspur Shop'])
    await page.getByRole('button', { name: /^Create a connection/ }).waitFor()
    await page.getByRole('button', { name: 'Scenarios', exact: true }).click()
    await page.getByRole('button', { name: 'Load: Fresh PIM' }).waitFor()
  }
  await page.context().close()
})

test('a connection that one tab creates is in the list of another', async () => {
  const one = await site.newPage()
  const other = await one.context().newPage()
  await openPlayground(one, site.url, connections)
  const { pim } = await openPlayground(other, site.url, connections)
  await expectConnections(other, ['Fernwood ERP', 'Larkspur Shop'])
  await one.bringToFront()
  await createConnection(one, 'Harbour Shop')
  await other.bringToFront()
  await pim.getByRole('link', { name: 'App Store' }).click()
  await pim.getByRole('heading', { level: 1, name: 'App Store' }).waitFor()
  await pim.getByRole('link', { name: 'Connection settings' }).click()
  await expectConnections(other, ['Fernwood ERP', 'Harbour Shop', 'Larkspur Shop'])
  await one.context().close()
})

function trouble(page: Page): Locator {
  return page
    .getByRole('alert')
    .filter({ hasText: 'What this browser kept of the PIM cannot be read' })
}

/** The reader's first press starts the service worker. */
function act(page: Page): Promise<void> {
  return page.getByRole('heading', { level: 1, name: 'Playground' }).click()
}

/** Waits for the service worker to answer the calls of a page. */
async function controlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Reads to the widget, which loads it, and past it. */
async function readArticle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Manage your connections' }).waitFor()
  await page.getByText('Try it here.').scrollIntoViewIfNeeded()
  await page.getByText('Answer up to three questions').waitFor()
  await page.getByRole('heading', { level: 2, name: 'Delete a connection' }).waitFor()
}

async function createConnection(page: Page, label: string): Promise<void> {
  const pim = page.getByRole('region', { name: 'Browser' })
  // A person's press takes a while: what it starts must not move the button away before the finger is up.
  await pim.getByRole('button', { name: 'Create', exact: true }).click({ delay: 150 })
  await pim.getByLabel('Label (required)').fill(label)
  await pim.getByRole('button', { name: 'Save' }).click()
  await pim.getByText('Make sure to save this password').waitFor()
  await pim.getByRole('link', { name: 'Back to Connect' }).click()
  await pim.getByRole('link', { name: label }).waitFor()
}

/** Waits for the list of connections, which must hold these and no others. */
async function expectConnections(page: Page, labels: readonly string[]): Promise<void> {
  const pim = page.getByRole('region', { name: 'Browser' })
  const link = (name: string) => pim.getByRole('link', { name, exact: true })
  await pim.getByRole('heading', { level: 1, name: 'Connection settings' }).waitFor()
  for (const label of labels) await link(label).waitFor()
  for (const label of ['Fernwood ERP', 'Larkspur Shop', 'Harbour Shop']) {
    expect(await link(label).count(), label).toBe(labels.includes(label) ? 1 : 0)
  }
}
