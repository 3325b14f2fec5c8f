import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** How the element that holds the playground is laid out: by its own style sheet, or not at all. */
const layout = `getComputedStyle(document.querySelector('.playground')).display`

describe('the styles of a page', () => {
  it('are there for a reader who comes from another page', async () => {
    const page = await site.newPage()
    await page.goto(`${site.url}/articles/what-is-an-app.html`)
    expect(await page.locator('link[rel~="stylesheet"]').count()).toBe(1)
    await page.getByRole('link', { name: 'Playground', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor()
    expect(await page.evaluate(layout)).toBe('flex')
    await page.close()
  })

  it('are there for a reader who comes to it first, with JavaScript or without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.newPage({ javaScriptEnabled })
      await page.goto(`${site.url}/playground.html`)
      await page.locator('.playground').waitFor()
      // Playwright evaluates in pages without JavaScript too.
      expect(await page.evaluate(layout)).toBe('flex')
      await page.close()
    }
  })
})
