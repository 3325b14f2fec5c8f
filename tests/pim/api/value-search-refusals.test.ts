import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, type Reader, searching } from './build-reader.ts'

let reader: Reader

beforeAll(() => {
  reader = buildReader()
})

function withKey(property: string, key: string): string {
  return `Property "${property}" expects an array with the key "${key}".`
}

function withValidData(property: string, because: string): string {
  return `Property "${property}" expects an array with valid data, ${because}.`
}

// The search, and the message of its refusal with 422.
const refusals: readonly (readonly [unknown, string])[] = [
  [
    { name: [{ operator: 'BETWEEN', value: 'x', locale: 'en_US' }] },
    'Filter on property "name" is not supported or does not support operator "BETWEEN"',
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
    { release_date: [{ operator: '=', value: 'soon' }] },
    'Property "release_date" expects a string with the format "yyyy-mm-dd" as data, "soon" given.',
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
    { material: [{ operator: 'IN', value: ['gold'] }] },
    'Object "options" with code "gold" does not exist',
  ],
]

describe('refused searches for products by their values (contract I.3)', () => {
  for (const [search, message] of refusals) {
    it(`422 for ${JSON.stringify(search)}: ${message}`, async () => {
      expect(await reader.refusal(`/products${searching(search)}`)).toEqual({ code: 422, message })
    })
  }
})
