import type { Page } from 'playwright-core'
import { readDrawn, type DrawnPicture } from './drawn.ts'
import { draw, type Drawing } from './draw.ts'
import type { Picture } from './picture.ts'
import { openStudio } from './studio.ts'

/** Two at once: there is always one that waits for its PIM. */
const easels = 2

/**
 * Draws pictures, several at a time, and hands each to `done` when it is ready.
 *
 * @returns what went wrong, one error per picture that could not be drawn
 */
export async function drawAll(
  pictures: readonly Picture[],
  screens: string,
  done: (drawing: Drawing, table: Page) => Promise<void> | void,
): Promise<Error[]> {
  const known = new Map<string, DrawnPicture>(
    [...readDrawn().values()].map((drawn) => [`${drawn.folder}/${drawn.name}`, drawn]),
  )
  const waiting = [...pictures]
  const errors: Error[] = []
  const studio = await openStudio(screens)
  try {
    await Promise.all(Array.from({ length: Math.min(easels, pictures.length) }, work))
  } finally {
    await studio.close()
  }
  return errors

  async function work(): Promise<void> {
    const [easel, table] = await Promise.all([studio.openEasel(), studio.openTable()])
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      try {
        const before = known.get(`${picture.folder}/${picture.name}`)
        await done(await draw(easel, table, picture, before), table)
      } catch (error) {
        errors.push(error instanceof Error ? error : new Error(String(error)))
      }
    }
  }
}
