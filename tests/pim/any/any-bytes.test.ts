import { connect } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../../playground/hosts/node/index.ts'
import type { Scenario } from '../../../playground/pim/index.ts'
import { readerToken } from '../api/build-reader.ts'
import { hostileBytes, hostileHeader, hostileText } from './hostile.ts'
import { buildStartingState } from './starting-state.ts'

// What a `Request` cannot carry, over a socket: broken request lines, header tricks, lengths that lie, foreign hosts.
const campaign = Number(process.env['PROPERTY_REQUESTS'] ?? 0)
const numRuns = Math.max(250, Math.ceil(campaign / 50))
const seed = Number(process.env['PROPERTY_SEED'] ?? 20240506)

let server: RunningServer
let start: Scenario

beforeAll(async () => {
  start = await buildStartingState()
  server = await startServer({ scenario: start })
})

afterAll(() => server.close())

const right = {
  target: [
    'GET /api/rest/v1/products?limit=1',
    'POST /api/rest/v1/products',
    'PATCH /api/rest/v1/families/lamps',
    'GET /rest/connections',
    'POST /rest/connections',
    'DELETE /rest/connections/fernwood_erp',
    'POST /connect/apps/v1/oauth2/token',
    'POST /api/oauth/v1/token',
    'PUT /_control/session',
    'POST /media/',
  ],
  header: [
    `authorization: Bearer ${readerToken}`,
    'x-requested-with: XMLHttpRequest',
    'content-type: application/json',
    'content-type: application/x-www-form-urlencoded',
  ],
}
const odd = {
  method: ['OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', 'G\0T', ''],
  path: [
    '*',
    '/',
    '//evil.example.com/rest/connections',
    'http://evil.example.com/rest/connections',
    'https://localhost/rest/connections',
    '/../../etc/passwd',
    '/rest/%2e%2e/%2e%2e/connections',
    '/rest/connections\0',
    '/rest/%00',
    '/rest/%c0%af',
    '/\\..\\',
    '/?\xff',
    `/${'a'.repeat(20_000)}`,
  ],
  version: ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'XYZ', ''],
  host: ['evil.example.com', '', '[', 'localhost', 'localhost:1', 'a b', 'localhost:99999'],
  header: [
    'content-length: 0',
    'content-length: -1',
    'content-length: 99999999999999999999',
    'content-length: 2\r\ncontent-length: 3',
    'transfer-encoding: chunked',
    'transfer-encoding: gzip, chunked',
    'expect: 100-continue',
    'expect: the impossible',
    'upgrade: websocket\r\nconnection: upgrade',
    'host: evil.example.com',
    'x-forwarded-host: evil.example.com',
    'x: y\r\n folded: line',
    ': no name',
    'no colon',
    `x-long: ${'a'.repeat(20_000)}`,
  ],
}

/** Mostly what is right, now and then what is odd. */
function mostly(usual: readonly string[], others: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: others },
  )
}

const sent = fc.record({
  target: mostly(
    right.target,
    fc.oneof(
      fc.constantFrom(...odd.method).map((method) => `${method} /rest/connections`),
      fc.constantFrom(...odd.path).map((path) => `GET ${path}`),
      hostileText,
    ),
  ),
  version: mostly(['HTTP/1.1'], fc.constantFrom(...odd.version)),
  host: fc.oneof(
    { weight: 10, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...odd.host) },
  ),
  headers: fc.array(
    mostly(
      right.header,
      fc.oneof(
        fc.constantFrom(...odd.header),
        hostileHeader.map((value) => `x-odd: ${value}`),
        fc.tuple(hostileText, hostileText).map((parts) => parts.join(': ')),
      ),
    ),
    { maxLength: 4 },
  ),
  body: fc.oneof(
    fc.constant(Buffer.from('{}')),
    hostileBytes.map((bytes) => Buffer.from(bytes)),
  ),
})

test('whatever bytes arrive on a connection, the server answers no 5xx, stays alive and keeps its state', async () => {
  await fc.assert(
    fc.asyncProperty(sent, async ({ target, version, host, headers, body }) => {
      const before = await dump()
      const lines = [
        `${target} ${version}`,
        `host: ${host ?? new URL(server.url).host}`,
        `content-length: ${body.length}`,
        'connection: close',
        ...headers,
      ]
      const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
      const answer = await exchange(Buffer.concat([head, body]))
      const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) =>
        Number(status),
      )
      for (const status of statuses) expect(status, answer.slice(0, 300)).toBeLessThan(500)
      expect(answer).not.toMatch(/\bat \S+ \(.*:\d+:\d+\)|node_modules/)
      const isRefused = statuses.every((status) => status >= 400)
      if (isRefused) expect(await dump()).toBe(before)
      else await restore()
    }),
    { numRuns, seed },
  )
}, 3_600_000)

/** The state, which nobody signs in to by a header. */
async function dump(): Promise<string> {
  const response = await fetch(`${server.url}/_control/scenario`)
  expect(response.status).toBe(200)
  return response.text()
}

async function restore(): Promise<void> {
  const body = JSON.stringify(start)
  const response = await fetch(`${server.url}/_control/scenario`, { method: 'PUT', body })
  expect(response.status).toBe(200)
}

/** Sends bytes, ends, and reads to the end. Rejects when the server neither answers nor hangs up. */
function exchange(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect(Number(new URL(server.url).port), 'localhost')
    const limit = setTimeout(
      () => reject(new Error('The server neither answered nor hung up')),
      10_000,
    )
    socket.on('data', (part) => parts.push(part))
    // A server that hangs up in the middle is one that refuses.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(limit)
      resolve(Buffer.concat(parts).toString('latin1'))
    })
    socket.end(bytes)
  })
}
