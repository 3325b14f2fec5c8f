import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { areSome } from './journeys.ts'
import { openSite, type Site } from './open-site.ts'
import { readGuide } from './read-guide.ts'

// Every mission from its own scenario, shown by the guide. What is shown is shown slowly: they are shown side by side.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe.concurrent('shown step by step', () => {
  for (const [title, width, isLong] of [
    ['Create a connection', 390, false],
    ['Read products with a connection', 1280, true],
    ['Get your first app token', 390, false],
    ['Upgrade the scopes', 390, true],
    ['Sign your users in with OpenID Connect', 1280, true],
    ['Recover from a revoked token', 1024, true],
  ] as const) {
    test.skipIf(areSome && isLong)(
      `"${title}", at ${width} pixels`,
      { timeout: 240_000 },
      // Side by side, only the expectations of a test's own context know which test they belong to.
      async (context) => {
        const page = await site.newPage({ viewport: { width, height: 800 } })
        page.setDefaultTimeout(60_000)
        await page.goto(`${site.url}/playground.html?panel=missions`)
        await press(page, new RegExp(`^${title}`))
        await press(page, 'Start from here')
        await page.getByText(`The PIM is ready for the mission: ${title}`).waitFor()
        await beShown(page)
        await readGuide(page).complete()
        // The last tab is still on its way in when the mission is complete.
        const found = () => findViolationsInBothThemes(page)
        await context.expect.poll(found, { timeout: 30_000 }).toEqual([])
        await page.context().close()
      },
    )
  }
})

function button(page: Page, name: string | RegExp) {
  const guide = page.getByRole('region', { name: 'Missions', exact: true })
  return guide.getByRole('button', { name, exact: true })
}

function press(page: Page, name: string | RegExp): Promise<void> {
  return button(page, name).press('Enter')
}

/** Has each step shown, until the mission is complete. */
async function beShown(page: Page): Promise<void> {
  const end = page.getByText('Mission complete.')
  const alerts = page.getByRole('alert')
  for (;;) {
    // A step can be done while the hand is on its way to the button: the app goes on by itself.
    await Promise.race([press(page, 'Show me').catch(() => undefined), end.waitFor()])
    await button(page, 'Stop showing').waitFor({ state: 'hidden' })
    expect(await alerts.allInnerTexts()).toEqual([])
    if (await end.isVisible()) return
  }
}
