import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { toTestCode } from './test-code.ts'

let url = ''
const server = createServer((request, response) => {
  if (request.url === '/go') return response.writeHead(302, { location: '/there?code=new' }).end()
  const type = { 'content-type': 'application/json' }
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    if (body === "it's=wrong") response.writeHead(400, type).end('{"error":"invalid_client"}')
    else response.writeHead(200, type).end(`{"access_token":"${Math.random()}"}`)
  })
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

function exchange(request: Partial<Exchange['request']>, response: Partial<Exchange['response']>) {
  return {
    title: "The app's turn",
    request: { method: 'GET', url: `${url}/`, headers: {}, body: '', ...request },
    response: { status: 200, headers: {}, body: '', ...response },
  } as Exchange
}

async function run(code: string): Promise<'passed' | 'failed'> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const running = promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    env,
  })
  return running.then(
    () => 'passed',
    () => 'failed',
  )
}

// Each starts a Node.js of its own.
const patience = 60_000

test(
  'the test runs, and passes when the answer is the same',
  async () => {
    const post = { method: 'POST', headers: { accept: 'application/json' } }
    const tests = [
      exchange({ ...post, body: 'a=1' }, { body: '{"access_token":"older"}' }),
      exchange(
        { ...post, body: "it's=wrong" },
        { status: 400, body: '{"error":"invalid_client"}' },
      ),
      exchange({ url: `${url}/go` }, { status: 302, headers: { Location: '/there?code=old' } }),
    ]
    for (const each of tests) expect(await run(toTestCode(each))).toBe('passed')
  },
  patience,
)

test(
  'it fails when the answer is another',
  async () => {
    const post = { method: 'POST', body: 'a=1' }
    const tests = [
      exchange(post, { status: 201, body: '{"access_token":"older"}' }),
      exchange(post, { body: '{"id_token":"older"}' }),
      exchange({ url: `${url}/go` }, { status: 302, headers: { location: '/elsewhere' } }),
    ]
    for (const each of tests) expect(await run(toTestCode(each))).toBe('failed')
  },
  patience,
)
