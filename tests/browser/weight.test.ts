import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBuiltPages } from '../site/built-pages.ts'
import { findStrangers } from './find-strangers.ts'
import { areSome } from './journeys.ts'
import { openPlayground } from './open-playground.ts'
import { openSite, type Site } from './open-site.ts'

/** Texts that stand in the PIM alone: an address it answers, a message it sends, a connection it begins with. */
const marksOfPim = [
  'wrong-credentials-combination',
  'constraint_violation_list_exception',
  'fernwood_erp',
]
/** Texts that stand in one part of the playground alone: a class of CodeMirror, one of uPlot, a label. */
const marksOfParts = {
  editor: ['cm-content'],
  charts: ['u-over'],
  explorer: ['Choose an endpoint'],
} as const
const articles = [
  '/articles/manage-your-connections.html',
  '/articles/manage-your-apps.html',
  '/apps/overview.html',
  '/apps/create-custom-app.html',
  '/apps/catalogs.html',
  '/articles/how-to-configure-catalogs-for-apps.html',
  '/tutorials/how-to-get-your-app-token.html',
]

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test('the PIM and the parts of the playground can be told from their marks', () => {
  for (const mark of [...marksOfPim, ...Object.values(marksOfParts).flat()]) {
    const holders = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.js') && readFileSync(join(site.folder, file), 'utf8').includes(mark),
    )
    expect(holders, mark).not.toEqual([])
  }
})

for (const article of articles) {
  test(`the first visit of ${article} costs at most 100 kB and loads nothing of the playground`, async () => {
    const page = await site.newPage()
    const log = logRequests(page)
    await page.goto(site.url + article)
    await mounted(page)
    await page.waitForLoadState('networkidle')
    expect(log.paths().length).toBeGreaterThan(4)
    const marks = [...marksOfPim, ...Object.values(marksOfParts).flat()]
    expect(log.paths().filter((path) => holds(path, marks))).toEqual([])
    expect(log.paths()).not.toContain('/mockServiceWorker.js')
    expect(await registrations(page)).toBe(0)
    expect(log.bytes()).toBeLessThanOrEqual(100_000)
    expect(log.again()).toEqual([])
    await page.context().close()
  })
}

test('the PIM arrives when the article’s widget comes near, and not before', async () => {
  const page = await site.newPage()
  const log = logRequests(page)
  await page.goto(site.url + articles[0])
  await mounted(page)
  await page.mouse.wheel(0, 300)
  await page.waitForLoadState('networkidle')
  expect(log.paths().filter(holdsPim)).toEqual([])
  expect(await registrations(page)).toBe(0)
  await page.getByText('Try it here.').scrollIntoViewIfNeeded()
  await page.getByRole('region', { name: 'Your PIM: connections' }).waitFor()
  expect(log.paths().filter(holdsPim)).not.toEqual([])
  expect(log.paths()).not.toContain('/mockServiceWorker.js')
  await page.getByRole('region', { name: 'Your PIM: connections' }).click()
  await expect.poll(() => registrations(page)).toBe(1)
  await page.context().close()
})

test('the playground costs at most 250 kB before the reader acts; editor, explorer and charts come when they are wanted', async () => {
  const page = await site.newPage()
  const log = logRequests(page)
  const { flow, goTo } = await openPlayground(page, site.url)
  const came = (part: keyof typeof marksOfParts) =>
    log.paths().some((path) => holds(path, marksOfParts[part]))
  const parts = () => [came('editor'), came('explorer'), came('charts')]
  await page.waitForLoadState('networkidle')
  expect(log.paths().filter(holdsPim)).not.toEqual([])
  expect(await log.strangers()).toEqual([])
  expect(log.paths()).not.toContain('/mockServiceWorker.js')
  expect(log.bytes()).toBeLessThanOrEqual(250_000)
  expect(log.again()).toEqual([])
  expect(parts()).toEqual([false, false, false])

  await page.getByRole('heading', { level: 1, name: 'Playground' }).click()
  await expect.poll(() => registrations(page)).toBe(1)
  await expect.poll(() => log.paths()).toContain('/mockServiceWorker.js')
  await expect.poll(parts).toEqual([true, false, false])
  await flow.getByRole('button', { name: /^Call the API/ }).click()
  await expect.poll(parts).toEqual([true, true, false])
  await goTo('/connect/data-flows')
  await expect.poll(parts).toEqual([true, true, true])
  await page.context().close()
})

test('no page asks another host for anything', async () => {
  const page = await site.newPage()
  const log = logRequests(page)
  const pages = readBuiltPages(site.folder)
    .filter((_, index) => !areSome || index % 3 === 0)
    .filter(({ root }) => !root.querySelector('meta[http-equiv="refresh"]'))
  for (const { link } of pages) {
    await page.goto(site.url + link)
    await mounted(page)
  }
  // The page and its script; whether links are fetched beforehand is a matter of the machine's time.
  expect(log.paths().length).toBeGreaterThan(2 * pages.length)
  expect(await log.strangers()).toEqual([])
  await page.context().close()
})

/** What a page, and its service worker, ask the network for. */
function logRequests(page: Page) {
  const requests: Request[] = []
  page.context().on('request', (request) => requests.push(request))
  const paths = () => [
    ...new Set(
      requests
        .map((request) => new URL(request.url()))
        .filter(({ origin }) => origin === site.url)
        .map(({ pathname }) => pathname),
    ),
  ]
  return {
    /** The site's own files, each once. */
    paths,
    /** The scripts and style sheets that were asked for more than once. */
    again: () =>
      requests
        .filter((request) => ['script', 'stylesheet'].includes(request.resourceType()))
        .map((request) => new URL(request.url()).pathname)
        .filter((path, index, all) => all.indexOf(path) < index),
    /** What those files weigh over the wire, compressed as a web server compresses them. */
    bytes: () =>
      paths()
        .filter((path) => existsSync(fileOf(path)))
        .reduce((sum, path) => sum + gzipSync(readFileSync(fileOf(path))).length, 0),
    /** The addresses elsewhere that were asked for; not what the service worker answers in the PIM's place. */
    strangers: () => findStrangers(requests, site.url),
  }
}

function fileOf(path: string): string {
  const file = join(site.folder, decodeURIComponent(path))
  return path.endsWith('/') ? join(file, 'index.html') : file
}

function holdsPim(path: string): boolean {
  return holds(path, marksOfPim)
}

function holds(path: string, marks: readonly string[]): boolean {
  if (!path.endsWith('.js')) return false
  const text = readFileSync(fileOf(path), 'utf8')
  return marks.some((mark) => text.includes(mark))
}

function registrations(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
}

/** Waits for the switch of the theme to know what it stands at: the page is then alive. */
function mounted(page: Page): Promise<void> {
  return page.getByRole('radio', { name: 'Theme of the system', checked: true }).waitFor()
}
