import type { Locator, Page } from 'playwright-core'
import type { Era, Scenario } from '../../playground/pim/index.ts'
import { PictureError } from './compare-file.ts'
import { find, perform } from './perform.ts'
import type { Picture } from './picture.ts'
import { readSeen, type Box, type Seen } from './seen.ts'
import { untilQuiet } from './quiet.ts'
import type { Easel } from './studio.ts'

export type Theme = 'light' | 'dark'

/** A screen that stands as a picture wants it. */
export interface Scene extends Seen {
  readonly crop: Box
  /** The picture as PNG, with two pixels for each one of CSS: the same bytes as long as nothing changed. */
  take(theme: Theme): Promise<Buffer>
}

/**
 * Brings a PIM and a page to where a picture is taken, in the wording of an era.
 *
 * @throws {PictureError} when a step finds no control, or the region is not there
 */
export async function setScene(
  { page, url, prepare }: Easel,
  picture: Picture,
  scenario: Scenario,
  era: Era,
): Promise<Scene> {
  const at = async <T>(place: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
      const where = `${picture.name} (${era}, scenario ${picture.scenario})`
      throw new PictureError(`pictures: ${where}: ${place}: ${reason}`, { cause })
    }
  }
  await at('scenario', () => prepare({ ...scenario, era }))
  await at(`screen ${picture.screen}`, async () => {
    const { width, height } = picture.viewport ?? { width: 960, height: 640 }
    await page.setViewportSize({ width, height })
    await page.goto('about:blank')
    await page.goto(`${url}/?era=${era}#${picture.screen}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await untilQuiet(page)
  })
  for (const [index, step] of (picture.steps ?? []).entries()) {
    await at(`step ${index + 1} \`${step}\``, () => perform(page, step, era))
    await untilQuiet(page)
  }
  const last = picture.steps?.at(-1) ?? ''
  if (!/^(?:hover|open) /.test(last)) await letGo(page)
  const targets = picture.region ?? []
  const region: Locator[] = []
  for (const target of targets) {
    region.push(await at(`region \`${target}\``, () => find(page, target, era)))
  }
  const crop = await cropOf(page, region, picture.margin ?? 16)
  const seen = await readSeen(page, crop)
  return {
    crop,
    ...seen,
    async take(theme) {
      await putOn(page, theme)
      return page.screenshot({ type: 'png', clip: crop })
    },
  }
}

/** Takes pointer and focus away from what was done last: neither says anything in a picture. */
async function letGo(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

/** The page follows the system, which may be told from here; its class comes a moment later. */
async function putOn(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.evaluate((isDark) => {
    document.documentElement.classList.toggle('dark', isDark)
  }, theme === 'dark')
}

/** The box around all elements with a margin, in whole pixels, inside of the window. */
async function cropOf(page: Page, region: readonly Locator[], margin: number): Promise<Box> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  if (region.length === 0) return { x: 0, y: 0, width, height }
  const boxes = await Promise.all(region.map((part) => part.boundingBox()))
  const found = boxes.filter((box) => box !== null)
  const left = Math.max(0, Math.floor(Math.min(...found.map(({ x }) => x)) - margin))
  const top = Math.max(0, Math.floor(Math.min(...found.map(({ y }) => y)) - margin))
  const right = Math.ceil(Math.max(...found.map((box) => box.x + box.width)) + margin)
  const bottom = Math.ceil(Math.max(...found.map((box) => box.y + box.height)) + margin)
  return {
    x: left,
    y: top,
    width: Math.min(width, right) - left,
    height: Math.min(height, bottom) - top,
  }
}
