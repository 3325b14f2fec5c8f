import { describe, expect, it } from 'vitest'
import { startTime } from '../build-pim.ts'
import { buildWriter, violationRefusal } from './build-writer.ts'

interface Product {
  readonly uuid: string
  readonly identifier: string | null
  readonly family: string | null
  readonly categories: readonly string[]
  readonly values: Readonly<Record<string, readonly { readonly data: unknown }[]>>
  readonly associations: Readonly<Record<string, { readonly products: readonly string[] }>>
  readonly quantified_associations: unknown
  readonly created: string
  readonly updated: string
}

const chair = '/products/armchair-ondrel'
const plain = (data: unknown) => [{ locale: null, scope: null, data }]
const now = '2024-05-06T12:00:00+00:00'

describe('changing products by identifier (contract I.4, I.5)', () => {
  it('POST /products answers 201 without a body and with the address of the product', async () => {
    const writer = buildWriter()
    const answer = await writer.send('POST', '/products', {
      identifier: 'stool',
      family: 'furniture',
      categories: ['seating'],
      values: { warranty: plain(3) },
    })
    expect(answer).toEqual({ status: 201, location: '/products/stool', body: '' })
    expect(await writer.read('/products/stool')).toEqual({
      uuid: '00000000-0000-4000-8000-000000000001',
      identifier: 'stool',
      enabled: true,
      family: 'furniture',
      categories: ['seating'],
      groups: [],
      parent: null,
      values: { warranty: plain(3) },
      created: now,
      updated: now,
      associations: {
        PACK: { products: [], product_models: [], groups: [] },
        SUBSTITUTION: { products: [], product_models: [], groups: [] },
        UPSELL: { products: [], product_models: [], groups: [] },
        X_SELL: { products: [], product_models: [], groups: [] },
      },
      quantified_associations: {},
    })
  })

  it('POST /products with an identifier that is taken is refused', async () => {
    const answer = await buildWriter().send('POST', '/products', { identifier: 'armchair-ondrel' })
    expect(answer.status).toBe(422)
    expect(answer.body).toEqual(
      violationRefusal({
        property: 'identifier',
        message: 'The armchair-ondrel identifier is already used for another product.',
      }),
    )
  })

  for (const [identifier, message] of [
    [undefined, 'The identifier attribute cannot be empty.'],
    ['', 'The identifier attribute cannot be empty.'],
    [' a,b', 'This field should not contain any comma or semicolon or leading/trailing space'],
    [
      'a'.repeat(256),
      'The sku attribute must not contain more than 255 characters. The submitted value is too long.',
    ],
  ] as const) {
    it(`POST /products with the identifier ${identifier?.slice(0, 9)} is refused: ${message}`, async () => {
      const answer = await buildWriter().send('POST', '/products', { identifier })
      expect(answer.body).toEqual(violationRefusal({ property: 'identifier', message }))
    })
  }

  it('PATCH /products/{code} of a new code creates it, of a known one changes it', async () => {
    const writer = buildWriter()
    const location = '/products/bench'
    expect(await writer.send('PATCH', location, { enabled: false })).toEqual({
      status: 201,
      location,
      body: '',
    })
    expect(await writer.send('PATCH', location, { enabled: true })).toEqual({
      status: 204,
      location,
      body: '',
    })
  })

  it('merges objects by key, replaces texts and lists, and leaves the rest', async () => {
    const writer = buildWriter()
    const before = await writer.read<Product>(chair)
    writer.pim.wait(60_000)
    await writer.send('PATCH', chair, {
      categories: ['seating'],
      values: {
        name: [{ locale: 'fr_FR', scope: null, data: 'Fauteuil' }],
        warranty: plain(null),
        material: plain(['oak', 'ash']),
      },
      associations: { UPSELL: { products: ['dining-chair-tolka'] } },
    })
    const after = await writer.read<Product>(chair)
    const { warranty, ...values } = before.values
    expect(warranty).toBeDefined()
    expect(after.values).toEqual({
      ...values,
      name: before.values['name']?.with(1, {
        locale: 'fr_FR',
        scope: null,
        data: 'Fauteuil',
      } as { data: unknown }),
      material: plain(['ash', 'oak']),
    })
    expect(after.categories).toEqual(['seating'])
    expect(after.family).toBe(before.family)
    expect(after.associations['X_SELL']).toEqual(before.associations['X_SELL'])
    expect(after.associations['UPSELL']?.products).toEqual(['dining-chair-tolka'])
    expect(after.created).toBe(before.created)
    expect(Date.parse(after.updated)).toBe(startTime + 60_000)
  })

  it('does not touch a product that a change leaves as it is', async () => {
    const writer = buildWriter()
    const before = await writer.read<Product>(chair)
    const answer = await writer.send('PATCH', chair, { enabled: true, family: 'furniture' })
    expect(answer.status).toBe(204)
    expect(await writer.read(chair)).toEqual(before)
  })

  it('normalises numbers, measurements, prices and dates as the PIM gives them back', async () => {
    const writer = buildWriter()
    await writer.send('PATCH', chair, {
      values: {
        warranty: plain('7'),
        weight: plain({ amount: 12.5, unit: 'KILOGRAM' }),
        width: plain({ amount: '3.14159000', unit: 'METER' }),
        price: plain([
          { amount: 20, currency: 'USD' },
          { amount: '9.999', currency: 'EUR' },
        ]),
        release_date: plain('2024-02-01'),
      },
    })
    expect(await writer.read(chair)).toMatchObject({
      values: {
        warranty: plain(7),
        weight: plain({ amount: '12.5000', unit: 'KILOGRAM' }),
        width: plain({ amount: '3.14159', unit: 'METER' }),
        price: plain([
          { amount: '9.999', currency: 'EUR' },
          { amount: '20.00', currency: 'USD' },
        ]),
        release_date: plain('2024-02-01T00:00:00+00:00'),
      },
    })
  })

  it('renames a product by its identifier, also where it is associated', async () => {
    const writer = buildWriter()
    const answer = await writer.send('PATCH', '/products/dining-chair-tolka', {
      identifier: 'tolka',
    })
    expect(answer).toEqual({ status: 204, location: '/products/tolka', body: '' })
    const { associations } = await writer.read<Product>(chair)
    expect(associations['X_SELL']?.products).toEqual(['tolka', 'dining-table-quillon'])
    expect((await writer.send('GET', '/products/dining-chair-tolka')).status).toBe(404)
  })

  it('DELETE /products/{code} takes the product out of all associations', async () => {
    const writer = buildWriter()
    const answer = await writer.send('DELETE', '/products/dining-chair-tolka')
    expect(answer).toEqual({ status: 204, location: null, body: '' })
    const { associations } = await writer.read<Product>(chair)
    expect(associations['X_SELL']?.products).toEqual(['dining-table-quillon'])
  })

  it('associates with quantities', async () => {
    const writer = buildWriter()
    const links = { room_set: { products: [{ identifier: 'dining-chair-tolka', quantity: 4 }] } }
    await writer.send('PATCH', chair, { quantified_associations: links })
    const { quantified_associations: read, uuid } = await writer.read<Product>(chair)
    expect(read).toEqual({
      room_set: { products: links.room_set.products, product_models: [] },
    })
    const tolka = await writer.read<Product>('/products/dining-chair-tolka')
    const { quantified_associations: byUuid } = await writer.read<Product>(`/products-uuid/${uuid}`)
    expect(byUuid).toEqual({
      room_set: { products: [{ uuid: tolka.uuid, quantity: 4 }], product_models: [] },
    })
  })
})
