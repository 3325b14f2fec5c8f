import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const chair = '/products/armchair-ondrel'
const plain = (data: unknown) => [{ locale: null, scope: null, data }]
const twice = { locale: 'en_US', scope: null, data: 'a' }
const wrongPrice = 'Property "price" expects an array of arrays as data.'

describe('values that are refused (contract I.3)', () => {
  for (const [values, message] of [
    [{ name: 'x' }, 'Property "name" expects an array as data, "string" given.'],
    [
      { name: ['x'] },
      'Property "name" expects an array with valid data, one of the values is not an array.',
    ],
    [{ name: [{ data: 'x' }] }, 'Property "name" expects an array with the key "locale".'],
    [
      { name: [{ locale: 5, scope: null, data: 'x' }] },
      'Property "name" expects a value with a string as locale, "integer" given.',
    ],
    [
      { name: [twice, twice] },
      'You cannot update the same product value on the "name" attribute twice, with the same scope and locale.',
    ],
    [
      { description: plain('x') },
      'Attribute "description" expects a channel code and a locale code, "" channel code and "" locale code given.',
    ],
    [
      { delivery_days: plain(3) },
      'Attribute "delivery_days" expects a channel code and a null locale code, "" channel code and "" locale code given.',
    ],
    [
      { color: [{ locale: 'en_US', scope: 'print', data: 'white' }] },
      'Attribute "color" expects a null channel code and a null locale code, "print" channel code and "en_US" locale code given.',
    ],
    [{ warranty: plain([5]) }, 'Property "warranty" expects a scalar as data, "array" given.'],
    [{ weight: plain('5 kg') }, 'Property "weight" expects an array as data, "string" given.'],
    [
      { weight: plain({ unit: 'GRAM' }) },
      'Property "weight" expects an array with the key "amount".',
    ],
    [{ weight: plain({ amount: 5 }) }, 'Property "weight" expects an array with the key "unit".'],
    [
      { weight: plain({ amount: 'x', unit: 'GRAM' }) },
      'Property "weight" expects an array with valid data, key "amount" has to be a numeric, "string" given.',
    ],
    [
      { weight: plain({ amount: 5, unit: 5 }) },
      'Property "weight" expects an array with valid data, key "unit" has to be a string, "integer" given.',
    ],
    [{ price: plain('5 EUR') }, 'Property "price" expects an array as data, "string" given.'],
    [{ price: plain(['5 EUR']) }, wrongPrice],
    [
      { price: plain([{ currency: 'EUR' }]) },
      'Property "price" expects an array with the key "amount".',
    ],
    [
      { price: plain([{ amount: 5 }]) },
      'Property "price" expects an array with the key "currency".',
    ],
    [
      { price: plain([{ amount: 5, currency: 5 }]) },
      'Property "price" expects a string as data, "integer" given.',
    ],
    [
      { price: plain([{ amount: [5], currency: 'EUR' }]) },
      'Property "price" expects a scalar as data, "array" given.',
    ],
    [
      { release_date: plain(20_240_506) },
      'Property "release_date" expects a string as data, "integer" given.',
    ],
    [{ material: plain('oak') }, 'Property "material" expects an array as data, "string" given.'],
    [
      { material: plain(['oak', 5]) },
      'Property "material" expects an array with valid data, one of the options is not a string, "integer" given.',
    ],
  ] as const) {
    it(`${JSON.stringify(values)}: ${message}`, async () => {
      const answer = await exchange({ method: 'PATCH', path: chair, body: { values } })
      expect(answer.body).toEqual(documentedRefusal(message, 'patch_products__code_'))
    })
  }

  for (const [data, given] of [
    ['photo.png', 'photo.png'],
    [5, 'integer'],
  ] as const) {
    it(`files are not taken: ${given}`, async () => {
      const { pim } = buildWriter()
      const photo = { code: 'photo', type: 'pim_catalog_image', group: 'other' }
      await exchange({ method: 'POST', path: '/attributes', body: photo }, pim)
      const body = { values: { photo: plain(data) } }
      const answer = await exchange({ method: 'PATCH', path: chair, body }, pim)
      expect(answer.body).toEqual(
        documentedRefusal(
          `Property "photo" expects a valid pathname as data, "${given}" given.`,
          'patch_products__code_',
        ),
      )
      const found = { photo: [{ operator: '=', value: 'x' }] }
      const search = encodeURIComponent(JSON.stringify(found))
      expect((await exchange({ path: `/products?search=${search}` }, pim)).body).toEqual({
        code: 422,
        message: 'Filter on property "photo" is not supported or does not support operator "="',
      })
    })
  }

  it('a value that is not available in a locale is refused', async () => {
    const { pim } = buildWriter()
    const motto = { code: 'motto', type: 'pim_catalog_text', group: 'other', localizable: true }
    const attribute = { ...motto, available_locales: ['fr_FR'] }
    await exchange({ method: 'POST', path: '/attributes', body: attribute }, pim)
    const send = (locale: string) => {
      const body = { values: { motto: [{ locale, scope: null, data: 'x' }] } }
      return exchange({ method: 'PATCH', path: chair, body }, pim)
    }
    expect((await send('en_US')).body).toEqual(
      violationRefusal({
        property: 'values',
        message: 'The en_US locale is not available on the motto attribute.',
        attribute: 'motto',
        locale: 'en_US',
        scope: null,
      }),
    )
    expect((await send('fr_FR')).status).toBe(204)
  })

  it('a date that is too late is refused', async () => {
    const { pim } = buildWriter()
    const attribute = {
      code: 'sold_until',
      type: 'pim_catalog_date',
      group: 'other',
      date_max: '2024-05-06',
    }
    await exchange({ method: 'POST', path: '/attributes', body: attribute }, pim)
    const send = (data: string) => {
      const body = { values: { sold_until: plain(data) } }
      return exchange({ method: 'PATCH', path: chair, body }, pim)
    }
    expect((await send('2024-05-07')).body).toMatchObject({
      errors: [
        {
          message: 'The sold_until attribute requires a date that should be 2024-05-06 or before.',
        },
      ],
    })
    expect((await send('2024-05-06')).status).toBe(204)
  })

  it('prices are kept by currency, in their order, the last one of each', async () => {
    const { pim } = buildWriter()
    const prices = ['USD', 'EUR', 'USD'].map((currency, index) => ({ amount: index, currency }))
    const body = { values: { price: plain(prices) } }
    await exchange({ method: 'PATCH', path: chair, body }, pim)
    const product = (await exchange({ path: chair }, pim)).body
    const sorted = [
      { amount: '1.00', currency: 'EUR' },
      { amount: '2.00', currency: 'USD' },
    ]
    expect(product).toMatchObject({ values: { price: plain(sorted) } })
    const again = { values: { price: plain(sorted) } }
    await exchange({ method: 'PATCH', path: chair, body: again }, pim)
    expect((await exchange({ path: chair }, pim)).body).toEqual(product)
  })
})

describe('identifiers that are refused (contract I.3)', () => {
  it('one with a line break', async () => {
    const body = { identifier: 'a\nb' }
    const answer = await exchange({ method: 'POST', path: '/products', body })
    expect(answer.body).toMatchObject({
      errors: [{ property: 'identifier', message: 'This field should not contain any line break' }],
    })
  })

  it('groups: there are none', async () => {
    const refused = (message: string) => documentedRefusal(message, 'patch_products__code_')
    for (const [groups, message] of [
      ['x', 'Property "groups" expects an array as data, "string" given.'],
      [
        [5],
        'Property "groups" expects an array with valid data, one of the groups is not a scalar.',
      ],
      [['x'], 'Property "groups" expects a valid group code. The group does not exist, "x" given.'],
    ] as const) {
      const answer = await exchange({ method: 'PATCH', path: chair, body: { groups } })
      expect(answer.body).toEqual(refused(message))
    }
    const none = await exchange({ method: 'PATCH', path: chair, body: { groups: [] } })
    expect(none.status).toBe(204)
  })

  it('a list where a product is expected is no JSON message', async () => {
    const answer = await exchange({
      method: 'POST',
      path: '/products',
      body: [{ identifier: 'a' }],
    })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 400, message: 'Invalid json message received' },
    })
  })
})
