import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const models = '/product-models'
const lamp = `${models}/pendant-lamp-nimbra`
const brass = `${lamp}-brass`
const tote = `${models}/tote-bag-bolsena`
const variant = 'lamps_by_color_and_bulb'
const plain = (data: unknown) => [{ locale: null, scope: null, data }]
const parentCode = 'Property "parent" expects a valid parent code.'

describe('product models that are refused (contract I.3)', () => {
  for (const [body, message] of [
    [{ code: 5 }, 'The code field requires a string.'],
    [
      { code: 'n', family_variant: null },
      'Property "family_variant" does not expect an empty value.',
    ],
    [
      { code: 'n', parent: ['a'], family_variant: variant },
      'Property "parent" expects a string as data, "array" given.',
    ],
    [
      { code: 'n', parent: 'pendant-lamp-nimbra-brass' },
      `${parentCode} The new parent of the product model must be a root product model, "pendant-lamp-nimbra-brass" given.`,
    ],
    [
      { code: 'n', parent: 'pendant-lamp-nimbra', family_variant: 'bags_by_color' },
      'The parent is not a product model of the family variant "bags_by_color" but belongs to the family "lamps_by_color_and_bulb".',
    ],
    [
      { code: 'n', family_variant: '' },
      'Property "family_variant" expects a valid family variant code. The family variant does not exist, "" given.',
    ],
    [
      { code: 'n', family_variant: variant, family: null },
      'Property "family" does not expect an empty value.',
    ],
    [
      { code: 'n', family_variant: variant, family: 5 },
      'Property "family" expects a string as data, "integer" given.',
    ],
  ] as const) {
    it(`POST ${JSON.stringify(body)}: ${message}`, async () => {
      const answer = await exchange({ method: 'POST', path: models, body })
      expect(answer.body).toEqual(documentedRefusal(message, 'post_product_models'))
    })
  }

  it('PATCH cannot take the parent away', async () => {
    const answer = await exchange({ method: 'PATCH', path: brass, body: { parent: null } })
    expect(answer.body).toEqual(
      documentedRefusal(
        'Property "parent" cannot be modified, "NULL" given.',
        'patch_product_models__code_',
      ),
    )
  })

  it('PATCH cannot change the family to a list', async () => {
    const answer = await exchange({ method: 'PATCH', path: tote, body: { family: ['bags'] } })
    expect(answer.body).toEqual(
      documentedRefusal(
        'Property "family" cannot be modified, "array" given.',
        'patch_product_models__code_',
      ),
    )
  })

  const noVariant = {
    property: 'family_variant',
    message: 'The product model family variant must not be empty.',
  }
  const noCode = { property: 'code', message: 'The product model code must not be empty.' }
  for (const [body, ...errors] of [
    [{ code: '', family_variant: variant }, noCode],
    [{ code: null, family_variant: variant }, noCode],
    [
      { code: 'a;b', family_variant: variant },
      {
        property: 'code',
        message: 'This field should not contain any comma or semicolon or leading/trailing space',
      },
    ],
    [{ code: 'n', values: { brand: plain('lumeck') } }, noVariant],
  ] as const) {
    it(`POST ${JSON.stringify(body)} breaks a rule`, async () => {
      const answer = await exchange({ method: 'POST', path: models, body })
      expect(answer.body).toEqual(violationRefusal(...errors))
    })
  }

  it('PATCH cannot change the code', async () => {
    const answer = await exchange({ method: 'PATCH', path: tote, body: { code: 'other' } })
    expect(answer.body).toEqual(
      violationRefusal({ property: 'code', message: 'This property cannot be changed.' }),
    )
  })
})

describe('product models that are taken (contract I.4)', () => {
  it('a parent of an empty text is none, and a family variant may be said again', async () => {
    const { pim } = buildWriter()
    const body = { code: 'n', parent: '', family_variant: variant }
    expect((await exchange({ method: 'POST', path: models, body }, pim)).status).toBe(201)
    const again = { family_variant: variant, family: 'lamps', parent: null }
    const sent = { method: 'PATCH', path: `${models}/n`, body: again }
    expect((await exchange(sent, pim)).status).toBe(204)
    const empty = { ...sent, body: { family_variant: '' } }
    expect((await exchange(empty, pim)).status).toBe(204)
  })

  it('a model below another one may name their family variant, or inherit it', async () => {
    const { pim } = buildWriter()
    for (const [code, more] of [
      ['linen', { family_variant: variant }],
      ['olive', {}],
    ] as const) {
      const body = {
        code: `n-${code}`,
        parent: 'pendant-lamp-nimbra',
        values: { color: plain(code === 'linen' ? 'white' : 'moss_green') },
        ...more,
      }
      const answer = await exchange({ method: 'POST', path: models, body }, pim)
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      expect((await exchange({ path: `${models}/n-${code}` }, pim)).body).toMatchObject({
        family_variant: variant,
        parent: 'pendant-lamp-nimbra',
      })
    }
  })

  it('axes may be switches and measurements, and their values are told in refusals', async () => {
    const { pim } = buildWriter()
    const sets = [
      { level: 1, axes: ['width'], attributes: ['width'] },
      { level: 2, axes: ['waterproof'], attributes: ['waterproof'] },
    ]
    const family = { attributes: ['sku', 'name', 'ean', 'width', 'waterproof'] }
    const steps = [
      { method: 'POST', path: '/families', body: { code: 'tents', ...family } },
      {
        method: 'POST',
        path: '/families/tents/variants',
        body: { code: 'tents_by_width', variant_attribute_sets: sets },
      },
      { method: 'POST', path: models, body: { code: 't', family_variant: 'tents_by_width' } },
    ]
    for (const step of steps) expect((await exchange(step, pim)).status).toBe(201)
    const wide = { width: plain({ amount: 2, unit: 'METER' }) }
    const model = (code: string, values: object) => {
      return exchange({ method: 'POST', path: models, body: { code, parent: 't', values } }, pim)
    }
    expect((await model('t-2', wide)).status).toBe(201)
    expect((await model('t-other', wide)).body).toEqual(
      violationRefusal({
        property: 'attribute',
        message:
          'Cannot set value "2.0000 METER" for the attribute axis "width" on product model "t-other", as the product model "t-2" already has this value',
      }),
    )
    const product = (identifier: string, isWaterproof: boolean) => {
      const values = { waterproof: plain(isWaterproof) }
      const body = { identifier, parent: 't-2', values }
      return exchange({ method: 'POST', path: '/products', body }, pim)
    }
    expect((await product('dry', true)).status).toBe(201)
    expect((await product('wet', false)).status).toBe(201)
    for (const [is, shown, twin] of [
      [true, '1', 'dry'],
      [false, '0', 'wet'],
    ] as const) {
      expect((await product('again', is)).body).toEqual(
        violationRefusal({
          property: 'attribute',
          message: `Cannot set value "${shown}" for the attribute axis "waterproof" on variant product "again", as the variant product "${twin}" already has this value`,
        }),
      )
    }
    const emptied = {
      method: 'PATCH',
      path: `${models}/t-2`,
      body: { values: { width: plain(null) } },
    }
    expect((await exchange(emptied, pim)).body).toEqual(
      violationRefusal({
        property: 'attribute',
        message: 'Variant axis "width" cannot be modified, "" given',
      }),
    )
  })

  it('variants without an identifier are named by their UUID', async () => {
    const { pim } = buildWriter()
    const body = { parent: 'tote-bag-bolsena', values: { color: plain('sand') } }
    const answer = await exchange({ method: 'POST', path: '/products-uuid', body }, pim)
    const { message } = (answer.body as { errors: { message: string }[] }).errors[0] ?? {
      message: '',
    }
    expect(message).toMatch(
      /on variant product "[0-9a-f-]{36}", as the variant product "tote-bag-bolsena-sand" already/,
    )
    const pink = { code: 'pink' }
    await exchange({ method: 'POST', path: '/attributes/color/options', body: pink }, pim)
    const fresh = { ...body, values: { color: plain('pink') } }
    const made = await exchange({ method: 'POST', path: '/products-uuid', body: fresh }, pim)
    const uuid = made.headers['location']?.split('/').at(-1)
    const twin = await exchange({ method: 'POST', path: '/products-uuid', body: fresh }, pim)
    expect(JSON.stringify(twin.body)).toContain(`as the variant product \\"${uuid}\\" already`)
  })

  it('values that are no object are refused as such, also below a model', async () => {
    for (const [path, anchor] of [
      [tote, 'patch_product_models__code_'],
      ['/products/tote-bag-bolsena-sand', 'patch_products__code_'],
    ] as const) {
      const answer = await exchange({ method: 'PATCH', path, body: { values: 'x' } })
      expect(answer.body).toEqual(
        documentedRefusal('Property "values" expects an array as data, "string" given.', anchor),
      )
    }
  })

  it('a type of associations that only one level has is inherited too', async () => {
    const { pim } = buildWriter()
    await exchange({ method: 'POST', path: '/association-types', body: { code: 'LATER' } }, pim)
    const sand = '/products/tote-bag-bolsena-sand'
    const later = (name: string) => ({ associations: { LATER: { products: [name] } } })
    await exchange({ method: 'PATCH', path: tote, body: later('armchair-savik') }, pim)
    const read = async () => (await exchange({ path: sand }, pim)).body
    expect(await read()).toMatchObject(later('armchair-savik'))
    const other = { code: 'LATEST' }
    await exchange({ method: 'POST', path: '/association-types', body: other }, pim)
    const own = { associations: { LATEST: { products: ['armchair-savik'] } } }
    await exchange({ method: 'PATCH', path: sand, body: own }, pim)
    expect(await read()).toMatchObject({
      associations: { ...later('armchair-savik').associations, ...own.associations },
    })
  })
})
