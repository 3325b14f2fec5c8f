import * as fc from 'fast-check'
import { readerToken } from '../api/build-reader.ts'
import { hostileBytes, hostileHeader, hostileText } from './hostile.ts'

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

/** What goes over a connection: the parts of a request, of which a few are odd. */
export const anyBytes = fc.record({
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
