import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import typescript from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** From left to right: a room may import itself and anything before it. */
const rooms: readonly [name: string, folder: string][] = [
  ['contract', 'playground/pim/contract/'],
  ['store', 'playground/pim/store/'],
  ['domain', 'playground/pim/domain/'],
  ['seed', 'playground/pim/seed/'],
  ['http', 'playground/pim/http/'],
  ['routes', 'playground/pim/routes/'],
  ['pim', 'playground/pim/'],
  ['hosts', 'playground/hosts/'],
  ['app', 'playground/app/'],
  ['flow', 'playground/flow/'],
  ['ui', 'playground/ui/'],
  ['.vitepress', '.vitepress/'],
]

/** Packages that only some folders may import. */
const reserved: readonly [name: RegExp, folders: readonly string[]][] = [
  [/^msw(\/|$)/, ['playground/hosts/browser/']],
  [
    /^(hono|@hono\/node-server)(\/|$)/,
    ['playground/pim/http/', 'playground/pim/routes/', 'playground/hosts/node/'],
  ],
  [/^node:/, ['playground/hosts/node/', '.vitepress/', 'snippets/', 'tests/']],
  [/^(vue|vue-router)(\/|$)/, ['playground/ui/', '.vitepress/', 'tests/']],
]

const door = 'playground/pim/index.ts'

interface Import {
  readonly from: string
  readonly to: string
}

const imports: Import[] = ['playground', '.vitepress', 'docs', 'snippets']
  .flatMap((folder) => sources(folder))
  .flatMap((from) => importsOf(from).map((to) => ({ from, to })))

test('the rooms are found and read', () => {
  expect(imports.length).toBeGreaterThan(200)
  for (const [name, folder] of rooms) {
    expect(imports.some(({ from }) => from.startsWith(folder)) || name === 'contract', name).toBe(
      true,
    )
  }
})

test('a room imports only itself and rooms to its left', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!isOwn(to) || isTest(from)) return false
    return roomOf(to) > roomOf(from)
  })
  expect(wrong.map(toLine)).toEqual([])
})

test('from outside of the PIM only its door is imported', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      to.startsWith('playground/pim/') && !from.startsWith('playground/pim/') && to !== door,
  )
  expect(wrong.map(toLine)).toEqual([])
})

test('hosts do not import each other', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      (from.startsWith('playground/hosts/node/') && to.startsWith('playground/hosts/browser/')) ||
      (from.startsWith('playground/hosts/browser/') && to.startsWith('playground/hosts/node/')),
  )
  expect(wrong.map(toLine)).toEqual([])
})

test('msw, hono, vue and the built-in modules of Node stay in their folders', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      !isTest(from) &&
      reserved.some(
        ([name, folders]) => name.test(to) && !folders.some((folder) => from.startsWith(folder)),
      ),
  )
  expect(wrong.map(toLine)).toEqual([])
})

test('docs and snippets import nothing of ours', () => {
  const wrong = imports.filter(({ from, to }) => from.startsWith('snippets/') && isOwn(to))
  expect(wrong.map(toLine)).toEqual([])
})

test('no folder is a bucket', () => {
  const buckets = ['utils', 'helpers', 'common', 'shared', 'lib', 'types']
  const folders = new Set(
    ['playground', '.vitepress', 'docs', 'snippets', 'tests'].flatMap((folder) =>
      sources(folder).flatMap((file) => file.split('/').slice(0, -1)),
    ),
  )
  expect(buckets.filter((name) => folders.has(name))).toEqual([])
})

function roomOf(file: string): number {
  return rooms.findIndex(([, folder]) => file.startsWith(folder))
}

function isOwn(to: string): boolean {
  return roomOf(to) >= 0
}

/** Tests and build configurations run in Node.js, wherever they stand. */
function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('.config.ts')
}

function toLine({ from, to }: Import): string {
  return `${from} imports ${to}`
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.ts', '.vue', '.mjs'].includes(extname(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(^|\/)(node_modules|dist|cache|\.temp)\//.test(file))
}

/** What a file imports: files from the repository's root, packages by their name. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const code = file.endsWith('.vue')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text
  return typescript
    .preProcessFile(code, true, true)
    .importedFiles.map((each) => each.fileName)
    .map((name) => {
      const path = name.split('?')[0] ?? name
      return path.startsWith('.')
        ? relative(root, resolve(root, dirname(file), path))
            .split(sep)
            .join('/')
        : path
    })
}
