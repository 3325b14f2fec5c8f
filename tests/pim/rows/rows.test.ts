import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { readOperations } from '../any/described-operations.ts'
import { buildPim } from '../build-pim.ts'
import { readTestTitles } from './test-titles.ts'

// What the PIM's contract tells in tables, row by row: its endpoints and its refusals. Each row is shown by a test
// whose title begins with the row's name; the names stand in one file a section.

const folder = fileURLToPath(new URL('.', import.meta.url))

const required = ['B.4', 'C', 'D.3', 'D.4', 'E.3', 'E.6', 'F', 'H.1', 'I.3', 'I.4', 'I.7', 'J.2']

// Addresses that no table of the contract has: the mock's own, those of older versions, and those of screens that the
// contract tells of in prose.
const withoutRow = [
  /^\/$/,
  /^\/_control\//,
  /^\/media\/show\//,
  /^\/rest\/media\/$/,
  /^\/notification\//,
  /^\/rest\/(app-permissions|catalogs|feature-flags|roles|user|user-groups)(\/|$)/,
  /^\/rest\/marketplace\/test-apps(\/|$)/,
  /^\/user\//,
]

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

test('every section that has endpoints or refusals has its rows', () => {
  const names = new Set(sections.map(({ name }) => name))
  expect(required.filter((name) => !names.has(name))).toEqual([])
})

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

test('every route that the contract tells of has a row', async () => {
  const rows = sections.flatMap((section) => section.rows).map(withoutNames)
  const operations = await readOperations(buildPim())
  const missing = operations.filter(({ method, path }) => {
    if (withoutRow.some((pattern) => pattern.test(path))) return false
    const addresses = [path, path.replace('/api/rest/v1', '')]
    const starts = addresses.map((address) => withoutNames(`${method} ${address}`))
    return !rows.some((row) => starts.some((start) => row.split('] ')[1] === start))
  })
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

/** A row may call a parameter otherwise than the router does. */
function withoutNames(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '{}')
}
