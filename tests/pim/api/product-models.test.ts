import { describe, expect, it } from 'vitest'
import { buildReader, itemsOf, searching, type Listed } from './build-reader.ts'
import { buildWriter } from './build-writer.ts'
import { brass, plain, root, variant, type Entity } from './lamp-models.ts'

/** All product models, by code. */
async function allModels(): Promise<Entity[]> {
  const reader = buildReader()
  const pages = await Promise.all(
    [1, 2].map((page) => reader.read<Listed<Entity>>(`/product-models?limit=100&page=${page}`)),
  )
  return pages.flatMap(itemsOf)
}

describe('product models (contract I.4, I.6)', () => {
  it('GET /product-models lists them by code, with the keys of the API', async () => {
    const list = await buildReader().read<Listed<Entity>>('/product-models?with_count=true')
    expect(list.items_count).toBe(128)
    const codes = (await allModels()).map(({ code }) => code)
    expect(codes).toHaveLength(128)
    expect(codes).toEqual([...codes].sort())
    expect(codes).toEqual(expect.arrayContaining(['pendant-lamp-nimbra', 'tote-bag-bolsena']))
    expect(Object.keys(itemsOf(list)[0] ?? {})).toEqual(
      [
        '_links code family family_variant parent categories values created updated associations',
        'quantified_associations',
      ].flatMap((line) => line.split(' ')),
    )
  })

  it('GET /product-models goes on after a cursor', async () => {
    const reader = buildReader()
    const path = '/product-models?pagination_type=search_after&limit=60'
    const first = await reader.read<Listed<Entity>>(path)
    const next = first['_links']['next']?.href.replace(/^.*\/v1/, '') ?? ''
    const second = await reader.read<Listed<Entity>>(next)
    expect([...itemsOf(first), ...itemsOf(second)].map(({ code }) => code)).toEqual(
      (await allModels()).slice(0, 120).map(({ code }) => code),
    )
  })

  const isOf = (family: string) => (model: Entity) => model.family === family
  const isBrass = ({ values }: Entity) => values['color']?.[0]?.data === 'brass'
  const isForDining = ({ categories }: Entity) => categories.includes('dining_room')
  for (const [property, operator, value, meets] of [
    ['identifier', 'IN', ['tote-bag-bolsena'], ({ code }) => code === 'tote-bag-bolsena'],
    ['parent', 'EMPTY', undefined, ({ parent }) => parent === null],
    ['parent', 'IN', ['pendant-lamp-nimbra'], ({ parent }) => parent === 'pendant-lamp-nimbra'],
    ['family', 'IN', ['bags'], isOf('bags')],
    ['color', 'IN', ['brass'], isBrass],
    ['categories', 'IN', ['dining_room'], isForDining],
  ] as readonly [string, string, unknown, (model: Entity) => boolean][]) {
    it(`finds models by ${property} ${operator}`, async () => {
      const search = searching({ [property]: [{ operator, value }] })
      const list = await buildReader().read<Listed<Entity>>(`/product-models${search}&limit=100`)
      const codes = (await allModels()).filter(meets).map(({ code }) => code)
      expect(codes).not.toHaveLength(0)
      expect(itemsOf(list).map(({ code }) => code)).toEqual(codes)
    })
  }

  it('finds models by how complete their variants are', async () => {
    const writer = buildWriter()
    const find = async (operator: string) => {
      const where = { operator, scope: 'print', locale: 'en_US' }
      const nimbra = { operator: 'STARTS WITH', value: 'pendant-lamp-nimbra' }
      const path = `/product-models${searching({ completeness: [where], sku: [nimbra] })}`
      return itemsOf(await writer.read<Listed<Entity>>(path)).length
    }
    expect([await find('ALL COMPLETE'), await find('ALL INCOMPLETE')]).toEqual([3, 0])
    await writer.send('PATCH', '/families/lamps', {
      attribute_requirements: { print: ['color_temperature', 'bulb_type', 'power', 'width'] },
    })
    await writer.send('PATCH', variant, { values: { power: plain(null) } })
    expect(await find('AT LEAST COMPLETE')).toBe(3)
    expect(await find('AT LEAST INCOMPLETE')).toBe(2)
  })

  it('refuses to search models by the completeness of products', async () => {
    const complete = { operator: '>', value: 50, scope: 'ecommerce', locale: 'en_US' }
    expect(
      await buildReader().refusal(`/product-models${searching({ completeness: [complete] })}`),
    ).toEqual({
      code: 422,
      message:
        'Filter on property "completeness" is not supported or does not support operator ">"',
    })
  })

  it('finds models by several locales, and none in a channel that is not there', async () => {
    const reader = buildReader()
    const find = async (where: object) => {
      const nimbra = { operator: 'STARTS WITH', value: 'pendant-lamp-nimbra' }
      const path = `/product-models${searching({ completeness: [where], sku: [nimbra] })}`
      return itemsOf(await reader.read<Listed<Entity>>(path)).length
    }
    const locales = ['en_US', 'fr_FR']
    expect(await find({ operator: 'ALL COMPLETE', scope: 'print', locales })).toBe(3)
    expect(await find({ operator: 'AT LEAST INCOMPLETE', scope: 'print', locales })).toBe(0)
    for (const operator of ['ALL COMPLETE', 'ALL INCOMPLETE', 'AT LEAST INCOMPLETE']) {
      expect(await find({ operator, scope: 'nope', locale: 'en_US' })).toBe(0)
    }
  })

  it('a model without variants is neither complete nor incomplete', async () => {
    const writer = buildWriter()
    const bag = { code: 'bag', family_variant: 'bags_by_color' }
    expect((await writer.send('POST', '/product-models', bag)).status).toBe(201)
    for (const operator of ['ALL COMPLETE', 'ALL INCOMPLETE']) {
      const search = {
        completeness: [{ operator, scope: 'print', locale: 'en_US' }],
        identifier: [{ operator: 'IN', value: ['bag'] }],
      }
      const list = await writer.read<Listed<Entity>>(`/product-models${searching(search)}`)
      expect(itemsOf(list)).toEqual([])
    }
  })

  for (const [where, message] of [
    [{ scope: 'print' }, 'Property "completeness" expects a valid locale.'],
    [{ scope: 'print', locales: [] }, 'Property "completeness" expects a valid locale.'],
    [{ locale: 'en_US' }, 'Property "completeness" expects a valid channel.'],
    [{ locale: 'en_US', scope: '' }, 'Property "completeness" expects a valid channel.'],
  ] as const) {
    it(`refuses completeness with ${JSON.stringify(where)}: ${message}`, async () => {
      const search = searching({ completeness: [{ operator: 'ALL COMPLETE', ...where }] })
      const refusal = await buildReader().refusal(`/product-models${search}`)
      expect(refusal).toEqual({ code: 422, message })
    })
  }

  it('refuses to search models by what only products have', async () => {
    const search = searching({ enabled: [{ operator: '=', value: true }] })
    expect((await buildReader().refusal(`/product-models${search}`)).code).toBe(422)
  })

  it('GET /product-models/{code} shows the values of the model above it too', async () => {
    const model = await buildReader().read<Entity>(brass)
    expect(model.values).toMatchObject({ color: plain('brass'), brand: plain('lumeck') })
    expect(model.categories).toEqual(['dining_room', 'pendant_lamps'])
  })

  it('a product shows values and categories of all models above it', async () => {
    const product = await buildReader().read<Entity & { parent: string; family: string }>(variant)
    expect(product).toMatchObject({ parent: 'pendant-lamp-nimbra-brass', family: 'lamps' })
    expect(product.values).toMatchObject({
      brand: plain('lumeck'),
      color: plain('brass'),
      bulb_type: plain('e27'),
    })
    expect(product.categories).toEqual(['dining_room', 'pendant_lamps'])
  })

  it('a product shows at once what changes in a model above it', async () => {
    const writer = buildWriter()
    await writer.read('/products?limit=100')
    await writer.send('PATCH', root, { values: { warranty: plain(9) } })
    expect(await writer.read(variant)).toMatchObject({ values: { warranty: plain(9) } })
    const search = searching({ identifier: [{ operator: 'IN', value: [variant.slice(10)] }] })
    const list = await writer.read<Listed<Entity>>(`/products${search}`)
    expect(itemsOf(list).at(-1)?.values['warranty']).toEqual(plain(9))
  })

  it('an attribute may be called __proto__, and is inherited like any other', async () => {
    const writer = buildWriter()
    const attribute = { code: '__proto__', type: 'pim_catalog_text', group: 'marketing' }
    await writer.send('POST', '/attributes', attribute)
    const { attributes } = await writer.read<{ attributes: string[] }>('/families/bags')
    await writer.send('PATCH', '/families/bags', { attributes: [...attributes, '__proto__'] })
    const body = `{"values":{"__proto__":${JSON.stringify(plain('odd'))}}}`
    expect((await writer.send('PATCH', '/product-models/tote-bag-bolsena', body)).status).toBe(204)
    const { values } = await writer.read<Entity>('/products/tote-bag-bolsena-sand')
    expect(Object.hasOwn(values, '__proto__')).toBe(true)
    expect(Object.entries(values)).toContainEqual(['__proto__', plain('odd')])
  })
})
