import { drawWidget, type WidgetDrawing } from './draw-widget.ts'
import type { WidgetPicture } from './list/widgets.ts'
import { launchBrowser, openTable } from './studio.ts'

// More at once are no faster: what takes time is the browser's.
const atOnce = 2

/**
 * Draws pictures of widgets in the articles of a built site, and hands each to `done` when it is ready.
 *
 * @param folder the folder with the built site
 * @returns what went wrong, one error per picture that could not be drawn
 */
export async function drawWidgets(
  pictures: readonly WidgetPicture[],
  folder: string,
  done: (drawing: WidgetDrawing) => void,
): Promise<Error[]> {
  const waiting = [...pictures]
  const errors: Error[] = []
  const browser = await launchBrowser()
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, pictures.length) }, work))
  } finally {
    await browser.close()
  }
  return errors

  async function work(): Promise<void> {
    const table = await openTable(browser)
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      try {
        done(await drawWidget(browser, table, folder, picture))
      } catch (error) {
        errors.push(error instanceof Error ? error : new Error(String(error)))
      }
    }
  }
}
