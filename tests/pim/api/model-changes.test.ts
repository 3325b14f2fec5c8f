import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { brass, plain, root, variant, type Entity } from './lamp-models.ts'

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
