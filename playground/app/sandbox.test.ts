import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConsoleLine, WireResponse } from './protocol.ts'
import type { createReaderApp } from './reader-app.ts'
import runtime from './runtime.data.ts'

// What only a browser can show: that the worker starts in an opaque origin, and that nothing gets out of it.

interface Outcome {
  lines: ConsoleLine[]
  states: string[]
  answers: (WireResponse | string)[]
  calls: string[]
}

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  page = await browser.newPage()
  await page.route('http://site.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Site</title>' }),
  )
  await page.goto('http://site.test/')
  await page.addScriptTag({ content: await bundle() })
}, 60_000)

afterAll(() => browser?.close())

/** The room as one script, with the runtime in place of what VitePress would have read. */
async function bundle(): Promise<string> {
  const worker = JSON.stringify(await runtime.load())
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'runtime-data',
        enforce: 'pre',
        load: (id) => (id.endsWith('runtime.data.ts') ? `export const data = ${worker}` : null),
      },
    ],
    build: {
      write: false,
      lib: {
        entry: new URL('reader-app.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'room',
      },
    },
  })
  const [first] = Array.isArray(result) ? result : [result]
  if (!first || !('output' in first)) throw new Error('Nothing was bundled')
  return first.output[0].code
}

/** Runs an app, asks for each path in turn, and gives all that came out. */
async function run(source: string, paths: string[] = []): Promise<Outcome> {
  return page.evaluate(
    async ({ source: code, paths: asked }) => {
      const { room } = window as unknown as { room: { createReaderApp: typeof createReaderApp } }
      const outcome: Outcome = { lines: [], states: [], answers: [], calls: [] }
      let settle: () => void = () => {}
      const settled = new Promise<void>((resolve) => (settle = resolve))
      const app = room.createReaderApp({
        source: code,
        environment: { CLIENT_ID: 'id', CLIENT_SECRET: 'secret', PORT: '8000' },
        url: 'http://localhost:8000',
        pimUrl: 'https://my-pim.example.com',
        network: async (request) => {
          outcome.calls.push(`${request.method} ${request.url} ${await request.text()}`)
          return Response.json({ access_token: 'token', scope: 'read_products' })
        },
        onConsole: (line) => outcome.lines.push(line),
        onState: (state) => {
          outcome.states.push(state)
          if (state !== 'starting') settle()
        },
      })
      await settled
      for (const path of asked) {
        const url = `http://localhost:8000${path}`
        const headers: [string, string][] = [['cookie', 'seen=1']]
        outcome.answers.push(
          await app
            .send({ method: 'GET', url, headers, body: '' })
            .catch((error: Error) => error.message),
        )
      }
      app.stop()
      return outcome
    },
    { source, paths },
  )
}

test("the snippet's own file starts and answers its activation", async () => {
  const source = readFileSync(
    new URL('../../snippets/get-your-app-token/nodejs/app.mjs', import.meta.url),
    'utf8',
  )
  const { states, answers } = await run(source, [
    '/activate?pim_url=https%3A%2F%2Fmy-pim.example.com',
    '/callback?code=c&state=wrong',
  ])
  expect(states).toEqual(['starting', 'listening', 'stopped'])
  const [activation, callback] = answers as WireResponse[]
  expect(activation?.status).toBe(302)
  const headers = Object.fromEntries(activation?.headers ?? [])
  expect(headers['Location']).toMatch(
    /^https:\/\/my-pim\.example\.com\/connect\/apps\/v1\/authorize\?response_type=code&client_id=id&/,
  )
  expect(headers['Set-Cookie']).toContain('app_session=')
  expect(callback?.status).toBe(403)
})

test('an app reaches the PIM by the bridge, and a cookie reaches the app', async () => {
  const { answers, calls } = await run(
    `import { createServer } from 'node:http'
     createServer(async (request, response) => {
       const answer = await fetch('https://my-pim.example.com/token', {
         method: 'POST', body: new URLSearchParams({ a: '1' }) })
       response.end(request.headers.cookie + ' ' + (await answer.json()).access_token)
     }).listen(8000)`,
    ['/'],
  )
  expect(calls).toEqual(['POST https://my-pim.example.com/token a=1'])
  expect(answers).toMatchObject([{ body: 'seen=1 token' }])
})

test('nothing else is reached: no network, no storage, no page', async () => {
  const { lines } = await run(
    `const tries = {
       worker: () => importScripts('http://site.test/script.js'),
       storage: () => indexedDB.open('x'),
       socket: () => new Promise((resolve, reject) => {
         const socket = new WebSocket('ws://site.test/')
         socket.onopen = resolve
         socket.onerror = () => reject(new Error('refused')) }),
       request: () => new Promise((resolve, reject) => {
         const request = new XMLHttpRequest()
         request.open('GET', 'http://site.test/')
         request.onload = resolve
         request.onerror = () => reject(new Error('refused'))
         request.send() }),
       page: () => parent.document,
     }
     for (const [name, attempt] of Object.entries(tries)) {
       await (async () => attempt())().then(
         () => console.log(name, 'reached'), () => console.log(name, 'refused'))
     }
     console.log(self.origin)
     process.exit(0)`,
  )
  const told = lines.filter(({ level }) => level === 'error').map(({ text }) => text)
  const because = "was refused: the playground's app has no network but fetch to the PIM"
  expect(told).toEqual([
    `A call to ws://site.test/ ${because}`,
    `A call to http://site.test/ ${because}`,
  ])
  expect(lines.filter(({ level }) => level !== 'error').map(({ text }) => text)).toEqual([
    'worker refused',
    'storage refused',
    'socket refused',
    'request refused',
    'page refused',
    'null',
    'The app ended with exit code 0',
  ])
})

test('mistakes reach the console with their line', async () => {
  const sources = {
    syntax: `import { createServer } from 'node:http'\n\nconst a = ;\n`,
    top: `import { createServer } from 'node:http'\n\nnull.x\n`,
    later: `setTimeout(() => {\n  null.x\n})\n`,
    promise: `Promise.resolve().then(() => {\n  null.x\n})\n`,
    module: `\nimport { readFile } from 'node:fs'\n`,
    port: `import { createServer } from 'node:http'\ncreateServer(() => {}).listen(3000)\n`,
  }
  const found: Record<string, number | undefined> = {}
  for (const [name, source] of Object.entries(sources)) {
    const { lines, states } = await run(source)
    found[name] = lines.find(({ level }) => level === 'error')?.line
    expect(states, name).toEqual(['starting', 'stopped'])
  }
  expect(found).toEqual({ syntax: 3, top: 3, later: 2, promise: 2, module: 2, port: 2 })
})

test('an endless loop that writes without end is stopped, and the next request is answered', async () => {
  const { answers, lines } = await run(
    `import { createServer } from 'node:http'
     createServer((request, response) => {
       while (request.url === '/loop') console.log('x'.repeat(1000))
       response.end('fine')
     }).listen(8000)`,
    ['/', '/loop', '/'],
  )
  expect(answers[0]).toMatchObject({ body: 'fine' })
  expect(answers[1]).toContain('look for a loop without end')
  expect(answers[2]).toMatchObject({ body: 'fine' })
  expect(lines.length).toBeLessThan(210)
  expect(lines.some(({ text }) => text.startsWith('Output stopped'))).toBe(true)
}, 30_000)

test('a source that listens nowhere is told so, and one that takes its time to listen is not', async () => {
  const silent = await run('const port = 8000\n', ['/'])
  expect(silent.states).toEqual(['starting', 'idle', 'stopped'])
  expect(silent.answers).toEqual([expect.stringContaining('listens nowhere')])
  const late = await run(
    `import { createServer } from 'node:http'
const server = createServer((request, response) => setTimeout(() => response.end('late'), 1500))
setTimeout(() => server.listen(8000), 1000)`,
    ['/'],
  )
  expect(late.states).toEqual(['starting', 'listening', 'stopped'])
  expect(late.answers).toEqual([expect.objectContaining({ body: 'late' })])
})
