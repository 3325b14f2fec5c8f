import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { rawRequest, sendRaw } from './raw-request.ts'

// What reaches a port need not be what an HTTP client sends. Everything is answered at once, and changes nothing.

let server: RunningServer
let host: string

beforeAll(async () => {
  server = await startServer()
  host = `Host: ${new URL(server.url).host}`
})

afterAll(() => server.close())

async function state(): Promise<string> {
  return (await fetch(`${server.url}/_control/scenario`)).text()
}

const products = '/api/rest/v1/products'
const json = ['Content-Type: application/json', 'X-Requested-With: XMLHttpRequest']

const lines: readonly [name: string, status: number, () => string][] = [
  ['a path with dots', 404, () => rawRequest('GET /api/../../../etc/passwd HTTP/1.1', [host])],
  ['encoded dots', 404, () => rawRequest('GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', [host])],
  ['encoded slashes', 401, () => rawRequest(`GET ${products}/..%2f..%2fx HTTP/1.1`, [host])],
  ['two slashes', 404, () => rawRequest('GET //evil.example/x HTTP/1.1', [host])],
  ['a backslash', 400, () => rawRequest('GET /\\evil.example HTTP/1.1', [host])],
  ['a NUL', 400, () => rawRequest('GET /a\0b HTTP/1.1', [host])],
  ['an encoded NUL', 401, () => rawRequest(`GET ${products}/%00 HTTP/1.1`, [host])],
  ['a broken encoding', 401, () => rawRequest(`GET ${products}/%zz%f HTTP/1.1`, [host])],
  ['no path', 400, () => rawRequest('GET x HTTP/1.1', [host])],
  ['an asterisk', 400, () => rawRequest('OPTIONS * HTTP/1.1', [host])],
  ['a method nobody knows', 400, () => rawRequest('PLUNDER / HTTP/1.1', [host])],
  ['a method in lower case', 400, () => rawRequest('get / HTTP/1.1', [host])],
  ['TRACE', 404, () => rawRequest('TRACE /nothing HTTP/1.1', [host])],
  ['a version that is none', 400, () => rawRequest('GET / HTTP/9.9', [host])],
  ['no HTTP at all', 400, () => '\u0016\u0003\u0001 hello\r\n\r\n'],
  ['a path of 20 kB', 431, () => rawRequest(`GET /${'a'.repeat(20_000)} HTTP/1.1`, [host])],
  [
    'a header of 20 kB',
    431,
    () => rawRequest('GET / HTTP/1.1', [host, `A: ${'a'.repeat(20_000)}`]),
  ],
  ['a header without a name', 400, () => rawRequest('GET / HTTP/1.1', [host, ': a'])],
  ['a header with a space', 400, () => rawRequest('GET / HTTP/1.1', [host, 'A b: c'])],
  ['a folded header', 400, () => rawRequest('GET / HTTP/1.1', [host, 'A: b', ' c'])],
  ['a NUL in a header', 400, () => rawRequest('GET / HTTP/1.1', [host, 'A: \0'])],
  ['no host', 400, () => rawRequest(`GET ${products} HTTP/1.1`, [])],
  ['an empty host', 400, () => rawRequest(`GET ${products} HTTP/1.1`, ['Host: '])],
  ['a foreign host', 421, () => rawRequest(`GET ${products} HTTP/1.1`, ['Host: evil.example'])],
  [
    'a host with a dot behind',
    421,
    () =>
      rawRequest('GET / HTTP/1.1', [
        `${host.replace(':', ': ').replace('localhost', 'localhost.')}`,
      ]),
  ],
  [
    'a host with a user',
    400,
    () => rawRequest('GET / HTTP/1.1', [host.replace('localhost', 'a@localhost')]),
  ],
  [
    'a foreign host in the line',
    421,
    () => rawRequest('GET http://evil.example/ HTTP/1.1', [host]),
  ],
  [
    'a foreign host in front',
    421,
    () => rawRequest('GET / HTTP/1.1', ['Host: evil.example', `X-Forwarded-${host}`]),
  ],
  [
    'a length that is none',
    400,
    () => rawRequest(`POST ${products} HTTP/1.1`, [host, 'Content-Length: -1']),
  ],
  [
    'two lengths',
    400,
    () =>
      rawRequest(
        `POST ${products} HTTP/1.1`,
        [host, 'Content-Length: 1', 'Content-Length: 2'],
        'ab',
      ),
  ],
  [
    'a length and chunks',
    400,
    () =>
      rawRequest(
        `POST ${products} HTTP/1.1`,
        [host, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
        '0\r\n\r\n',
      ),
  ],
  [
    'a chunk that is none',
    400,
    () =>
      rawRequest(
        'POST /rest/connections HTTP/1.1',
        [host, ...json, 'Transfer-Encoding: chunked'],
        'zz\r\n{}\r\n',
      ),
  ],
  [
    'an expectation',
    417,
    () => rawRequest(`POST ${products} HTTP/1.1`, [host, 'Expect: a miracle']),
  ],
]

// How long an answer takes is a matter of the machine; that there is one is not.
const hanging = 10_000

test.each(lines)('%s is answered with %i', async (_, status, request) => {
  const before = await state()
  const answer = await sendRaw(server.url, request())
  expect(answer.status).toBe(status)
  expect(answer.milliseconds).toBeLessThan(hanging)
  expect(await state()).toBe(before)
})

test('a wish for another protocol is answered as if it were not there', async () => {
  const wish = [host, 'Upgrade: websocket', 'Connection: Upgrade, close']
  const first = ['GET /api/rest/v1 HTTP/1.1', ...wish].join('\r\n')
  expect((await sendRaw(server.url, `${first}\r\n\r\n`)).status).toBe(200)
})

const tenMegabytes = 'x'.repeat(10_000_000)
const form = 'application/x-www-form-urlencoded'

test.each<[method: string, path: string, type: string, body: string, status: number]>([
  ['POST', '/rest/connections', 'application/json', JSON.stringify({ code: tenMegabytes }), 422],
  ['POST', '/rest/connections', 'application/json', tenMegabytes, 400],
  ['POST', '/rest/custom-apps', 'application/json', JSON.stringify({ name: tenMegabytes }), 422],
  ['POST', '/api/oauth/v1/token', 'application/json', `{"a":"${tenMegabytes}"}`, 413],
  ['POST', '/api/oauth/v1/token', form, `username=${tenMegabytes}`, 413],
  ['POST', '/connect/apps/v1/oauth2/token', form, `code=${tenMegabytes}`, 400],
  ['PATCH', products, 'application/vnd.akeneo.collection+json', tenMegabytes, 401],
  ['PUT', '/_control/scenario', 'application/json', `["${tenMegabytes}"]`, 422],
  ['POST', '/media/', 'multipart/form-data; boundary=a', tenMegabytes, 422],
])('%s %s with 10 MB of %s is answered at once', async (method, path, type, body, status) => {
  const before = await state()
  const started = performance.now()
  const headers = { 'content-type': type, 'x-requested-with': 'XMLHttpRequest' }
  const init: RequestInit = { method, headers, body }
  const response = await fetch(server.url + path, init)
  expect(response.status).toBe(status)
  expect(performance.now() - started).toBeLessThan(hanging)
  expect(await state()).toBe(before)
})

const creation = JSON.stringify({ code: 'slow_erp', label: 'Slow ERP', flow_type: 'other' })
const head = () =>
  `${['POST /rest/connections HTTP/1.1', host, ...json, `Content-Length: ${creation.length}`].join('\r\n')}\r\n\r\n`

test('a body that comes slowly keeps nobody waiting, and is answered when it is whole', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write(head() + creation.slice(0, 10))
  const started = performance.now()
  expect(await state()).not.toContain('slow_erp')
  expect(performance.now() - started).toBeLessThan(hanging)
  socket.write(creation.slice(10))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 /)
  socket.destroy()
  expect(await state()).toContain('slow_erp')
})

test('a body that breaks off changes nothing, and the next request is answered', async () => {
  const before = await state()
  for (let count = 0; count < 20; count += 1) {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(head() + creation.slice(0, count))
    socket.destroy()
    await once(socket, 'close')
  }
  expect(await state()).toBe(before)
})
