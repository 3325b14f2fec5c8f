import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { areSome } from './journeys.ts'
import { openScreensSideBySide, type Screens } from './open-screens.ts'
import { type ScreenState, showState } from './pim-screen-state.ts'
import { screenStates } from './pim-screen-states/index.ts'

const wide = { width: 1280, height: 844 }
const narrow = { width: 390, height: 844 }
// To read at twice the size is to have half the width; nothing has to fit into less than 320 pixels (WCAG 1.4.10).
const wideAtTwiceTheSize = { width: 640, height: 422 }
const narrowAtTwiceTheSize = { width: 320, height: 422 }

let pages: readonly Screens[] = []
// Two pages side by side; on each the states come one after the other.
const turns = [Promise.resolve(), Promise.resolve()]

beforeAll(async () => {
  pages = await openScreensSideBySide(turns.length, { colorScheme: 'light', viewport: wide })
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const { page } of pages) {
    // That it comes with the page costs a third of sending it to each.
    await page.addInitScript({ content: `if (location.hash) { ${axe} }` })
  }
})
afterAll(() => Promise.all(pages.map((screens) => screens.close())))

const chosen = screenStates.filter((_, index) => !areSome || index % 5 === 0)

test.concurrent.each(chosen.map((state, index) => [state.name, state, index] as const))(
  '%s: accessible in both themes and widths, and never wider than the window, also at twice the size',
  (_name, state, index) => {
    const at = index % turns.length
    const turn = (turns[at] ?? Promise.resolve()).then(() => look(pages[at], state))
    turns[at] = turn.catch(() => {})
    return turn
  },
)

async function look(screens: Screens | undefined, state: ScreenState): Promise<void> {
  if (!screens) throw new Error('The screens were not opened')
  const { page } = screens
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
  await showState(screens, state)
  expect(await overflows(page)).toEqual([])
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await page.setViewportSize(wideAtTwiceTheSize)
  expect(await overflows(page)).toEqual([])

  await page.setViewportSize(narrow)
  expect(await overflows(page)).toEqual([])
  expect(await findViolationsInBothThemes(page)).toEqual([])
  await page.setViewportSize(narrowAtTwiceTheSize)
  expect(await overflows(page)).toEqual([])
}

/** What can be scrolled sideways though it should not. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.className || element.tagName),
  )
}
