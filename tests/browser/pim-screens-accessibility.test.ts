import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolationsInBothThemes } from './find-violations.ts'
import { openScreens, type Screens } from './open-screens.ts'
import { showState } from './pim-screen-state.ts'
import { screenStates } from './pim-screen-states.ts'

describe.each([1280, 390])('in a window of %d px', (width) => {
  let screens: Screens

  beforeAll(async () => {
    screens = await openScreens({ colorScheme: 'light', viewport: { width, height: 844 } })
  })
  afterAll(() => screens?.close())

  test.each(screenStates)(
    '$name: accessible in both themes, and no wider than the window, also at twice the size',
    async (state) => {
      await showState(screens, state)
      expect(await overflows(screens.page)).toEqual([])
      expect(await findViolationsInBothThemes(screens.page)).toEqual([])
      // To read at twice the size is to have half the width.
      await screens.page.setViewportSize({ width: Math.max(width / 2, 320), height: 422 })
      expect(await overflows(screens.page)).toEqual([])
      await screens.page.setViewportSize({ width, height: 844 })
    },
  )
})

/** What can be scrolled sideways though it should not. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.className || element.tagName),
  )
}
