import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { drawnFolder, imageFolder } from './drawn.ts'
import type { Drawing } from './draw.ts'
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
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}

/** Older sites know a picture by its name alone, as PNG, in the light theme. */
function isLegacyName(file: string): boolean {
  return !/-(?:dark|(?:apps|connections|test-apps)-\d{4}(?:-dark)?)\.webp$/.test(file)
}
