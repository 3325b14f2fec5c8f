import type { Locator } from 'playwright-core'
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

it('in the colours that the system forces upon a page, the current page and the theme are marked', async () => {
  const page = await site.newPage({ forcedColors: 'active' })
  await page.goto(`${site.url}/playground.html`)
  const theme = (name: string) => page.getByRole('radio', { name, exact: true }).locator('..')
  await page.getByRole('radio', { name: 'Theme of the system', checked: true }).waitFor()
  const styleOf = (locator: Locator, name: string) =>
    locator.evaluate((element, style) => getComputedStyle(element).getPropertyValue(style), name)
  expect(await styleOf(theme('Theme of the system'), 'background-color')).not.toBe(
    await styleOf(theme('Dark theme'), 'background-color'),
  )
  const links = page.getByRole('banner').getByRole('navigation')
  const line = (name: string) =>
    styleOf(links.getByRole('link', { name, exact: true }).first(), 'text-decoration-line')
  expect([await line('Playground'), await line('Apps')]).toEqual(['underline', 'none'])
  await page.close()
})
