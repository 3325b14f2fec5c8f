import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { eras, type Era } from '../../playground/pim/index.ts'
import {
  fileOf,
  imageFolder,
  type DrawnPicture,
  type DrawnVariant,
  type Fingerprint,
} from './drawn.ts'
import { differsInWording } from './wording.ts'
import { loadScenario } from './load-scenario.ts'
import type { Picture } from './picture.ts'
import { compare, toWebp } from './pixels.ts'
import { PictureError, setScene, type Theme } from './scene.ts'
import type { Easel } from './studio.ts'

/** A file that is not as it would be drawn now. */
export interface Change {
  /** Its path below the folder of images. */
  file: string
  /** Why: `new`, or what differs. */
  reason: string
  webp: Buffer
  /** What differs in red, where there is something to compare with. */
  difference?: Buffer
  /** PNG of the picture as it would be now. */
  png: Buffer
}

export interface Drawing {
  drawn: DrawnPicture
  changes: Change[]
}

/** A larger part of the pixels must differ before a picture counts as another one: letters are drawn a little
 * differently from one version of the browser to the next. */
export const tolerance = 0.001

/**
 * Draws a picture in every wording and both themes, and compares it with the files that are there.
 *
 * @param before what is known of the files that are there
 * @throws {PictureError} when it cannot be drawn
 */
export async function draw(
  easel: Easel,
  table: Page,
  picture: Picture,
  before: DrawnPicture | undefined,
): Promise<Drawing> {
  const scenario = await loadScenario(picture)
  const variants: Record<string, DrawnVariant> = {}
  const stems: Partial<Record<Era, string>> = {}
  const changes: Change[] = []
  const seen = new Map<string, string>()
  let today: string | undefined
  for (const era of eras.toReversed()) {
    const isNamed = picture.names?.[era] !== undefined
    if (today !== undefined && !isNamed && !differsInWording(today, era)) {
      stems[era] = stems.today ?? picture.name
      continue
    }
    const scene = await setScene(easel, picture, scenario, era)
    today ??= scene.text
    const shots = { light: await scene.take('light'), dark: await scene.take('dark') }
    const same = seen.get(sum(shots.light))
    if (same !== undefined && !isNamed) {
      stems[era] = same
      continue
    }
    const stem = stemOf(picture, era)
    stems[era] = stem
    seen.set(sum(shots.light), stem)
    const controls = Object.entries(scene.controls).map(
      ([id, { x, y, width, height }]) => [id, `${x} ${y} ${width} ${height}`] as const,
    )
    const { width, height } = scene.crop
    const text = scene.text
    const known = before?.variants[stem]
    const words = known && { width, height, text, controls: Object.fromEntries(controls) }
    const isSame = known && words && saysTheSame(known, words)
    const fingerprint = async (theme: Theme): Promise<Fingerprint> => {
      const file = fileOf(picture.folder, stem, theme)
      const result = await check(table, shots[theme], file, isSame ? known[theme] : undefined)
      if (result.change) changes.push(result.change)
      return result.fingerprint
    }
    variants[stem] = {
      width,
      height,
      light: await fingerprint('light'),
      dark: await fingerprint('dark'),
      text,
      controls: Object.fromEntries(controls),
    }
  }
  const { name, folder } = picture
  return { drawn: { name, folder, eras: stems as Record<Era, string>, variants }, changes }
}

async function check(
  table: Page,
  png: Buffer,
  file: string,
  before: Fingerprint | undefined,
): Promise<{ fingerprint: Fingerprint; change?: Change }> {
  const seen = sum(png)
  const old = readImage(file)
  const isKept = old && before?.file === sum(old)
  if (before && isKept && before.seen === seen) return { fingerprint: before }
  try {
    const webp = await toWebp(table, png)
    const difference = old && (await compare(table, old, webp))
    if (before && isKept && difference && difference.share <= tolerance) {
      return { fingerprint: before }
    }
    const percent = ((difference?.share ?? 1) * 100).toFixed(2)
    const reason = !old
      ? 'new'
      : !before
        ? `other words or places, ${percent}% of the pixels differ`
        : `${percent}% of the pixels differ`
    return {
      fingerprint: { seen, file: sum(webp) },
      change: { file, reason, webp, png, ...(difference && { difference: difference.image }) },
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new PictureError(`pictures: ${file}: ${reason}`, { cause })
  }
}

/** The name of a file without its ending: today's has that of the picture. */
function stemOf({ name, names }: Picture, era: Era): string {
  return names?.[era] ?? (era === 'today' ? name : `${name}-${era}`)
}

type Words = Pick<DrawnVariant, 'width' | 'height' | 'text' | 'controls'>

/** True when the same words stand in the same places, give or take three pixels. */
function saysTheSame(before: Words, now: Words): boolean {
  const ids = Object.keys(now.controls)
  return (
    before.text === now.text &&
    before.width === now.width &&
    before.height === now.height &&
    ids.join() === Object.keys(before.controls).join() &&
    ids.every((id) => isNear(before.controls[id] ?? '', now.controls[id] ?? ''))
  )
}

function isNear(one: string, other: string): boolean {
  const numbers = other.split(' ').map(Number)
  return one.split(' ').every((text, index) => Math.abs(Number(text) - (numbers[index] ?? 0)) <= 3)
}

function readImage(file: string): Buffer | undefined {
  try {
    return readFileSync(join(imageFolder, file))
  } catch {
    return undefined
  }
}

function sum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
