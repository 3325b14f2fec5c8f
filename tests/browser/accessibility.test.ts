import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBuiltPages } from '../site/built-pages.ts'
import { areSome } from './journeys.ts'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'
import { walkWorkbench } from './walk-workbench.ts'

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('no page has an accessibility violation, in both themes, at 1280 and 390 px', async () => {
  const links = readBuiltPages(site.folder)
    .filter(({ root }) => !root.querySelector('meta[http-equiv="refresh"]'))
    .map(({ link }) => link)
    // It is walked through below.
    .filter((link) => link !== '/playground.html')
  expect(links.length).toBeGreaterThan(30)
  const found = await Promise.all(
    [0, 1].map((turn) =>
      checkPages(links.filter((_, index) => index % (areSome ? 8 : 2) === turn)),
    ),
  )
  expect(found.flat()).toEqual([])
}, 600_000)

test('nor has the playground, wherever an activation leads, in both themes and widths', async () => {
  const found = await Promise.all((areSome ? [phone] : [desk, phone]).map(checkWorkbench))
  expect(found.flat()).toEqual([])
}, 600_000)

test('nor have an article’s widgets and its menu, once they are open', async () => {
  const found = await Promise.all([desk, phone].map(checkWidgets))
  expect(found.flat()).toEqual([])
})

/** Each page is loaded once: a theme and a width change without that. */
async function checkPages(links: readonly string[]): Promise<string[]> {
  const page = await site.newPage({ colorScheme: 'light', reducedMotion: 'reduce' })
  const found = []
  for (const link of links) {
    await page.setViewportSize(desk)
    await page.goto(site.url + link)
    await mounted(page)
    found.push(...report(page, link, await findViolationsInBothThemes(page)))
    await page.setViewportSize(phone)
    // Fingers are thicker than pointers.
    const onPhone = await findViolationsInBothThemes(page, { targets: true })
    found.push(...report(page, link, onPhone))
    // Four times as large on a desk leaves 320 pixels: nothing has to be scrolled sideways (WCAG 1.4.10).
    await page.setViewportSize({ width: 320, height: 640 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) found.push(`${link}: ${width} px wide at 320 px`)
  }
  await page.context().close()
  return found
}

async function checkWorkbench(viewport: typeof desk): Promise<string[]> {
  const page = await site.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' })
  const found: string[] = []
  await walkWorkbench(await openPlayground(page, site.url), async (name) => {
    found.push(...report(page, name, await findViolationsInBothThemes(page)))
  })
  await page.context().close()
  return found
}

async function checkWidgets(viewport: typeof desk): Promise<string[]> {
  const page = await site.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' })
  const found = []
  await page.goto(`${site.url}/articles/manage-your-connections.html#choose-your-flow-type`)
  const form = page.getByRole('region', { name: 'Your PIM: connections' })
  await form.scrollIntoViewIfNeeded()
  await form.getByLabel('Label (required)').fill('Harbour Shop')
  const chooser = page.getByRole('region', { name: 'Find the flow type that fits' })
  await chooser.getByRole('button', { name: 'No' }).click()
  found.push(...report(page, 'an article with its widgets', await findViolationsInBothThemes(page)))
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText('Make sure to save this password').waitFor()
  found.push(
    ...report(page, 'an article with a new connection', await findViolationsInBothThemes(page)),
  )
  if (viewport === phone) {
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('dialog', { name: 'Menu' }).waitFor()
    found.push(...report(page, 'the menu', await findViolationsInBothThemes(page)))
  }
  await page.context().close()
  return found
}

function report(page: Page, name: string, violations: string[]): string[] {
  return violations.map((line) => `${name}, ${page.viewportSize()?.width} px, ${line}`)
}

/** Waits for the switch of the theme to know what it stands at: the page is then alive. */
function mounted(page: Page): Promise<void> {
  return page.getByRole('radio', { name: 'Theme of the system', checked: true }).waitFor()
}
