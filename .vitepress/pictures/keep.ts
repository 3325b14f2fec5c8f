import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { drawnFolder, fileOf, imageFolder, type DrawnPicture } from './drawn.ts'
import type { Drawing } from './draw.ts'
import type { WidgetDrawing } from './draw-widget.ts'
import { noteDrawnWidget } from './drawn-widgets.ts'
import { toSmallPng } from './pixels.ts'

/** Writes the files of a picture that changed, and what is known of it. */
export async function keep({ drawn, changes }: Drawing, table: Page): Promise<void> {
  for (const { file, webp, png } of changes) {
    const path = join(imageFolder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, webp)
    if (isLegacyName(file)) {
      writeFileSync(path.replace(/webp$/, 'png'), await toSmallPng(table, png))
    }
  }
  mkdirSync(drawnFolder, { recursive: true })
  const path = join(drawnFolder, `${drawn.name}.json`)
  const text = `${JSON.stringify(drawn, null, 2)}\n`
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (before === text) return
  writeFileSync(path, text)
  if (before !== '') removeOthers(JSON.parse(before) as DrawnPicture, drawn)
}

/** Writes the files of a widget's picture that changed, and what is known of it. */
export function keepWidget({ name, drawn, changes }: WidgetDrawing): void {
  for (const { file, webp } of changes) {
    const path = join(imageFolder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, webp)
  }
  noteDrawnWidget(name, drawn)
}

/** Removes the files of wordings that no longer differ. */
function removeOthers(before: DrawnPicture, now: DrawnPicture): void {
  const gone = Object.keys(before.variants).filter((stem) => !(stem in now.variants))
  for (const stem of gone) {
    const files = [fileOf(before.folder, stem, 'light'), fileOf(before.folder, stem, 'dark')]
    for (const file of [...files, `${before.folder}/${stem}.png`]) {
      rmSync(join(imageFolder, file), { force: true })
    }
  }
}

/** Older sites know a picture by its name alone, as PNG, in the light theme. */
function isLegacyName(file: string): boolean {
  return !/-(?:dark|(?:apps|connections|test-apps)-\d{4}(?:-dark)?)\.webp$/.test(file)
}
