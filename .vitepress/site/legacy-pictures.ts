import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the pictures of the help articles are now, and where they were for years. */
const today = 'img/articles'
const before = 'pim/serenity/img'

/**
 * Puts the pictures of the help articles at their earlier addresses too: other sites show them from
 * there, and a picture cannot send anybody on.
 */
export function writeLegacyPictures({ outDir }: { outDir: string }): void {
  const folder = join(outDir, today)
  if (!existsSync(folder)) return
  mkdirSync(join(outDir, before), { recursive: true })
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.png')))
    copyFileSync(join(folder, name), join(outDir, before, name))
}
