import { describe, expect, it } from 'vitest'
import { buildReader, itemsOf, searching, type Listed } from './build-reader.ts'
import { buildWriter } from './build-writer.ts'

interface Value {
  readonly locale: string | null
  readonly scope: string | null
  readonly data: unknown
  readonly linked_data?: unknown
}

interface Product {
  readonly uuid: string
  readonly identifier: string
  readonly values: Readonly<Record<string, readonly Value[]>>
  readonly associations: Readonly<Record<string, { readonly products: readonly string[] }>>
  readonly completenesses?: readonly object[]
}

const keys = [
  'enabled',
  'family',
  'categories',
  'groups',
  'parent',
  'values',
  'created',
  'updated',
  'associations',
  'quantified_associations',
]
const chair = '/products/armchair-ondrel'

describe('products (contract I.4, I.6)', () => {
  it('GET /products/{code} has uuid and identifier first, and no identifier among the values', async () => {
    const product = await buildReader().read<Product>(chair)
    expect(Object.keys(product)).toEqual(['uuid', 'identifier', ...keys])
    expect(product.identifier).toBe('armchair-ondrel')
    expect(product.values).not.toHaveProperty('sku')
  })

  it('GET /products-uuid/{uuid} has the identifier among the values only', async () => {
    const reader = buildReader()
    const { uuid } = await reader.read<Product>(chair)
    const product = await reader.read<Product>(`/products-uuid/${uuid}`)
    expect(Object.keys(product)).toEqual(['uuid', ...keys])
    expect(product.values['sku']).toEqual([{ locale: null, scope: null, data: 'armchair-ondrel' }])
  })

  it('associates by identifier, and by UUID on products-uuid', async () => {
    const reader = buildReader()
    const product = await reader.read<Product>(chair)
    expect(product.associations['X_SELL']?.products).toEqual([
      'dining-chair-tolka',
      'dining-table-quillon',
    ])
    const other = await reader.read<Product>('/products/dining-chair-tolka')
    const byUuid = await reader.read<Product>(`/products-uuid/${product.uuid}`)
    expect(byUuid.associations['X_SELL']?.products[0]).toBe(other.uuid)
  })

  it('writes each kind of value as the PIM does', async () => {
    const { values } = await buildReader().read<Product>(chair)
    const plain = (data: unknown) => [{ locale: null, scope: null, data }]
    expect(values['price']).toEqual(
      plain([
        { amount: '499.00', currency: 'EUR' },
        { amount: '549.00', currency: 'USD' },
        { amount: '439.00', currency: 'GBP' },
      ]),
    )
    expect(values['weight']).toEqual(plain({ amount: '15.5800', unit: 'KILOGRAM' }))
    expect(values['color']).toEqual(plain('moss_green'))
    expect(values['material']).toEqual(plain(['oak']))
    expect(values['assembly_required']).toEqual(plain(false))
    expect(values['warranty']).toEqual(plain(5))
    expect(values['release_date']).toEqual(plain('2022-10-09T00:00:00+00:00'))
    expect(values['name']?.[1]).toEqual({
      locale: 'fr_FR',
      scope: null,
      data: 'Fauteuil Ondrel en chêne massif, vert mousse',
    })
  })

  it('writes dates in ISO 8601 with their offset', async () => {
    expect(await buildReader().read(chair)).toMatchObject({
      created: '2022-09-07T01:13:27+00:00',
      updated: '2023-02-27T17:34:48+00:00',
    })
  })

  it('shows only the values of the attributes that are asked for', async () => {
    const list = await buildReader().read<Listed<Product>>('/products?attributes=name,price')
    for (const { values } of itemsOf(list)) {
      expect(Object.keys(values)).toEqual(['name', 'price'])
    }
  })

  it('shows only the values of the locales that are asked for, and those without a locale', async () => {
    const list = await buildReader().read<Listed<Product>>('/products?locales=de_DE')
    const shown = itemsOf(list).flatMap(({ values }) => Object.values(values).flat())
    expect(new Set(shown.map(({ locale }) => locale))).toEqual(new Set(['de_DE', null]))
  })

  it('shows with a scope only its values, locales and currencies, and the products of its tree', async () => {
    const reader = buildReader()
    const list = await reader.read<Listed<Product>>(
      '/products?scope=print&limit=100&with_count=true',
    )
    const shown = itemsOf(list).flatMap(({ values }) => Object.values(values).flat())
    expect(new Set(shown.map(({ scope }) => scope))).toEqual(new Set(['print', null]))
    expect(new Set(shown.map(({ locale }) => locale))).toEqual(new Set(['en_US', 'fr_FR', null]))
    const prices = itemsOf(list).flatMap(({ values }) => values['price'] ?? [])
    expect(JSON.stringify(prices)).not.toContain('USD')
    const master = { operator: 'IN CHILDREN', value: ['master'] }
    const search = searching({ categories: [master] })
    const inTree = await reader.read<Listed<Product>>(`/products${search}&with_count=true`)
    expect(list.items_count).toBe(inTree.items_count)
    expect(list.items_count).toBeGreaterThan(0)
    expect(list.items_count).toBeLessThan(1200)
  })

  it('adds the labels of options with with_attribute_options=true', async () => {
    const { values } = await buildReader().read<Product>(`${chair}?with_attribute_options=true`)
    expect(values['color']?.[0]?.linked_data).toEqual({
      attribute: 'color',
      code: 'moss_green',
      labels: { en_US: 'Moss green', fr_FR: 'Vert mousse', de_DE: 'Moosgrün' },
    })
    expect(values['material']?.[0]?.linked_data).toMatchObject({
      oak: { attribute: 'material', code: 'oak' },
    })
    expect(values['name']?.[0]).not.toHaveProperty('linked_data')
  })

  it('adds how complete a product is with with_completenesses=true', async () => {
    const reader = buildReader()
    // The German description of this one is still to be written.
    const product = await reader.read<Product>(
      '/products/dining-chair-ferrin?with_completenesses=true',
    )
    expect(product.completenesses).toEqual([
      { scope: 'ecommerce', locale: 'de_DE', data: 80 },
      { scope: 'ecommerce', locale: 'en_US', data: 100 },
      { scope: 'ecommerce', locale: 'fr_FR', data: 100 },
      { scope: 'print', locale: 'en_US', data: 100 },
      { scope: 'print', locale: 'fr_FR', data: 100 },
    ])
  })

  it('locales that are active, but not in the channel, are refused together', async () => {
    const writer = buildWriter()
    const locales = ['de_DE', 'en_US', 'fr_FR', 'ja_JP']
    await writer.send('PATCH', '/channels/ecommerce', { locales })
    const answer = await writer.send('GET', '/products?scope=print&locales=de_DE,ja_JP')
    expect(answer.body).toEqual({
      code: 422,
      message: 'Locales "de_DE, ja_JP" are not activated for the scope "print".',
    })
  })

  for (const [query, message] of [
    ['attributes=nope', 'Attribute "nope" does not exist.'],
    ['attributes=nope,name,never', 'Attributes "nope, never" do not exist.'],
    ['scope=nope', 'Scope "nope" does not exist.'],
    ['locales=nope', 'Locale "nope" does not exist or is not activated.'],
    ['locales=nope,%20ja_JP', 'Locales "nope, ja_JP" do not exist or are not activated.'],
    ['scope=print&locales=de_DE', 'Locale "de_DE" is not activated for the scope "print".'],
    ['search_locale=ja_JP', 'Locale "ja_JP" does not exist or is not activated.'],
  ] as const) {
    it(`GET /products?${query} is refused: ${message}`, async () => {
      expect(await buildReader().refusal(`/products?${query}`)).toEqual({ code: 422, message })
    })
  }
})
