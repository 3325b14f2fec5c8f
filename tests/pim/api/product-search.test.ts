import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, itemsOf, type Listed, type Reader, searching } from './build-reader.ts'

let reader: Reader

beforeAll(() => {
  reader = buildReader()
})

async function found(search: unknown): Promise<string[]> {
  const list = await reader.read<Listed<{ identifier: string }>>(`/products${searching(search)}`)
  return itemsOf(list)
    .map(({ identifier }) => identifier)
    .sort()
}

async function count(property: string, operator: string, rest: object = {}): Promise<number> {
  return (await found({ [property]: [{ operator, ...rest }] })).length
}

const chairs = ['armchair-merrow', 'armchair-ondrel', 'armchair-savik']
const uuid = '085ac60d-481b-4481-96dc-9668b22a56c7'

describe('searching products (contract I.6)', () => {
  it('joins conditions by AND', async () => {
    const search = {
      family: [{ operator: 'IN', value: ['furniture'] }],
      sku: [
        { operator: 'STARTS WITH', value: 'armchair' },
        { operator: 'DOES NOT CONTAIN', value: 'savik' },
      ],
    }
    expect(await found(search)).toEqual(['armchair-merrow', 'armchair-ondrel'])
  })

  it('finds by the identifier, upper and lower case alike', async () => {
    expect(await found({ sku: [{ operator: 'CONTAINS', value: 'MCHAI' }] })).toEqual(chairs)
    expect(await found({ identifier: [{ operator: '=', value: chairs[0] }] })).toEqual([chairs[0]])
    expect(await found({ sku: [{ operator: 'IN', value: [...chairs, 'x'] }] })).toEqual(chairs)
    expect(await count('sku', 'NOT IN', { value: chairs })).toBe(94)
    expect(await count('sku', '!=', { value: chairs[0] })).toBe(96)
    expect(await count('sku', 'EMPTY')).toBe(0)
    expect(await count('sku', 'NOT EMPTY')).toBe(97)
  })

  it('finds by uuid', async () => {
    expect(await found({ uuid: [{ operator: 'IN', value: [uuid] }] })).toEqual(['armchair-ondrel'])
    expect(await count('uuid', 'NOT IN', { value: [uuid] })).toBe(96)
  })

  it('finds by enabled', async () => {
    const off = await count('enabled', '=', { value: false })
    expect(off).toBe(2)
    expect(await count('enabled', '!=', { value: false })).toBe(97 - off)
  })

  it('finds by family, groups and parent', async () => {
    expect(await count('family', 'IN', { value: ['lamps', 'bags'] })).toBe(31)
    expect(await count('family', 'NOT IN', { value: ['lamps', 'bags'] })).toBe(66)
    expect(await count('family', 'EMPTY')).toBe(0)
    expect(await count('groups', 'EMPTY')).toBe(97)
    expect(await count('parent', 'NOT EMPTY')).toBe(7)
    expect(await count('parent', '=', { value: 'tote-bag-bolsena' })).toBe(3)
    expect(await count('parent', '=', { value: 'x' })).toBe(0)
  })

  it('finds by category, here or below', async () => {
    expect(await count('categories', 'IN', { value: ['furniture'] })).toBe(0)
    const below = await count('categories', 'IN CHILDREN', { value: ['furniture'] })
    expect(below).toBe(21)
    expect(await count('categories', 'NOT IN CHILDREN', { value: ['furniture'] })).toBe(76)
    expect(await count('categories', 'UNCLASSIFIED')).toBe(2)
    expect(await count('categories', 'IN', { value: ['seating'] })).toBe(6)
    expect(await count('categories', 'IN OR UNCLASSIFIED', { value: ['seating'] })).toBe(8)
    expect(await count('categories', 'NOT IN', { value: ['seating'] })).toBe(91)
  })

  it('finds by text, for the locale and scope of the condition or of the query', async () => {
    const value = 'Fauteuil'
    const condition = { operator: 'STARTS WITH', value }
    expect(await found({ name: [{ ...condition, locale: 'fr_FR' }] })).toEqual(chairs)
    expect(await found({ name: [{ ...condition, locale: 'en_US' }] })).toEqual([])
    const list = await reader.read<Listed<object>>(
      `/products${searching({ name: [condition] })}&search_locale=fr_FR`,
    )
    expect(itemsOf(list)).toHaveLength(3)
    const scoped = { operator: 'CONTAINS', value: 'ligne', locale: 'fr_FR', scope: 'print' }
    expect(await found({ description: [scoped] })).toEqual([])
  })

  it('finds what is missing in one locale, of those whose family has the attribute', async () => {
    const where = { locale: 'de_DE', scope: 'ecommerce' }
    expect(await count('description', 'EMPTY', where)).toBe(10)
    expect(await count('description', 'NOT EMPTY', where)).toBe(87)
    expect(await count('power', 'EMPTY')).toBe(0)
    expect(await count('power', 'NOT EMPTY')).toBe(16)
  })

  it('compares numbers', async () => {
    expect(await count('color_temperature', '<', { value: 2700 })).toBe(3)
    expect(await count('color_temperature', '<=', { value: '2700' })).toBe(11)
    expect(await count('color_temperature', '=', { value: 2700 })).toBe(8)
    expect(await count('color_temperature', '!=', { value: 2700 })).toBe(8)
    expect(await count('color_temperature', '>', { value: 2700 })).toBe(5)
    expect(await count('color_temperature', '>=', { value: 2700 })).toBe(13)
  })

  it('compares measurements across units', async () => {
    const heavy = await count('weight', '>', { value: { amount: 30, unit: 'KILOGRAM' } })
    expect(heavy).toBeGreaterThan(0)
    expect(await count('weight', '>', { value: { amount: '30000', unit: 'GRAM' } })).toBe(heavy)
  })

  it('compares prices in one currency', async () => {
    const dear = await count('price', '>=', { value: { amount: 1000, currency: 'EUR' } })
    expect(dear).toBe(3)
    expect(await count('price', '<', { value: { amount: 1000, currency: 'EUR' } })).toBe(94)
    expect(await count('price', '>', { value: { amount: 1, currency: 'GBP' } })).toBe(0)
  })

  it('finds by switch and by option', async () => {
    expect(await count('dimmable', '=', { value: true })).toBe(13)
    expect(await count('dimmable', '!=', { value: true })).toBe(3)
    expect(await count('color', 'IN', { value: ['copper'] })).toBe(4)
    expect(await count('material', 'NOT IN', { value: ['oak'] })).toBe(88)
    expect(await count('thread_count', 'NOT EMPTY')).toBe(3)
  })

  it('finds by date and by moment', async () => {
    const value = ['2022-10-09', '2022-10-09']
    expect(await found({ release_date: [{ operator: 'BETWEEN', value }] })).toContain(chairs[1])
    expect(await count('release_date', '<', { value: '2020-01-01' })).toBe(0)
    expect(await count('created', '=', { value: '2022-09-07 01:13:27' })).toBe(1)
    expect(await count('created', '!=', { value: '2022-09-07 01:13:27' })).toBe(96)
    const years = ['2000-01-01 00:00:00', '2100-01-01 00:00:00']
    expect(await count('updated', 'BETWEEN', { value: years })).toBe(97)
    expect(await count('updated', 'NOT BETWEEN', { value: years })).toBe(0)
    expect(await count('updated', 'SINCE LAST N DAYS', { value: 10_000 })).toBe(97)
    expect(await count('created', 'SINCE LAST N DAYS', { value: 0 })).toBeLessThan(97)
  })

  it('finds by completeness, of one locale or of all', async () => {
    const german = { scope: 'ecommerce', locale: 'de_DE' }
    expect(await count('completeness', '<', { value: 100, ...german })).toBe(10)
    expect(await count('completeness', '=', { value: 100, ...german })).toBe(87)
    const all = { scope: 'ecommerce', locales: ['de_DE', 'fr_FR'], value: 99 }
    expect(await count('completeness', 'GREATER THAN ON ALL LOCALES', all)).toBe(87)
    expect(await count('completeness', 'LOWER OR EQUALS THAN ON ALL LOCALES', all)).toBe(0)
  })

  it('answers products-uuid in the same way', async () => {
    const search = searching({ sku: [{ operator: 'IN', value: chairs }] })
    const list = await reader.read<Listed<object>>(`/products-uuid${search}`)
    expect(itemsOf(list)).toHaveLength(3)
  })
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
    'Property "weight" expects an array with the key "unit" as data, "integer" given.',
  ],
  [
    { weight: [{ operator: '>', value: { amount: 5, unit: 'LITER' } }] },
    'Property "weight" expects a unit of the measurement family "Weight", "LITER" given.',
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

  it('400 for a search that is nested deeper than 512 levels', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    const search = (depth: number): string =>
      encodeURIComponent(`{"groups":[{"operator":"EMPTY","value":${nested(depth)}}]}`)
    expect((await reader.get(`/products?search=${search(509)}`)).status).toBe(200)
    expect((await reader.get(`/products?search=${search(510)}`)).status).toBe(400)
    expect((await reader.get(`/products?search=${search(50_000)}`)).status).toBe(400)
  })
})
