import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'

/** An article as its reader sees it, and the PIM behind its widgets. */
export interface Article {
  readonly page: Page
  /** Scrolls to a widget as a reader does who looks for it, and gives its region. */
  widget(heading: string, region: string): Promise<Locator>
  /** Scrolls to the place below a heading, and presses the button with which what is missing is put in place. */
  putInPlace(heading: string, button: string): Promise<void>
  /** The whole state of the PIM. The reader must have pressed something: the service worker answers. */
  state(): Promise<Scenario>
}

/** Opens an article of the site by its path. */
export async function openArticle(page: Page, siteUrl: string, path: string): Promise<Article> {
  await page.goto(siteUrl + path)
  // A widget is loaded when it comes near; until then its place says that it will be.
  async function scrollTo(heading: string): Promise<void> {
    const title = page.getByRole('heading', { name: heading }).first()
    await title.scrollIntoViewIfNeeded()
    const place = title.locator(
      'xpath=following::p[@role="status"][contains(., "Loading a PIM")][1]',
    )
    // Meanwhile the widget may have come, and its place is gone.
    if (await place.isVisible()) await place.scrollIntoViewIfNeeded().catch(() => undefined)
  }

  return {
    page,
    async widget(heading, region) {
      const place = page.getByRole('region', { name: region, exact: true })
      if (!(await place.isVisible())) await scrollTo(heading)
      await place.waitFor()
      await place.scrollIntoViewIfNeeded()
      return place
    },
    async putInPlace(heading, button) {
      await scrollTo(heading)
      await page.getByRole('button', { name: button, exact: true }).first().click()
    },
    async state() {
      let state: Scenario | null = null
      // The worker takes over soon after the reader's first press.
      await expect.poll(async () => (state = await page.evaluate(readState))).not.toBeNull()
      return state as unknown as Scenario
    },
  }
}

async function readState(): Promise<Scenario | null> {
  try {
    const response = await fetch('https://my-pim.example.com/_control/scenario')
    return response.ok ? ((await response.json()) as Scenario) : null
  } catch {
    return null
  }
}
