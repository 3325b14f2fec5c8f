import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultScenario } from '../../playground/pim/index.ts'
import { openBrowser, type TestBrowser } from '../browser/open-browser.ts'
import { serveFolder, type FileServer } from '../browser/serve-folder.ts'
import { buildPage } from './build-page.ts'

// Two tabs of one browser share one stored state: what each of them changes, both have.

const url = 'https://my-pim.example.com'
const screen = { 'content-type': 'application/json', 'x-requested-with': 'XMLHttpRequest' }

let folder: string
let files: FileServer
let browser: TestBrowser

beforeAll(async () => {
  folder = await buildPage()
  files = await serveFolder(folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await files?.close()
  if (folder) await rm(folder, { recursive: true })
})

async function openTab(page: Page): Promise<Page> {
  await page.goto(files.url)
  expect(await page.evaluate((address) => globalThis.openPim(address), url)).toBe('worker')
  return page
}

/** Creates connections `<name>_0` … all at once, and gives the statuses. */
function createAtOnce(page: Page, name: string, count: number): Promise<number[]> {
  return page.evaluate(
    async ([address, prefix, many, headers]) => {
      const answers = await Promise.all(
        Array.from({ length: many }, (_, index) =>
          globalThis.sendToPim(address, index % 2 === 0 ? 'fetch' : 'navigate', {
            method: 'POST',
            path: '/rest/connections',
            headers,
            body: JSON.stringify({
              code: `${prefix}_${index}`,
              label: `Connection ${index}`,
              flow_type: 'other',
            }),
          }),
        ),
      )
      return answers.map(({ status }) => status)
    },
    [url, name, count, screen] as const,
  )
}

async function codes(page: Page): Promise<string[]> {
  const { body } = await page.evaluate(
    ([address, headers]) =>
      globalThis.sendToPim(address, 'fetch', { method: 'GET', path: '/rest/connections', headers }),
    [url, screen] as const,
  )
  return (JSON.parse(body) as { code: string }[]).map(({ code }) => code)
}

async function twoTabs(limit: number): Promise<[Page, Page]> {
  const first = await openTab(await browser.newPage())
  const scenario = {
    ...defaultScenario,
    limits: { ...defaultScenario.limits, connections: limit },
  }
  const { status } = await first.evaluate(
    ([address, headers, body]) =>
      globalThis.sendToPim(address, 'navigate', {
        method: 'PUT',
        path: '/_control/scenario',
        headers,
        body,
      }),
    [url, screen, JSON.stringify(scenario)] as const,
  )
  expect(status).toBe(200)
  return [first, await openTab(await first.context().newPage())]
}

test('two tabs that create 50 connections each at once lose none', async () => {
  const [first, second] = await twoTabs(200)
  const statuses = await Promise.all([
    createAtOnce(first, 'first', 50),
    createAtOnce(second, 'second', 50),
  ])
  expect(statuses.flat()).toEqual(Array.from({ length: 100 }, () => 201))
  const expected = [
    ...defaultScenario.connections.map(({ code }) => code),
    ...Array.from({ length: 50 }, (_, index) => [`first_${index}`, `second_${index}`]).flat(),
  ].sort()
  expect((await codes(first)).sort()).toEqual(expected)
  expect((await codes(second)).sort()).toEqual(expected)
  await first.reload()
  await openTab(first)
  expect((await codes(first)).sort()).toEqual(expected)
})

test('two tabs at once meet the limit exactly', async () => {
  const [first, second] = await twoTabs(30)
  const statuses = (
    await Promise.all([createAtOnce(first, 'first', 20), createAtOnce(second, 'second', 20)])
  ).flat()
  const room = 30 - defaultScenario.connections.length
  expect(statuses.filter((status) => status === 201)).toHaveLength(room)
  expect(statuses.filter((status) => status === 422)).toHaveLength(40 - room)
  expect(await codes(second)).toHaveLength(30)
})
