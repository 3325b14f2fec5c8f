import { describe, expect, it } from 'vitest'
import { buildReader, itemsOf, searching, type Listed } from './build-reader.ts'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'

interface Entity {
  readonly code: string
  readonly family: string
  readonly parent: string | null
  readonly categories: readonly string[]
  readonly values: Readonly<Record<string, readonly { readonly data: unknown }[]>>
}

const plain = (data: unknown) => [{ locale: null, scope: null, data }]
const root = '/product-models/pendant-lamp-nimbra'
const brass = `${root}-brass`
const variant = '/products/pendant-lamp-nimbra-brass-e27'

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

describe('changing product models (contract I.4, I.5)', () => {
  it('POST and PATCH create a root, a model below it, and variants', async () => {
    const writer = buildWriter()
    const lamp = {
      code: 'lamp',
      family: 'lamps',
      family_variant: 'lamps_by_color_and_bulb',
      values: { brand: plain('lumeck'), color: plain('white') },
    }
    expect(await writer.send('POST', '/product-models', lamp)).toEqual({
      status: 201,
      location: '/product-models/lamp',
      body: '',
    })
    // What is not held on a level is left out without a word.
    expect(await writer.read<Entity>('/product-models/lamp')).toMatchObject({
      parent: null,
      values: { brand: plain('lumeck') },
    })
    const white = { parent: 'lamp', values: { color: plain('white') } }
    expect((await writer.send('PATCH', '/product-models/lamp-white', white)).status).toBe(201)
    const product = { parent: 'lamp-white', values: { bulb_type: plain('e14') } }
    expect((await writer.send('PATCH', '/products/lamp-white-e14', product)).status).toBe(201)
    expect(await writer.read('/products/lamp-white-e14')).toMatchObject({
      family: 'lamps',
      values: { brand: plain('lumeck'), color: plain('white'), bulb_type: plain('e14') },
    })
  })

  it('PATCH of a known model answers 204, and a batch answers by code', async () => {
    const writer = buildWriter()
    expect(await writer.send('PATCH', root, { categories: [] })).toEqual({
      status: 204,
      location: root,
      body: '',
    })
    expect(
      await writer.batch('/product-models', [
        { code: 'tote-bag-bolsena', categories: ['gifts'] },
        { code: 'new' },
      ]),
    ).toEqual([
      { line: 1, code: 'tote-bag-bolsena', status_code: 204 },
      {
        line: 2,
        code: 'new',
        status_code: 422,
        message: 'Validation failed.',
        errors: [
          {
            property: 'family_variant',
            message: 'The product model family variant must not be empty.',
          },
        ],
      },
    ])
  })

  it('DELETE takes everything below the model with it', async () => {
    const writer = buildWriter()
    expect((await writer.send('DELETE', root)).status).toBe(204)
    expect((await writer.send('GET', brass)).status).toBe(404)
    expect((await writer.send('GET', variant)).status).toBe(404)
    expect((await writer.send('DELETE', root)).status).toBe(404)
  })

  for (const [path, body, message] of [
    [
      root,
      { parent: 'tote-bag-bolsena' },
      'Property "parent" cannot be modified, "tote-bag-bolsena" given.',
    ],
    [brass, { parent: null }, 'Property "parent" cannot be modified, "NULL" given.'],
    [
      brass,
      { parent: 'x' },
      'Property "parent" expects a valid parent code. The product model does not exist, "x" given.',
    ],
    [
      brass,
      { parent: 'tote-bag-bolsena' },
      'Property "parent" expects a valid parent code. The new parent of the product model must be of the same family variant, "tote-bag-bolsena" given.',
    ],
    [root, { family_variant: null }, 'Property "family_variant" does not expect an empty value.'],
    [
      root,
      { family_variant: 'bags_by_color' },
      'Property "family_variant" cannot be modified, "bags_by_color" given.',
    ],
    [root, { family: 'bags' }, 'Property "family" cannot be modified, "bags" given.'],
    [root, { extra: 1 }, 'Property "extra" does not exist.'],
    [root, { code: 5 }, 'The code field requires a string.'],
    [
      '/product-models/n',
      { family_variant: 'x' },
      'Property "family_variant" expects a valid family variant code. The family variant does not exist, "x" given.',
    ],
    [
      '/product-models/n',
      { family_variant: 'bags_by_color', family: 'lamps' },
      'The family "lamps" does not match the family of the variant "bags_by_color".',
    ],
  ] as const) {
    it(`PATCH ${path} with ${JSON.stringify(body)} is refused: ${message}`, async () => {
      const writer = buildWriter()
      const before = await writer.dump()
      const answer = await writer.send('PATCH', path, body)
      expect(answer.body).toEqual(documentedRefusal(message, 'patch_product_models__code_'))
      expect(await writer.dump()).toEqual(before)
    })
  }

  for (const [path, body, property, message] of [
    [
      brass,
      { values: { color: plain('white') } },
      'attribute',
      'Variant axis "color" cannot be modified, "[white]" given',
    ],
    [
      '/product-models/n',
      { parent: 'pendant-lamp-nimbra' },
      'attribute',
      'Attribute "color" cannot be empty, as it is defined as an axis for this entity',
    ],
    [
      '/product-models/n',
      { parent: 'pendant-lamp-nimbra', values: { color: plain('brass') } },
      'attribute',
      'Cannot set value "[brass]" for the attribute axis "color" on product model "n", as the product model "pendant-lamp-nimbra-brass" already has this value',
    ],
    [
      '/product-models/n',
      { parent: 'tote-bag-bolsena' },
      'parent',
      'The product model "n" cannot have a parent',
    ],
    [
      '/products/n',
      { parent: 'tote-bag-bolsena' },
      'attribute',
      'Attribute "color" cannot be empty, as it is defined as an axis for this entity',
    ],
    [
      '/products/n',
      { parent: 'tote-bag-bolsena', values: { color: plain('sand') } },
      'attribute',
      'Cannot set value "[sand]" for the attribute axis "color" on variant product "n", as the variant product "tote-bag-bolsena-sand" already has this value',
    ],
    [
      '/products/n',
      { parent: 'pendant-lamp-nimbra' },
      'parent',
      'The variant product "n" cannot have product model "pendant-lamp-nimbra" as parent, (this product model can only have other product models as children)',
    ],
    [
      variant,
      { family: 'bags' },
      'family',
      'The variant product family must be the same than its parent',
    ],
    [
      variant,
      { family: null },
      'family',
      'The family can\'t be "null" because your product with the identifier "pendant-lamp-nimbra-brass-e27" is a variant product.',
    ],
  ] as const) {
    it(`PATCH ${path} with ${JSON.stringify(body)} breaks a rule: ${message}`, async () => {
      const answer = await buildWriter().send('PATCH', path, body)
      expect(answer.body).toEqual(violationRefusal({ property, message }))
    })
  }

  it('POST with a code that is taken is refused', async () => {
    const answer = await buildWriter().send('POST', '/product-models', {
      code: 'tote-bag-bolsena',
      family_variant: 'bags_by_color',
    })
    const message = 'The same code is already set on another product model.'
    expect(answer.body).toEqual(violationRefusal({ property: 'code', message }))
  })

  it('a variant becomes a product of its own with what it had, and back again with 201', async () => {
    const writer = buildWriter()
    const path = '/products/tote-bag-bolsena-sand'
    const before = await writer.read<Entity>(path)
    expect((await writer.send('PATCH', path, { parent: null })).status).toBe(204)
    const after = await writer.read<Entity & { parent: null }>(path)
    expect(after.parent).toBeNull()
    expect(after.values).toEqual(before.values)
    expect(after.categories).toEqual(before.categories)
    expect((await writer.send('PATCH', path, { parent: 'tote-bag-bolsena' })).status).toBe(201)
  })
})
