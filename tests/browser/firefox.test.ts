import { afterAll, beforeAll, expect, test } from 'vitest'
import { walks } from './mission-walks.ts'
import { openFirefox } from './open-browser.ts'
import { openSite, type Site } from './open-site.ts'
import { pointerPerson } from './pointer-person.ts'
import { readGuide } from './read-guide.ts'

// The main job in another engine: its own service worker, module worker, sandbox and storage.

let site: Site

beforeAll(async () => {
  site = await openSite(openFirefox)
})
afterAll(() => site?.close())

test('in Firefox a reader gets the first app token, and finds it after a reload', async () => {
  const walk = walks.find(({ title }) => title === 'Get your first app token')
  const page = await site.newPage()
  await page.goto(`${site.url}/playground.html`)
  const person = pointerPerson(page)
  const guide = readGuide(page)
  await person.press('button', 'Missions')
  await person.press('button', /^Get your first app token/)
  await walk?.go(person, guide)
  await guide.complete()
  // The calls took the way of the service worker, and the state that of IndexedDB.
  expect(await page.getByText('This browser runs no service worker here').count()).toBe(0)
  expect(await page.getByText('This browser keeps no data for this site').count()).toBe(0)
  await page.reload()
  await guide.complete()
  await page.context().close()
})
