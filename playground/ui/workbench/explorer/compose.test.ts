import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findListPath, readChoices } from './choices.ts'
import { composeRequest, missingParameters } from './compose.ts'
import { readOperations, type Operation } from './operations.ts'

const file = new URL('../../../../docs/public/openapi.json', import.meta.url)
const operations = readOperations(JSON.parse(readFileSync(file, 'utf8')))
const pimUrl = 'https://my-pim.example.com'

function operation(id: string): Operation {
  const found = operations.find((each) => each.id === id)
  if (!found) throw new RangeError(id)
  return found
}

describe('a filled form as a request', () => {
  test('the path is filled and escaped, empty fields are left out', () => {
    const values = { code: 'a/b $& ü', with_completenesses: 'true', with_quality_scores: '' }
    const one = operation('GET /api/rest/v1/products/{code}')
    expect(composeRequest(pimUrl, one, { values, body: 'x', token: 'abc' })).toEqual({
      method: 'GET',
      url: `${pimUrl}/api/rest/v1/products/a%2Fb%20%24%26%20%C3%BC?with_completenesses=true`,
      headers: { accept: 'application/json', authorization: 'Bearer abc' },
      body: '',
    })
  })

  test('a body goes with its type, whatever is in it; without a token there is no header', () => {
    const many = operation('PATCH /api/rest/v1/products')
    const request = composeRequest(pimUrl, many, { values: {}, body: '{broken', token: undefined })
    expect(request.body).toBe('{broken')
    expect(request.headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/vnd.akeneo.collection+json',
    })
  })

  test('what is required and empty is named', () => {
    const option = operation('GET /api/rest/v1/attributes/{attribute_code}/options/{code}')
    expect(missingParameters(option, { code: 'blue' })).toEqual(['attribute_code'])
    expect(missingParameters(option, { code: 'blue', attribute_code: 'color' })).toEqual([])
  })
})

describe('where the choices are', () => {
  test.each([
    ['GET /api/rest/v1/products/{code}', 'code', {}, '/api/rest/v1/products?limit=100'],
    ['GET /api/rest/v1/products', 'scope', {}, '/api/rest/v1/channels?limit=100'],
    ['GET /api/rest/v1/products', 'search', {}, undefined],
    ['GET /api/rest/v1/families/{family_code}/variants/{code}', 'code', {}, undefined],
    [
      'GET /api/rest/v1/families/{family_code}/variants/{code}',
      'code',
      { family_code: 'lamps' },
      '/api/rest/v1/families/lamps/variants?limit=100',
    ],
    [
      'GET /api/rest/v1/families/{family_code}/variants',
      'family_code',
      {},
      '/api/rest/v1/families?limit=100',
    ],
  ])('%s: %s with %j is listed at %s', (id, name, values, path) => {
    expect(findListPath(operations, operation(id), name, values)).toBe(path)
  })

  test('each parameter of a path has a list', () => {
    for (const each of operations) {
      const inPath = each.parameters.filter(({ place }) => place === 'path')
      const values = Object.fromEntries(inPath.map(({ name }) => [name, 'x']))
      for (const { name } of inPath) {
        expect(findListPath(operations, each, name, values), each.id).toBeDefined()
      }
    }
  })

  test('the choices are what names the items', () => {
    const list = (...items: unknown[]) => JSON.stringify({ _embedded: { items } })
    expect(readChoices(list({ code: 'a' }, { identifier: 'b' }, { id: 'c' }, 1), 'code')).toEqual([
      'a',
      'b',
    ])
    expect(readChoices(list({ uuid: 'u', identifier: 'b' }), 'uuid')).toEqual(['u'])
    expect(readChoices('[{"id":"x"}]', 'id')).toEqual(['x'])
    expect(readChoices('[{"client_id":"x","name":"y"}]', 'id')).toEqual(['x'])
    const attributes = list(
      { code: 'name', type: 'pim_catalog_text' },
      { code: 'color', type: 'pim_catalog_simpleselect' },
      { code: 'care', type: 'pim_catalog_multiselect' },
    )
    expect(readChoices(attributes, 'attribute_code')).toEqual(['color', 'care'])
    for (const body of ['', 'null', '{}', '{"_embedded":{"items":1}}'])
      expect(readChoices(body, 'code')).toEqual([])
  })
})
