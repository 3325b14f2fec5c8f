import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { compareFile, PictureError, type Change } from './compare-file.ts'
import { fileOf } from './drawn.ts'
import { readDrawnWidgets, type DrawnWidget } from './drawn-widgets.ts'
import { fixedChanceScript } from './fixed-chance.ts'
import { stillnessScript } from './fonts.ts'
import type { WidgetPicture, WidgetStep } from './list/widgets.ts'
import { untilQuiet, watchRequests } from './quiet.ts'

/** A picture of a widget as it would be now, and which of its files are not so. */
export interface WidgetDrawing {
  readonly name: string
  readonly drawn: DrawnWidget
  readonly changes: readonly Change[]
}

/** A site that is only there for the browser: its files come from a folder. */
const address = 'https://site.example.com'
// What is below that is cut off: the picture says what the widget is, not all that is in it.
const tallest = 880

/**
 * Draws a widget in the article of a built site that shows it, in both themes, and compares it with what is published.
 *
 * @throws {PictureError} when a step finds no control, or the widget does not come
 */
export async function drawWidget(
  browser: Browser,
  table: Page,
  folder: string,
  picture: WidgetPicture,
): Promise<WidgetDrawing> {
  const before = readDrawnWidgets()[picture.name]
  const changes: Change[] = []
  const context = await openContext(browser, folder)
  try {
    const page = await context.newPage()
    const frame = await show(page, picture)
    const box = await frame.boundingBox()
    if (!box) throw new PictureError(`pictures: widget ${picture.name}: it cannot be seen`)
    const clip = {
      x: Math.floor(box.x),
      y: Math.floor(box.y),
      width: Math.ceil(box.width),
      height: Math.min(Math.ceil(box.height), tallest),
    }
    const fingerprint = async (theme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme: theme })
      await untilQuiet(page)
      const png = await page.screenshot({ type: 'png', clip })
      const file = fileOf('widgets', picture.name, theme)
      const isSame = before?.width === clip.width && before.height === clip.height
      const result = await compareFile(table, png, file, isSame ? before[theme] : undefined)
      if (result.change) changes.push(result.change)
      return result.fingerprint
    }
    const { width, height } = clip
    const light = await fingerprint('light')
    const drawn = { width, height, light, dark: await fingerprint('dark') }
    return { name: picture.name, drawn, changes }
  } finally {
    await context.close()
  }
}

async function openContext(browser: Browser, folder: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 1000 },
  })
  context.setDefaultTimeout(15_000)
  await context.addInitScript({
    content: [noWorker, fixedChanceScript(), stillnessScript()].join('\n'),
  })
  await context.route(`${address}/**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname))
    try {
      const body = await readFile(join(folder, path))
      await route.fulfill({ body, contentType: types[extname(path)] ?? 'application/octet-stream' })
    } catch {
      await route.fulfill({ status: 404, body: 'Not found' })
    }
  })
  return context
}

// Without a worker the page asks its PIM directly, and the same things come in the same order.
const noWorker = 'globalThis.__name = (value) => value; delete Navigator.prototype.serviceWorker'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** Scrolls to the widget, does what its picture wants, and gives its frame. */
async function show(
  page: Page,
  { name, page: path, steps = [], shows }: WidgetPicture,
): Promise<Locator> {
  const at = async <T>(place: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
      throw new PictureError(`pictures: widget ${name} (${path}): ${place}: ${reason}`, { cause })
    }
  }
  watchRequests(page)
  const frame = page.locator(`[data-widget="${name}"]`)
  await at('page', async () => {
    const response = await page.goto(address + path)
    if (!response?.ok()) throw new RangeError('no such page')
    // What stays at the top of the window would lie over the widget.
    await page.addStyleTag({ content: 'body header { position: static !important; }' })
    await frame.scrollIntoViewIfNeeded()
    await settle(page, frame)
  })
  for (const step of steps) {
    await at(JSON.stringify(step), async () => {
      await perform(frame, step)
      await settle(page, frame)
    })
  }
  if (shows !== undefined) {
    await at(`text "${shows}"`, () => frame.getByText(shows).first().waitFor({ state: 'attached' }))
    await settle(page, frame)
  }
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await frame.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  return frame
}

async function perform(frame: Locator, step: WidgetStep): Promise<void> {
  if ('press' in step) {
    await frame
      .getByRole(step.role ?? 'button', { name: step.press, exact: true })
      .first()
      .click()
  } else await frame.getByLabel(step.from, { exact: true }).selectOption({ label: step.choose })
}

/** Waits until the widget has come and shows what it asked its PIM for. */
async function settle(page: Page, frame: Locator): Promise<void> {
  await frame.getByText('Loading a PIM').waitFor({ state: 'detached' })
  let before = ''
  for (let same = 0; same < 3;) {
    await untilQuiet(page)
    await frame.getByText('Loading ...').first().waitFor({ state: 'detached' })
    const now = await frame.innerHTML()
    same = now === before ? same + 1 : 0
    before = now
  }
}
