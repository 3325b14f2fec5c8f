import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { createMemoryDriver, createPim } from '../../playground/pim/index.ts'
import { openBrowser, type TestBrowser } from '../browser/open-browser.ts'
import { serveFolder, type FileServer } from '../browser/serve-folder.ts'
import { buildPage } from './build-page.ts'
import { converse } from './conversation/index.ts'
import { toAnswer, type Answer, type Send, type Turn } from './conversation/talk.ts'
import { deterministic } from './deterministic.ts'

// One conversation on every host: same requests, same clock, ids and chance, so the same bytes.

// Seven hundred exchanges through a service worker take their time on a busy machine.
const patience = 180_000

let server: RunningServer
let page: string
let files: FileServer
let browser: TestBrowser
let expected: readonly Turn[]

beforeAll(async () => {
  server = await startServer({ environment: deterministic() })
  page = await buildPage()
  files = await serveFolder(page)
  browser = await openBrowser()
  const pim = createPim({ url: server.url, driver: createMemoryDriver(), ...deterministic() })
  expected = await converse(async ({ path, ...init }) =>
    toAnswer(await pim.fetch(new Request(server.url + path, init))),
  )
})

afterAll(async () => {
  await browser?.close()
  await files?.close()
  await server?.close()
  if (page) await rm(page, { recursive: true })
})

test('the conversation holds 500 requests that differ, successes and refusals', () => {
  const sent = new Set(expected.map((turn) => JSON.stringify(turn.sent)))
  expect(sent.size).toBeGreaterThanOrEqual(500)
  const statuses = new Set(expected.map(({ answer }) => answer.status))
  expect([...statuses].sort()).toEqual(
    expect.arrayContaining([200, 201, 204, 302, 400, 401, 403, 404, 405, 406, 413, 415, 422, 429]),
  )
  expect(statuses).not.toContain(500)
})

test(
  'the Node.js server answers byte for byte as the PIM in process',
  async () => {
    const turns = await converse(async ({ path, ...init }) =>
      toAnswer(await fetch(server.url + path, { ...init, redirect: 'manual' })),
    )
    expect(differences(turns, expected)).toEqual([])
  },
  patience,
)

test(
  'navigations in the browser are answered byte for byte as in process',
  async () => {
    const turns = await converse(await inBrowser('navigate'))
    expect(differences(turns, expected)).toEqual([])
  },
  patience,
)

test(
  'calls through the service worker are answered byte for byte as in process',
  async () => {
    const turns = await converse(await inBrowser('fetch'))
    // A page is not shown what a redirect says; everything else is the same.
    const shown = expected.map(({ sent, answer }) => ({
      sent,
      answer: answer.status === 302 ? hidden : answer,
    }))
    expect(differences(turns, shown)).toEqual([])
  },
  patience,
)

const hidden: Answer = { status: 0, headers: {}, body: '' }

/** What was asked where the answers differ, and both answers. */
function differences(turns: readonly Turn[], wanted: readonly Turn[]): unknown[] {
  return wanted.flatMap((turn, place) => {
    const other = turns[place]
    if (JSON.stringify(other) === JSON.stringify(turn)) return []
    return [{ place, asked: turn.sent, wanted: turn.answer, was: other }]
  })
}

/** A fresh browser profile with a fresh PIM in it. */
async function inBrowser(how: 'fetch' | 'navigate'): Promise<Send> {
  const tab = await browser.newPage()
  await tab.goto(files.url)
  const transport = await tab.evaluate((url) => globalThis.openPim(url), server.url)
  expect(transport).toBe('worker')
  return (sent) =>
    tab.evaluate(([url, way, request]) => globalThis.sendToPim(url, way, request), [
      server.url,
      how,
      sent,
    ] as const)
}
