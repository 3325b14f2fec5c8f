import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import { describeUnknown, explain } from './explain.ts'
import { prettyBody, requestParts, responseParts } from './message-parts.ts'

const tokenRequest: HttpRequest = {
  method: 'POST',
  url: 'https://my-pim.example.com/connect/apps/v1/oauth2/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
  body: 'client_id=1&code=c&grant_type=authorization_code&code_identifier=i&code_challenge=h',
}
const tokenResponse: HttpResponse = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"access_token":"t","token_type":"bearer","scope":"read_products"}',
}

test('every field of the token request and response is explained with a link', () => {
  const parts = [
    ...requestParts(tokenRequest).map((part) => explain(part, 'request')),
    ...responseParts(tokenResponse).map((part) => explain(part, 'response')),
  ]
  expect(parts).toHaveLength(10)
  for (const part of parts) {
    expect(part?.text).toMatch(/\.$/)
    expect(part?.link).toMatch(/^\/[a-z-]+\/[a-z-]+\.html#[a-z0-9-]+$/)
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

test('the same name means something else in a query and in a token response', () => {
  const asked = explain({ place: 'query', name: 'scope' }, 'request')
  const granted = explain({ place: 'json', name: 'scope' }, 'response')
  expect(asked?.text).toContain('asks for')
  expect(granted?.text).toContain('granted')
})

test('a name that nobody knows has no explanation', () => {
  expect(explain({ place: 'query', name: 'colour' }, 'request')).toBeUndefined()
  expect(explain({ place: 'query', name: 'constructor' }, 'request')).toBeUndefined()
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
  const href = explain({ place: 'json', name: '_links.self.href' }, 'response')
  expect(href?.text).toContain('address')
})

test('what nobody knows is described by its place', () => {
  const places = ['query', 'form', 'location', 'header', 'json'] as const
  expect(new Set(places.map((place) => describeUnknown({ place }))).size).toBe(5)
})
