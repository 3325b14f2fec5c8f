import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  article,
  connections,
  createConnection,
  expectConnections,
  readArticle,
} from './kept-connections.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

const noWorker = 'This browser runs no service worker here'
const nothingKept = 'This browser keeps no data for this site'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

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

/** The reader's first press starts the service worker. */
function act(page: Page): Promise<void> {
  return page.getByRole('heading', { level: 1, name: 'Playground' }).click()
}

/** Waits for the service worker to answer the calls of a page: it is in control a moment before that. */
async function controlled(page: Page): Promise<void> {
  const isAnswering = () =>
    fetch('https://my-pim.example.com/_control/faults').then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(() => page.evaluate(isAnswering)).toBe(true)
}
