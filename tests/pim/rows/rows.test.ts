import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { readTestTitles } from './test-titles.ts'

// What the PIM's contract tells in tables, row by row: its endpoints and its refusals. Each row is shown by a test
// whose title begins with the row's name; the names stand in one file a section.

const folder = fileURLToPath(new URL('.', import.meta.url))

interface Section {
  readonly name: string
  readonly rows: readonly string[]
}

let sections: readonly Section[]
let titles: readonly string[]

beforeAll(async () => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  sections = await Promise.all(files.map(readSection))
  titles = await readTestTitles()
})

async function readSection(file: string): Promise<Section> {
  const rows = JSON.parse(await readFile(folder + file, 'utf8')) as string[]
  return { name: file.replace(/\.json$/, ''), rows }
}

test('each section has rows, and each row its section in front', () => {
  expect(sections.filter(({ rows }) => rows.length === 0)).toEqual([])
  const strange = sections.flatMap(({ name, rows }) =>
    rows.filter((row) => !row.toLowerCase().startsWith(`[${name.toLowerCase()}] `)),
  )
  expect(strange).toEqual([])
})

test('no row is named twice', () => {
  const rows = sections.flatMap((section) => section.rows)
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([])
})

test('every row of the contract is shown by a test of its own', () => {
  const rows = sections.flatMap((section) => section.rows)
  // A title that begins with two names belongs to the longer one.
  const shown = new Set(
    titles.map((title) =>
      rows
        .filter((row) => title.startsWith(row))
        .reduce((longest, row) => (row.length > longest.length ? row : longest), ''),
    ),
  )
  expect(rows.filter((row) => !shown.has(row))).toEqual([])
})
