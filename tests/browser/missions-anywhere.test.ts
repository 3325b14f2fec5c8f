import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areSome } from './journeys.ts'
import { walks } from './mission-walks.ts'
import { openSite, type Site } from './open-site.ts'
import { pointerPerson } from './pointer-person.ts'
import { readGuide } from './read-guide.ts'

// Every mission where the page does not stand on its own two feet: without a service worker, or beside another tab.

const permissions = ['clipboard-read', 'clipboard-write']
const noWorker = 'This browser runs no service worker here'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

// They wait more than they work, so they go side by side.
describe.concurrent.each(walks)('$title', { timeout: 240_000 }, ({ title, go }) => {
  const turn = walks.findIndex((walk) => walk.title === title) % 3

  test.skipIf(areSome && turn !== 0)('with the service worker blocked', async () => {
    const page = await open({ serviceWorkers: 'block' })
    const guide = await openMission(page, title)
    await go(pointerPerson(page), guide)
    await guide.complete()
    await page.getByText(noWorker).waitFor()
    await page.context().close()
  })

  test.skipIf(areSome && turn !== 1)('after a hard reload', async () => {
    const page = await open()
    const guide = await openMission(page, title)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await reloadHard(page)
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null)
    await go(pointerPerson(page), guide)
    await guide.complete()
    await page.context().close()
  })

  test.skipIf(areSome && turn !== 2)(
    'in one of two tabs: both check the steps off, and both keep them',
    async () => {
      const page = await open()
      const guide = await openMission(page, title)
      // The other tab finds the mission as this one has chosen it.
      const other = await page.context().newPage()
      await other.goto(`${site.url}/playground.html?panel=missions`)
      const otherGuide = readGuide(other)
      await go(pointerPerson(page), guide)
      await guide.complete()
      await otherGuide.complete()
      for (const tab of [page, other]) {
        await tab.reload()
        await readGuide(tab).complete()
      }
      await page.context().close()
    },
  )
})

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.newPage({ permissions, ...options })
  page.context().setDefaultTimeout(60_000)
  return page
}

/** Opens the guide at a mission, by two presses. */
async function openMission(page: Page, title: string) {
  await page.goto(`${site.url}/playground.html`)
  const person = pointerPerson(page)
  await person.press('button', 'Missions')
  await person.press('button', new RegExp(`^${title}`))
  return readGuide(page)
}

/** Reloads as Shift and the reload button do: the page is then not the worker's. */
async function reloadHard(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const loaded = page.waitForEvent('load')
  await session.send('Page.reload', { ignoreCache: true })
  await loaded
}
