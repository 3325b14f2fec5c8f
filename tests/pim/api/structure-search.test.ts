import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, itemsOf, type Listed, type Reader, searching } from './build-reader.ts'

let reader: Reader

beforeAll(() => {
  reader = buildReader()
})

async function found(path: string, search: unknown): Promise<string[]> {
  const list = await reader.read<Listed<{ code: string }>>(path + searching(search))
  return itemsOf(list).map(({ code }) => code)
}

function by(property: string, operator: string, value: unknown): object {
  return { [property]: [{ operator, value }] }
}

describe('searching the structure of the catalogue (contract I.6)', () => {
  for (const [path, code] of [
    ['/families', 'lamps'],
    ['/attributes', 'name'],
    ['/attribute-groups', 'technical'],
    ['/categories', 'seating'],
  ] as const) {
    it(`GET ${path} finds by code and by the day of the last change`, async () => {
      expect(await found(path, by('code', 'IN', [code, 'nope']))).toEqual([code])
      expect(await found(path, by('updated', '>', '2030-01-01T00:00:00+00:00'))).toEqual([])
      expect(await found(path, by('updated', '>', '2020-01-01T00:00:00Z'))).toContain(code)
    })

    it(`GET ${path} refuses an unknown filter with 400`, async () => {
      const { code: status, message } = await reader.refusal(path + searching(by('nope', '=', 1)))
      expect(status).toBe(400)
      expect(message).toMatch(
        /^Available search filters are "code.*" and you tried to search on unavailable filter "nope"$/,
      )
    })

    it(`GET ${path} refuses a search that is no JSON object with 400`, async () => {
      for (const search of ['{', '5', 'null']) {
        expect(await reader.refusal(`${path}?search=${search}`)).toEqual({
          code: 400,
          message: 'The search query parameter must be a valid JSON.',
        })
      }
    })
  }

  it('GET /families finds those with products', async () => {
    expect(await found('/families', by('has_products', '=', true))).toHaveLength(12)
    expect(await found('/families', by('has_products', '=', false))).toEqual([])
  })

  it('GET /attributes finds by type, and the main identifier', async () => {
    expect(await found('/attributes', by('type', 'IN', ['pim_catalog_date']))).toEqual([
      'best_before',
      'release_date',
    ])
    expect(await found('/attributes', by('is_main_identifier', '=', true))).toEqual(['sku'])
  })

  it('GET /categories finds all below a parent, and the roots', async () => {
    expect(await found('/categories', by('parent', '=', 'garden'))).toEqual([
      'garden_furniture',
      'shade',
      'garden_lights',
    ])
    expect(await found('/categories', by('parent', '=', 'home'))).toContain('seating')
    expect(await found('/categories', by('is_root', '=', true))).toEqual(['master', 'shop'])
  })

  it('GET /locales and /currencies find what is enabled', async () => {
    const enabled = by('enabled', '=', true)
    expect(await found('/locales', enabled)).toEqual(['de_DE', 'en_US', 'fr_FR'])
    expect(await found('/currencies', enabled)).toEqual(['EUR', 'GBP', 'USD'])
    expect(await found('/currencies', by('enabled', '=', false))).not.toContain('EUR')
  })
})

// Path, search, status and message of the refusal.
const refusals: readonly (readonly [string, unknown, number, string])[] = [
  [
    '/families',
    by('code', '=', ['x']),
    400,
    'In order to search on family codes you must use "IN" operator, "=" given.',
  ],
  [
    '/families',
    by('code', 'IN', 'x'),
    400,
    'In order to search on family codes you must send an array of family codes as value, string given.',
  ],
  ['/families', by('code', 'IN', [1]), 400, 'This value should be of type string.'],
  ['/families', { code: [{ operator: 'IN' }] }, 400, 'This field is missing.'],
  [
    '/families',
    by('updated', '<', '2020-01-01T00:00:00Z'),
    400,
    'Searching on the "updated" property require the ">" (greater than) operator, "<" given.',
  ],
  ['/families', by('updated', '>', 'soon'), 400, 'This value is not a valid datetime.'],
  [
    '/families',
    by('has_products', '=', 'yes'),
    400,
    'The "has_products" filter requires a boolean value, and the submitted value is not.',
  ],
  ['/categories', by('parent', '=', 5), 400, 'This value should be of type string.'],
  ['/families', { code: 'lamps' }, 400, 'This value should be of type iterable, "string" given.'],
  [
    '/families',
    { code: [{ operator: 5, value: [] }] },
    400,
    'In order to search on family codes you must use "IN" operator, integer given.',
  ],
  [
    '/locales',
    { enabled: [{ value: true }] },
    422,
    'Operator is missing for the property "enabled".',
  ],
  [
    '/locales',
    { enabled: [{ operator: '=' }] },
    422,
    'Value is missing for the property "enabled".',
  ],
  [
    '/locales',
    by('enabled', 5 as never, true),
    422,
    'Operator has to be a string, "integer" given.',
  ],
  [
    '/locales',
    by('code', 'IN', ['x']),
    422,
    'Filter on property "code" is not supported or does not support operator "IN".',
  ],
  [
    '/currencies',
    by('enabled', '=', 'yes'),
    422,
    'Filter "enabled" with operator "=" expects a boolean value.',
  ],
  [
    '/currencies',
    { enabled: true },
    422,
    'Structure of filter "enabled" should respect this structure: {"enabled":[{"operator": "my_operator", "value": "my_value"}]}.',
  ],
  ['/currencies', 'x', 422, 'Search query parameter has to be an array, "string" given.'],
]

describe('refused searches of the structure (contract I.3)', () => {
  for (const [path, search, code, message] of refusals) {
    it(`${code} for GET ${path} with ${JSON.stringify(search)}: ${message}`, async () => {
      expect(await reader.refusal(path + searching(search))).toEqual({ code, message })
    })
  }

  it('400 for GET /locales with a search that is no JSON', async () => {
    expect(await reader.refusal('/locales?search=x')).toEqual({
      code: 400,
      message: 'Search query parameter should be valid JSON.',
    })
  })
})
