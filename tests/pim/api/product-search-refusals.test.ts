import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, type Reader, searching } from './build-reader.ts'

let reader: Reader

beforeAll(() => {
  reader = buildReader()
})

const shape =
  'should respect this structure: {"name":[{"operator": "my_operator", "value": "my_value"}]}'
const anyAll = 'GREATER THAN ON ALL LOCALES'

// The search, and the message of its refusal with 422.
const refusals: readonly (readonly [unknown, string])[] = [
  [{ name: { operator: '=' } }, `Structure of filter "name" ${shape}`],
  [{ name: [] }, `Structure of filter "name" ${shape}`],
  [{ name: [{ value: 'x' }] }, 'Operator is missing for the property "name".'],
  [{ name: ['x'] }, 'Operator is missing for the property "name".'],
  [{ name: [{ operator: 1 }] }, 'Operator has to be a string, "integer" given.'],
  [{ name: [{ operator: ['='] }] }, 'Operator has to be a string, "array" given.'],
  [
    { nope: [{ operator: 'EMPTY' }] },
    'Filter on property "nope" is not supported or does not support operator "EMPTY"',
  ],
  [
    { enabled: [{ operator: 'IN', value: [true] }] },
    'Filter on property "enabled" is not supported or does not support operator "IN"',
  ],
  [
    { enabled: [{ operator: '=', value: 'yes' }] },
    'Property "enabled" expects a boolean as data, "string" given.',
  ],
  [{ family: [{ operator: 'IN' }] }, 'Property "family" expects an array as data, "NULL" given.'],
  [
    { family: [{ operator: 'IN', value: ['nope'] }] },
    'Object "family" with code "nope" does not exist',
  ],
  [{ categories: [{ operator: 'IN', value: ['nope'] }] }, 'Category "nope" does not exist.'],
  [
    { categories: [{ operator: 'IN', value: ['nope', 'never'] }] },
    'Categories "nope, never" do not exist.',
  ],
  [
    { completeness: [{ operator: anyAll, scope: 'ecommerce', value: 1 }] },
    'Property "completeness" expects an array with the key "locales".',
  ],
  [
    { completeness: [{ operator: anyAll, scope: 'ecommerce', value: 1, locales: 'fr_FR' }] },
    'Property "completeness" expects an array with the key "locales".',
  ],
  [
    { completeness: [{ operator: '=', value: 1 }] },
    'Property "completeness" expects a valid scope.',
  ],
  [
    { created: [{ operator: '>', value: '2024-01-01' }] },
    'Property "created" expects a string with the format "yyyy-mm-dd H:i:s" as data, "2024-01-01" given.',
  ],
  [
    { enabled: [{ operator: '=', value: true }], groups: [{ operator: '=', value: 'x' }] },
    'Filter on property "groups" is not supported or does not support operator "="',
  ],
  [{ groups: [{ operator: 'IN', value: ['x'] }] }, 'Object "groups" with code "x" does not exist'],
  [
    { parent: [{ operator: 'NOT IN', value: ['x'] }] },
    'Filter on property "parent" is not supported or does not support operator "NOT IN"',
  ],
  [
    { parent: [{ operator: '=', value: 5 }] },
    'Property "parent" expects a string as data, "integer" given.',
  ],
  [
    { categories: [{ operator: '=', value: ['seating'] }] },
    'Filter on property "categories" is not supported or does not support operator "="',
  ],
  [
    { family: [{ operator: 'IN', value: [1.5] }] },
    'Object "family" with code "1.5" does not exist',
  ],
  [
    { created: [{ operator: 'CONTAINS', value: '2024' }] },
    'Filter on property "created" is not supported or does not support operator "CONTAINS"',
  ],
  [
    { created: [{ operator: 'BETWEEN', value: ['2024-01-01 00:00:00'] }] },
    'Property "created" expects an array with valid data, should contain 2 strings with the format "yyyy-mm-dd H:i:s".',
  ],
  [
    { created: [{ operator: '>', value: 5 }] },
    'Property "created" expects a string with the format "Y-m-d H:i:s" as data, "5" given.',
  ],
  [
    { updated: [{ operator: 'NOT BETWEEN', value: '2024-01-01 00:00:00' }] },
    'Property "updated" expects an array as data, "string" given.',
  ],
  [
    { updated: [{ operator: 'SINCE LAST N DAYS', value: '4' }] },
    'Property "updated" expects an integer as data, "string" given.',
  ],
  [
    { updated: [{ operator: 'SINCE LAST N DAYS', value: 0.5 }] },
    'Property "updated" expects an integer as data, "double" given.',
  ],
  [
    { completeness: [{ operator: '>', value: 'x' }] },
    'Property "completeness" expects a numeric as data, "string" given.',
  ],
  [
    { family: [{ operator: 'IN', value: [['lamps']] }] },
    'Property "family" expects a string as data, "array" given.',
  ],
  [
    { uuid: [{ operator: 'IN', value: [5] }] },
    'Property "uuid" expects an array of strings as data.',
  ],
  [
    { identifier: [{ operator: 'IN', value: [5] }] },
    'Property "identifier" expects an array of strings as data.',
  ],
  [
    { categories: [{ operator: 'CONTAINS', value: 'seating' }] },
    'Filter on property "categories" is not supported or does not support operator "CONTAINS"',
  ],
  [{ categories: [{ operator: 'IN', value: [5] }] }, 'Category "5" does not exist.'],
  [
    { categories: [{ operator: 'IN', value: 'seating' }] },
    'Property "categories" expects an array as data, "string" given.',
  ],
]

describe('refused searches for products (contract I.3)', () => {
  for (const [search, message] of refusals) {
    it(`422 for ${JSON.stringify(search)}: ${message}`, async () => {
      expect(await reader.refusal(`/products${searching(search)}`)).toEqual({ code: 422, message })
    })
  }

  for (const text of ['string', '{"name":{"key"}}', '"text"', '5', 'null', '']) {
    it(`400 for the search ${text || '(nothing)'}`, async () => {
      expect(await reader.refusal(`/products?search=${encodeURIComponent(text)}`)).toEqual({
        code: 400,
        message: 'Search query parameter should be valid JSON.',
      })
    })
  }

  it('what is given to EMPTY is not looked at, and a number may be a code', async () => {
    for (const search of [
      { family: [{ operator: 'EMPTY', value: ['nope'] }] },
      { parent: [{ operator: 'IN', value: [5] }] },
    ]) {
      expect((await reader.get(`/products${searching(search)}`)).status).toBe(200)
    }
  })

  it('400 for a search that is nested deeper than 512 levels', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    const search = (depth: number): string =>
      encodeURIComponent(`{"groups":[{"operator":"EMPTY","value":${nested(depth)}}]}`)
    expect((await reader.get(`/products?search=${search(509)}`)).status).toBe(200)
    expect((await reader.get(`/products?search=${search(510)}`)).status).toBe(400)
    expect((await reader.get(`/products?search=${search(50_000)}`)).status).toBe(400)
  })
})
