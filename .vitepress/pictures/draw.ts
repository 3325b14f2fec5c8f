import type { Page } from 'playwright-core'
import { eras, type Era } from '../../playground/pim/index.ts'
import { compareFile, sum, type Change } from './compare-file.ts'
import { fileOf, type DrawnPicture, type DrawnVariant, type Fingerprint } from './drawn.ts'
import { differsInWording } from './wording.ts'
import { loadScenario } from './load-scenario.ts'
import type { Picture } from './picture.ts'
import { setScene, type Theme } from './scene.ts'
import type { Easel } from './studio.ts'

export interface Drawing {
  drawn: DrawnPicture
  changes: Change[]
}

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
      const kept = isSame ? known[theme] : undefined
      const result = await compareFile(table, shots[theme], file, kept, picture.sizeLimit)
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
