import { expect, test, vi } from 'vitest'
import type { WireRequest } from '../protocol.ts'
import { createNodeHttp } from './node-http.ts'
import type { ServerResponse } from './server-response.ts'

type Http = ReturnType<typeof createNodeHttp>['module']
type Listener = Parameters<Http['createServer']>[0]

const base = 'http://localhost:8000'

async function serve(listener: Listener) {
  const http = createNodeHttp({ expectedPort: 8000, onListening: () => {} })
  await new Promise<void>((resolve) => {
    http.module.createServer(listener).listen(8000, resolve)
  })
  return (request: Partial<WireRequest> = {}) =>
    http.handle({ method: 'GET', url: `${base}/`, headers: [], body: '', ...request })
}

test('a request arrives with method, path, query, lower-case headers and body', async () => {
  const send = await serve(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    response.end([request.method, request.url, request.headers['x-a'], body].join(' '))
  })
  const answer = await send({
    method: 'POST',
    url: `${base}/callback?code=a%20b`,
    headers: [['X-A', '1']],
    body: 'x=é',
  })
  expect(answer.body).toBe('POST /callback?code=a%20b 1 x=é')
})

test('a body can also be read by its events', async () => {
  const send = await serve((request, response) => {
    const chunks: string[] = []
    request.setEncoding('utf8')
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => response.end(chunks.join('')))
  })
  expect(await send({ method: 'POST', body: 'text' })).toMatchObject({ body: 'text' })
})

test('status and headers are sent as they were set, two cookies stay two', async () => {
  const send = await serve((_request, response) => {
    response.setHeader('Set-Cookie', ['a=1', 'b=2'])
    response.setHeader('X-Gone', 'x')
    response.removeHeader('x-gone')
    response.writeHead(302, { Location: '/next' })
    response.end()
  })
  expect(await send()).toEqual({
    status: 302,
    headers: [
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['Location', '/next'],
    ],
    body: '',
  })
})

test('headers after the first byte, and line breaks in a header, are refused as by Node.js', async () => {
  const errors: string[] = []
  const send = await serve((_request, response) => {
    const attempts = [
      () => response.setHeader('Location', 'a\r\nSet-Cookie: b'),
      () => response.writeHead(99),
      () => response.writeHead(200).setHeader('X-Late', '1'),
    ]
    for (const attempt of attempts) {
      try {
        attempt()
      } catch (error) {
        errors.push((error as Error).message)
      }
    }
    response.end()
  })
  await send()
  expect(errors).toEqual([
    'Invalid character in header content ["Location"]',
    'Invalid status code: 99',
    'Cannot set headers after they are sent to the client',
  ])
})

test('a server on another port is refused with both ports', () => {
  const { module } = createNodeHttp({ expectedPort: 8000, onListening: () => {} })
  expect(() => module.createServer().listen(3000)).toThrow(/port 3000.*port 8000/)
})

test('a port that is no number is refused', () => {
  const { module } = createNodeHttp({ expectedPort: 8000, onListening: () => {} })
  expect(() => module.createServer().listen('eight')).toThrow('received "eight"')
})

test('the port is in use once a server listens, and free again after close', async () => {
  const { module, handle } = createNodeHttp({ expectedPort: 8000, onListening: () => {} })
  const callback = vi.fn()
  const server = module.createServer().listen('8000', '0.0.0.0', callback)
  expect(() => module.createServer().listen(8000)).toThrow('EADDRINUSE')
  await vi.waitFor(() => expect(callback).toHaveBeenCalledOnce())
  expect(server.address()).toMatchObject({ port: 8000 })
  server.close()
  expect(server.address()).toBeNull()
  const request = { method: 'GET', url: `${base}/`, headers: [], body: '' }
  await expect(handle(request)).rejects.toThrow('does not listen any more')
})

test('bytes that come in pieces are put together, and read in the character set of the answer', async () => {
  const inPieces = await serve((_request, response) => {
    for (const byte of new TextEncoder().encode('é😀')) response.write(new Uint8Array([byte]))
    response.end(null)
  })
  expect((await inPieces()).body).toBe('é😀')
  const inLatin = await serve((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=ISO-8859-1')
    response.end('Y2Fm6Q==', 'base64')
  })
  expect((await inLatin()).body).toBe('café')
})

test('a status that must not have a body has none, and a status as text counts', async () => {
  const send = await serve((request, response) => {
    response.statusCode = request.url.slice(1) as unknown as number
    response.end('text')
  })
  expect(await send({ url: `${base}/204` })).toMatchObject({ status: 204, body: '' })
  expect(await send({ url: `${base}/404` })).toMatchObject({ status: 404, body: 'text' })
})

test('what Node.js does not send is refused with its words', async () => {
  const refused: [string, (response: ServerResponse) => void][] = [
    ['Invalid status code: 0', (response) => Object.assign(response, { statusCode: 0 }).end()],
    ['valid HTTP token ["a b"]', (response) => response.setHeader('a b', '1')],
    ['Invalid value "undefined"', (response) => response.setHeader('a', undefined as never)],
    ['Invalid character in header', (response) => response.setHeader('a', '€')],
    ['The "chunk" argument must be', (response) => response.end(42 as never)],
  ]
  for (const [message, write] of refused) {
    const send = await serve((_request, response) => {
      try {
        write(response)
      } catch (error) {
        response.statusCode = 200
        response.end((error as Error).message)
      }
    })
    expect((await send()).body).toContain(message)
  }
})
