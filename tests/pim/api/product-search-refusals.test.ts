import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, type Reader, searching } from './build-reader.ts'

let reader: Reader

beforeAll(() => {
  reader = buildReader()
})

const shape =
  'should respect this structure: {"name":[{"operator": "my_operator", "value": "my_value"}]}'
function withKey(property: string, key: string): string {
  return `Property "${property}" expects an array with the key "${key}".`
}

function withValidData(property: string, because: string): string {
  return `Property "${property}" expects an array with valid data, ${because}.`
}

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
    { name: [{ operator: 'BETWEEN', value: 'x', locale: 'en_US' }] },
    'Filter on property "name" is not supported or does not support operator "BETWEEN"',
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
  [{ name: [{ operator: '=', value: 'x' }] }, 'Attribute "name" expects a locale, none given.'],
  [
    { description: [{ operator: '=', value: 'x', locale: 'en_US' }] },
    'Attribute "description" expects a scope, none given.',
  ],
  [
    { description: [{ operator: '=', value: 'x', locale: 'en_US', scope: 'nope' }] },
    'Attribute "description" expects an existing scope, "nope" given.',
  ],
  [
    { name: [{ operator: '=', value: 'x', locale: 'nope' }] },
    'Locale "nope" does not exist or is not activated.',
  ],
  [
    { name: [{ operator: '=', value: 'x', locale: 5 }] },
    'Property "name" expects a string with the key "locale".',
  ],
  [
    { name: [{ operator: '=', value: 'x', locales: ['en_US'] }] },
    'Property "name" expects an array with the key "locale".',
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
    { weight: [{ operator: '>', value: 5 }] },
    'Property "weight" expects an array as data, "integer" given.',
  ],
  [
    { weight: [{ operator: '>', value: { amount: 5, unit: 'LITER' } }] },
    'Property "weight" expects a valid unit. The unit does not exist in the attribute\'s family "Weight", "LITER" given.',
  ],
  [
    { warranty: [{ operator: '>', value: 'many' }] },
    'Property "warranty" expects a numeric as data, "string" given.',
  ],
  [
    { color: [{ operator: 'IN', value: ['pink'] }] },
    'Object "option" with code "pink" does not exist',
  ],
  [
    { created: [{ operator: '>', value: '2024-01-01' }] },
    'Property "created" expects a string with the format "yyyy-mm-dd H:i:s" as data, "2024-01-01" given.',
  ],
  [
    { release_date: [{ operator: '=', value: 'soon' }] },
    'Property "release_date" expects a string with the format "yyyy-mm-dd" as data, "soon" given.',
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
    { warranty: [{ operator: 'IN', value: 5 }] },
    'Filter on property "warranty" is not supported or does not support operator "IN"',
  ],
  [
    { warranty: [{ operator: 'toString', value: 5 }] },
    'Filter on property "warranty" is not supported or does not support operator "toString"',
  ],
  [
    { warranty: [{ operator: '>', value: null }] },
    'Property "warranty" expects a numeric as data, "NULL" given.',
  ],
  [
    { price: [{ operator: '>', value: { amount: 5 } }] },
    'Property "price" expects an array with the key "currency".',
  ],
  [
    { assembly_required: [{ operator: 'IN', value: [true] }] },
    'Filter on property "assembly_required" is not supported or does not support operator "IN"',
  ],
  [
    { color: [{ operator: '=', value: 'brass' }] },
    'Filter on property "color" is not supported or does not support operator "="',
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
  [{ weight: [{ operator: '>', value: { unit: 'GRAM' } }] }, withKey('weight', 'amount')],
  [{ weight: [{ operator: '>', value: { amount: 1 } }] }, withKey('weight', 'unit')],
  [
    { weight: [{ operator: '>', value: { amount: 'x', unit: 'GRAM' } }] },
    withValidData('weight', 'key "amount" has to be a numeric, "string" given'),
  ],
  [
    { weight: [{ operator: '>', value: { amount: 1, unit: 5 } }] },
    withValidData('weight', 'key "unit" has to be a string, "integer" given'),
  ],
  [
    { price: [{ operator: '>', value: 5 }] },
    'Property "price" expects an array as data, "integer" given.',
  ],
  [{ price: [{ operator: '>', value: { currency: 'EUR' } }] }, withKey('price', 'amount')],
  [
    { price: [{ operator: '>', value: { amount: [], currency: 'EUR' } }] },
    'Property "price" expects a numeric as data, "string" given.',
  ],
  [
    { price: [{ operator: '>', value: { amount: 5, currency: 'AUD' } }] },
    'Property "price" expects a valid currency. The currency does not exist, "AUD" given.',
  ],
  [
    { price: [{ operator: '>', value: { amount: 5, currency: 5 } }] },
    'Property "price" expects a valid currency. The currency does not exist, "integer" given.',
  ],
  [
    { release_date: [{ operator: 'BETWEEN', value: ['2024-01-01', '2024-01-02', '2024-01-03'] }] },
    withValidData('release_date', 'should contain 2 strings with the format "yyyy-mm-dd"'),
  ],
  [
    { updated: [{ operator: 'NOT BETWEEN', value: '2024-01-01 00:00:00' }] },
    'Property "updated" expects an array as data, "string" given.',
  ],
  ...(
    [
      [true, '1'],
      [null, ''],
      [[], 'Array'],
    ] as const
  ).map(
    ([value, shown]) =>
      [
        { release_date: [{ operator: '=', value }] },
        `Property "release_date" expects a string with the format "Y-m-d" as data, "${shown}" given.`,
      ] as const,
  ),
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
    { material: [{ operator: 'IN', value: ['gold'] }] },
    'Object "options" with code "gold" does not exist',
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
