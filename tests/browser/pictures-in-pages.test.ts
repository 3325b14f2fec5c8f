import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from './open-site.ts'

const article = '/apps/create-custom-app.html'
let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('a picture is fetched when it comes into view, in the theme and the wording of the reader', async () => {
  const page = await site.newPage({
    colorScheme: 'dark',
    viewport: { width: 1280, height: 480 },
  })
  const fetched = logPictures(page)
  await page.goto(`${site.url}${article}`)
  await page.getByRole('radio', { name: 'Theme of the system', checked: true }).waitFor()
  const picture = page.locator('figure.picture').first()
  const before = await picture.boundingBox()
  expect(fetched).toEqual([])

  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => fetched).toEqual(['/img/apps/create-a-custom-app-button-dark.webp'])
  await picture.locator('img.for-dark').evaluate((image: HTMLImageElement) => image.decode())
  const after = await picture.boundingBox()
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height])

  await page.getByLabel('PIM version').first().selectOption('test-apps-2022')
  await expect.poll(() => fetched.at(-1)).toBe('/img/apps/create-a-test-app-button-dark.webp')
  expect(fetched).toHaveLength(2)
  await page.context().close()
})

test('Enter enlarges a picture, Escape closes it, and the keyboard is where it was', async () => {
  const page = await site.newPage()
  await page.goto(`${site.url}${article}`)
  await page.getByRole('radio', { name: 'Theme of the system', checked: true }).waitFor()
  const link = page.locator('figure.picture a').first()
  const dialog = page.getByRole('dialog', { name: 'Enlarged picture' })
  await link.focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('img').waitFor()
  const [small, large] = [await link.boundingBox(), await dialog.getByRole('img').boundingBox()]
  expect(large?.width).toBeGreaterThan(small?.width ?? Infinity)
  // What the page lights stays lit.
  expect(await dialog.locator('.ring').count()).toBe(1)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)

  await link.click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(page.url()).toBe(`${site.url}${article}`)
  await page.context().close()
})

test('without scripts pictures are shown, and lead to themselves', async () => {
  const page = await site.newPage({ javaScriptEnabled: false })
  await page.goto(`${site.url}${article}`)
  const link = page.locator('figure.picture a').first()
  await link.scrollIntoViewIfNeeded()
  expect(await link.locator('img.for-light').isVisible()).toBe(true)
  expect(await link.locator('img.for-dark').isVisible()).toBe(false)
  expect(await link.getAttribute('href')).toBe('/img/apps/create-a-custom-app-button.webp')
  await page.context().close()
})

/** The pictures that a page asks for, in that order. */
function logPictures(page: Page): string[] {
  const fetched: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/img/')) fetched.push(pathname)
  })
  return fetched
}
