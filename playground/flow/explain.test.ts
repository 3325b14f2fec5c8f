import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import { explain, type Place } from './explain.ts'
import { prettyBody, requestParts, responseParts } from './message-parts.ts'

const tokenRequest: HttpRequest = {
  method: 'POST',
  url: 'https://my-pim.example.com/connect/apps/v1/oauth2/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
  body: 'client_id=1&code=c&grant_type=authorization_code&code_identifier=i&code_challenge=h',
}
const asked: Place = { side: 'request', request: tokenRequest }
const told: Place = { side: 'response', request: tokenRequest, response: { status: 200 } }
const tokenResponse: HttpResponse = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"access_token":"t","token_type":"bearer","scope":"read_products"}',
}

test('every field of the token request and response is explained with a link', () => {
  const parts = [
    ...requestParts(tokenRequest).map((part) => explain(part, asked)),
    ...responseParts(tokenResponse).map((part) => explain(part, told)),
  ]
  expect(parts).toHaveLength(10)
  for (const part of parts) {
    expect(part.text).toMatch(/\.$/)
    expect(part.text).not.toContain('does not name')
    expect(part.link).toMatch(/^\/[a-z-]+\/[a-z-]+\.html#[a-z0-9-]+$/)
  }
})

test('the parameters of a Location are taken apart, behind a hash as well', () => {
  const response = {
    status: 302,
    headers: { location: '/#/connect/apps/authorize?client_id=1' },
    body: '',
  }
  expect(responseParts(response)).toContainEqual({
    place: 'location',
    name: 'client_id',
    value: '1',
  })
})

test.each([
  ['query', 'scope', 'request', '/connect/apps/v1/authorize', 200, 'asks for'],
  ['json', 'scope', 'response', '/connect/apps/v1/oauth2/token', 200, 'granted'],
  ['json', 'values.name[].scope', 'response', '/api/rest/v1/products/a', 200, 'channel'],
  ['query', 'scope', 'request', '/api/rest/v1/products', 200, 'channel'],
  ['json', 'access_token', 'response', '/connect/apps/v1/oauth2/token', 200, 'never expires'],
  ['json', 'access_token', 'response', '/api/oauth/v1/token', 200, 'it expires'],
  ['json', 'grant_type', 'request', '/api/oauth/v1/token', 200, 'refresh_token'],
  ['header', 'authorization', 'request', '/api/oauth/v1/token', 200, 'Basic'],
  ['header', 'Authorization', 'request', '/api/rest/v1/products', 200, 'Bearer'],
  ['json', 'code', 'response', '/api/rest/v1/channels/ecommerce', 200, 'name for programs'],
  ['json', 'code', 'response', '/api/rest/v1/channels/nowhere', 404, 'HTTP status'],
  ['json', 'values.name', 'response', '/api/rest/v1/products/a', 200, 'attribute "name"'],
  ['json', 'labels.fr_FR', 'response', '/api/rest/v1/families/a', 200, 'locale "fr_FR"'],
  ['json', '[].units.METER.labels', 'response', '/api/rest/v1/measurement-families', 200, 'names'],
] as const)(
  'the %s part "%s" of the %s of %s (%i) is about: %s',
  (place, name, side, path, status, words) => {
    const request = { url: `https://my-pim.example.com${path}` }
    const { text } = explain({ place, name }, { side, request, response: { status } })
    expect(text).toContain(words)
  },
)

test.each([
  ['query', 'accept', 'request', '/connect/apps/v1/authorize'],
  ['query', 'code_challenge', 'request', '/connect/apps/v1/authorize'],
  ['query', 'client_id', 'request', '/connect/apps/v1/oauth2/token'],
  ['query', 'state', 'request', '/api/rest/v1/products'],
  ['header', 'code', 'request', '/api/rest/v1/products'],
  ['header', 'X-Trace', 'response', '/connect/apps/v1/oauth2/token'],
  ['form', 'scope', 'request', '/connect/apps/v1/oauth2/token'],
  ['json', 'access_token', 'request', '/connect/apps/v1/oauth2/token'],
] as const)('the %s part "%s" of the %s of %s is nobody’s', (place, name, side, path) => {
  const request = { url: `https://my-pim.example.com${path}` }
  expect(explain({ place, name }, { side, request }).text).toContain('does not name')
})

test.each([
  ['query', 'page', 'does not name'],
  ['form', 'code', 'does not name'],
  ['json', 'message', 'does not name'],
  ['query', 'pim_url', 'which PIM'],
  ['location', 'scope', 'asks for'],
  ['header', 'Cookie', 'that the app gave'],
] as const)(
  'an app has names of its own: the %s part "%s" is told so: %s',
  (place, name, words) => {
    const request = { url: 'http://localhost:8000/activate' }
    expect(explain({ place, name }, { side: 'request', request, to: 'app' }).text).toContain(words)
  },
)

test('the code in the JSON of a token request is the authorization code', () => {
  const { text } = explain({ place: 'json', name: 'code' }, asked)
  expect(text).toContain('one use')
})

test('a name that nobody knows is told by its place, with a link to the whole', () => {
  for (const name of ['colour', 'constructor', '__proto__']) {
    const { text, link } = explain({ place: 'query', name }, asked)
    expect(text).toContain('does not name')
    expect(link).toContain('#token-request')
  }
  const places = ['query', 'form', 'location', 'header', 'json'] as const
  const texts = places.map((place) => explain({ place, name: 'colour' }, asked).text)
  expect(new Set(texts).size).toBe(5)
})

test('JSON is indented, and what only claims to be JSON stays as it came', () => {
  expect(prettyBody(tokenResponse)).toContain('\n  "token_type": "bearer"')
  expect(prettyBody({ ...tokenResponse, body: '<html>' })).toBe('<html>')
  expect(responseParts({ ...tokenResponse, body: '<html>' })).toHaveLength(1)
})

test('keys inside of JSON are named by their path, of a list those of the first item', () => {
  const body = JSON.stringify({
    _links: { self: { href: 'https://my-pim.example.com/' } },
    _embedded: { items: [{ code: 'shoes' }, { label: 'never shown' }] },
    errors: ['a'],
  })
  const parts = responseParts({ ...tokenResponse, body }).filter(({ place }) => place === 'json')
  expect(parts.map(({ name }) => name)).toEqual([
    '_links',
    '_links.self',
    '_links.self.href',
    '_embedded',
    '_embedded.items',
    '_embedded.items[].code',
    'errors',
  ])
  const href = explain({ place: 'json', name: '_links.self.href' }, told)
  expect(href.text).toContain('address')
})

test('of a batch each line is JSON, and the first stands for all', () => {
  const batch: HttpResponse = {
    status: 200,
    headers: { 'content-type': 'application/vnd.akeneo.collection+json' },
    body: '{"line":1,"code":"a","status_code":201}\n{"line":2,"code":"b","status_code":204}',
  }
  expect(prettyBody(batch)).toContain('}\n{\n  "line": 2')
  const parts = responseParts(batch).filter(({ place }) => place === 'json')
  expect(parts.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'line=1',
    'code=a',
    'status_code=201',
  ])
})
