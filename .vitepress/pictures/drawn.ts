import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Era } from '../../playground/pim/index.ts'

/** What is known of a picture that was drawn. Stands in `drawn/`, one file per picture. */
export interface DrawnPicture {
  readonly name: string
  readonly folder: string
  /** The file that shows the picture in the wording of an era. Wordings that look the same share one. */
  readonly eras: Readonly<Record<Era, string>>
  readonly variants: Readonly<Record<string, DrawnVariant>>
}

/** One wording of a picture: `<file>.webp` and `<file>-dark.webp`, both twice as large as this says. */
export interface DrawnVariant {
  readonly width: number
  readonly height: number
  readonly light: Fingerprint
  readonly dark: Fingerprint
  /** Everything that is written there. */
  readonly text: string
  /** Where each control stands: left, top, width and height. */
  readonly controls: Readonly<Record<string, string>>
}

/** SHA-256, shortened: of the PNG that was taken, and of the file that was made of it. */
export interface Fingerprint {
  readonly seen: string
  readonly file: string
}

export const drawnFolder = fileURLToPath(new URL('drawn', import.meta.url))

/** Where the files of pictures are; the site publishes this folder as `/img`. */
export const imageFolder = fileURLToPath(new URL('../../docs/public/img', import.meta.url))

/** All pictures that were drawn, by the name of each of their files. */
export function readDrawn(folder = drawnFolder): Map<string, DrawnPicture> {
  const found = new Map<string, DrawnPicture>()
  if (!existsSync(folder)) return found
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const drawn = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as DrawnPicture
    for (const stem of Object.keys(drawn.variants)) found.set(`${drawn.folder}/${stem}`, drawn)
  }
  return found
}

/** The file's path below the folder of images. */
export function fileOf(folder: string, stem: string, theme: 'light' | 'dark'): string {
  return `${folder}/${stem}${theme === 'dark' ? '-dark' : ''}.webp`
}
