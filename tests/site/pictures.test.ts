import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { imageFolder, readDrawn } from '../../.vitepress/pictures/drawn.ts'
import wanted from './pictures.json' with { type: 'json' }

const publicFolder = join(imageFolder, '..')
const docs = fileURLToPath(new URL('../../docs', import.meta.url))
const screens = (['apps', 'articles'] as const).flatMap((folder) =>
  wanted[folder].map((name) => `${folder}/${name}`),
)

function sizeOf(path: string): number | undefined {
  return statSync(join(imageFolder, path), { throwIfNoEntry: false })?.size
}

test('every picture of the content map is there, light and dark, and as PNG under its old name', () => {
  const files = screens.flatMap((name) => [`${name}.webp`, `${name}-dark.webp`, `${name}.png`])
  expect(files.filter((file) => sizeOf(file) === undefined)).toEqual([])
  const diagrams = wanted.diagrams.map((name) => `${name}.svg`)
  expect(diagrams.filter((file) => sizeOf(file) === undefined)).toEqual([])
  const gone = wanted.oldAddresses.filter(
    (address) => !statSync(join(publicFolder, address), { throwIfNoEntry: false })?.isFile(),
  )
  expect(gone).toEqual([])
})

test('no picture weighs more than 100 kB, and each is twice as large as it is shown', () => {
  const heavy = filesIn(imageFolder).filter((file) => (sizeOf(file) ?? 0) > 100_000)
  expect(heavy).toEqual([])
  for (const [stem, drawn] of readDrawn()) {
    const variant = drawn.variants[basename(stem)]
    const { width, height } = sizeOfWebp(readFileSync(join(imageFolder, `${stem}.webp`)))
    expect([stem, width, height]).toEqual([
      stem,
      (variant?.width ?? 0) * 2,
      (variant?.height ?? 0) * 2,
    ])
  }
})

test('no file of a picture is left that nothing draws', () => {
  const known = new Set(
    [...readDrawn().keys()].flatMap((stem) => [`${stem}.webp`, `${stem}-dark.webp`]),
  )
  const files = filesIn(imageFolder).filter((file) => /^(?:apps|articles)\/.*\.webp$/.test(file))
  expect(files.filter((file) => !known.has(file))).toEqual([])
})

test('a wording that differs has a picture of its own, under its old name where it has one', () => {
  const drawn = readDrawn()
  const erasOf = (stem: string) => drawn.get(stem)?.eras
  expect(erasOf('apps/create-a-custom-app-button')).toMatchObject({
    today: 'create-a-custom-app-button',
    'test-apps-2022': 'create-a-test-app-button',
  })
  expect(erasOf('articles/magento_connection')?.['apps-2019']).toBe('magento_app')
  expect(textOf('apps/marketplace-with-test-app')).toContain('My test apps')
  expect(textOf('apps/marketplace-with-custom-app')).toContain('My custom apps')

  function textOf(stem: string): string {
    return drawn.get(stem)?.variants[basename(stem)]?.text ?? ''
  }
})

test('every picture of a page says what matters, in words of its own', () => {
  const shown = pagesOf(docs).flatMap((page) => {
    const source = readFileSync(join(docs, page), 'utf8')
    return [...source.matchAll(/!\[([^\]]*)\]\(\s*(\/img\/[^)\s]+)/g)].map((match) => ({
      place: `${page}: ${match[2]}`,
      alt: match[1] ?? '',
      name: basename(match[2] ?? '').replace(/\.\w+$/, ''),
    }))
  })
  expect(shown.length).toBeGreaterThan(screens.length / 2)
  const poor = shown.filter(
    ({ alt, name }) => alt.length < 40 || alt.includes(name) || /_|\.(?:png|webp|svg)\b/.test(alt),
  )
  expect(poor).toEqual([])
  const alts = shown.map(({ alt }) => alt)
  expect(alts.filter((alt, index) => alts.indexOf(alt) !== index)).toEqual([])
  // Where a wording has a name of its own, pages show the picture by that of today.
  const names = new Set(shown.map(({ name }) => name))
  const unused = [...readDrawn().values()]
    .filter(({ variants }) => !Object.keys(variants).some((stem) => names.has(stem)))
    .map(({ name }) => name)
  expect([...new Set(unused)]).toEqual([])
})

test('a diagram has a title and says in words what it shows', () => {
  for (const name of wanted.diagrams) {
    const svg = parse(readFileSync(join(imageFolder, `${name}.svg`), 'utf8')).querySelector('svg')
    expect(svg?.getAttribute('role'), name).toBe('img')
    const ids = svg?.getAttribute('aria-labelledby')?.split(' ') ?? []
    const texts = ids.map((id) => svg?.querySelector(`#${id}`)?.textContent ?? '')
    expect(texts, name).toHaveLength(2)
    expect(Math.min(...texts.map((text) => text.length)), name).toBeGreaterThan(5)
  }
})

/** Files by their path from the folder; social cards are made by other means. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.\w+$/.test(file) && !file.startsWith('cards/'))
}

function pagesOf(folder: string): string[] {
  return filesIn(folder).filter((file) => file.endsWith('.md') && !file.startsWith('contributing/'))
}

/** The size that a lossy WebP file says it has (WebP Container Specification, VP8). */
function sizeOfWebp(file: Buffer): { width: number; height: number } {
  expect(file.toString('latin1', 12, 15)).toBe('VP8')
  const isExtended = file.toString('latin1', 12, 16) === 'VP8X'
  return isExtended
    ? { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
    : { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
}
