import { connect } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../../playground/hosts/node/index.ts'
import type { Scenario } from '../../../playground/pim/index.ts'
import { anyBytes } from './any-bytes.ts'
import { buildStartingState } from './starting-state.ts'

// What a `Request` cannot carry, over a socket: broken request lines, header tricks, lengths that lie, foreign hosts.
const campaign = Number(process.env['PROPERTY_REQUESTS'] ?? 0)
const numRuns = Math.max(250, Math.ceil(campaign / 50))
const seed = Number(process.env['PROPERTY_SEED'] ?? 20240506)

// Much longer than an answer takes, also where many other programs run.
const patience = 60_000

let server: RunningServer
let start: Scenario

beforeAll(async () => {
  start = await buildStartingState()
  server = await startServer({ scenario: start })
})

afterAll(() => server.close())

test('whatever bytes arrive on a connection, the server answers no 5xx, stays alive and keeps its state', async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, async ({ target, version, host, headers, body }) => {
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
      patience,
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
