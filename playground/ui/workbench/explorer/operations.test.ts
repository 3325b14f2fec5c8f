import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findOperations, groupByResource, readOperations } from './operations.ts'

const file = new URL('../../../../docs/public/openapi.json', import.meta.url)
const operations = readOperations(JSON.parse(readFileSync(file, 'utf8')))
const find = (id: string) => operations.find((operation) => operation.id === id)

test('the published description has every endpoint of the API and nothing else', () => {
  expect(operations.length).toBeGreaterThan(70)
  expect(operations.every(({ path }) => path.startsWith('/api/rest/v1'))).toBe(true)
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
})

test('a parameter has its kind, its limits and its example', () => {
  const parameters = find('GET /api/rest/v1/products')?.parameters ?? []
  const of = (name: string) => parameters.find((parameter) => parameter.name === name)
  expect(of('limit')).toMatchObject({ kind: 'number', minimum: 1, maximum: 100, standard: '10' })
  expect(of('with_count')).toMatchObject({ kind: 'yes or no', standard: 'false' })
  expect(of('pagination_type')).toMatchObject({
    kind: 'one of',
    options: ['page', 'search_after'],
  })
  expect(of('search')?.kind).toBe('JSON')
  expect(find('GET /api/rest/v1/products/{code}')?.parameters[0]).toMatchObject({
    name: 'code',
    place: 'path',
    isRequired: true,
    kind: 'text',
  })
})

test('a body begins with its example, indented, and a collection with its lines', () => {
  const one = find('PATCH /api/rest/v1/products/{code}')?.body
  expect(one?.contentType).toBe('application/json')
  expect(one?.example).toMatch(/^\{\n {2}"enabled"/)
  const many = find('PATCH /api/rest/v1/products')?.body
  expect(many?.contentType).toBe('application/vnd.akeneo.collection+json')
  expect(JSON.parse(many?.example ?? '')).toHaveProperty('identifier')
  expect(find('GET /api/rest/v1/products')?.body).toBeUndefined()
})

test('an endpoint tells whom it lets in', () => {
  expect(find('GET /api/rest/v1/products')?.scopes).toEqual(['read_products'])
  expect(find('GET /api/rest/v1/system-information')?.scopes).toEqual([])
  expect(find('GET /api/rest/v1')).toMatchObject({ needsToken: false })
  const testApps = find('GET /api/rest/v1/test-apps')
  expect(testApps?.needsToken).toBe(true)
  expect(testApps?.scopes).toBeUndefined()
})

test('a filter takes words of method, path, summary and resource in any order', () => {
  expect(findOperations(operations, '')).toHaveLength(operations.length)
  const found = findOperations(operations, 'models  PATCH {code}').map(({ id }) => id)
  expect(found).toEqual(['PATCH /api/rest/v1/product-models/{code}'])
  expect(findOperations(operations, 'no such thing')).toEqual([])
})

test('endpoints stand together by resource', () => {
  const names = groupByResource(operations).map(([name]) => name)
  expect(names).toContain('Products by UUID')
  expect(names).toContain('Attribute groups')
  expect(new Set(names).size).toBe(names.length)
})

test.each([{}, { paths: {} }, null, { paths: { '/other': { get: {} } } }])(
  'a description without the API is refused: %j',
  (description) => {
    expect(() => readOperations(description)).toThrow('no endpoint of the API')
  },
)
