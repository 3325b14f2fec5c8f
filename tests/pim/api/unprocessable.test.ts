import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange, type Sent } from './exchange.ts'

const uuid = '11111111-1111-4111-8111-111111111111'

/** A refused request: its answer is JSON with the status 422. */
async function refusal(sent: Sent, before: readonly Sent[] = []): Promise<unknown> {
  const { pim } = buildWriter()
  for (const each of before) await exchange(each, pim)
  const { status, headers, body } = await exchange(sent, pim)
  expect({ status, headers }).toEqual({
    status: 422,
    headers: { 'content-type': 'application/json' },
  })
  return body
}

function mismatch(noun: string, given: string, named: string): object {
  const message = `The ${noun} "${given}" provided in the request body must match the ${noun} "${named}" provided in the url.`
  return { code: 422, message }
}

describe('422: entities (contract I.3)', () => {
  it('[I.3] 422 Validation failed: each broken rule with its property', async () => {
    const body = { code: 'a b', labels: { xx: 'x' } }
    expect(await refusal({ method: 'POST', path: '/families', body })).toEqual(
      violationRefusal(
        {
          property: 'code',
          message: 'Family code may contain only letters, numbers and underscores',
        },
        { property: 'labels', message: 'The locale "xx" does not exist.' },
      ),
    )
  })

  it('[I.3] 422 Validation failed, product values add attribute, locale and scope', async () => {
    const data = 'x'.repeat(2001)
    const values = { description: [{ locale: 'en_US', scope: 'ecommerce', data }] }
    const path = '/products/armchair-ondrel'
    expect(await refusal({ method: 'PATCH', path, body: { values } })).toEqual(
      violationRefusal({
        property: 'values',
        message:
          'The description attribute must not contain more than 2000 characters. The submitted value is too long.',
        attribute: 'description',
        locale: 'en_US',
        scope: 'ecommerce',
      }),
    )
  })

  for (const [path, anchor] of [
    ['/products', 'products'],
    ['/products-uuid', 'products_uuid'],
    ['/product-models', 'product_models'],
    ['/families', 'families'],
    ['/families/lamps/variants', 'families__family_code__variants'],
    ['/attributes', 'attributes'],
    ['/attributes/color/options', 'attributes__attribute_code__options'],
    ['/attribute-groups', 'attribute_groups'],
    ['/categories', 'categories'],
    ['/channels', 'channels'],
    ['/association-types', 'association_types'],
  ] as const) {
    it(`[I.3] 422 Property does not exist, with its documentation: POST ${path}`, async () => {
      const body = { code: 'new', extra: 1 }
      const answer = await refusal({
        method: 'POST',
        path,
        body: path.startsWith('/products') ? { extra: 1 } : body,
      })
      expect(answer).toEqual(
        documentedRefusal('Property "extra" does not exist.', `post_${anchor}`),
      )
    })
  }

  for (const [path, anchor] of [
    ['/products/armchair-ondrel', 'products__code_'],
    ['/product-models/tote-bag-bolsena', 'product_models__code_'],
    ['/families/lamps', 'families__code_'],
    ['/attributes/color', 'attributes__code_'],
    ['/attributes/color/options/brass', 'attributes__attribute_code__options__code_'],
    ['/attribute-groups/product', 'attribute_groups__code_'],
    ['/categories/tables', 'categories__code_'],
    ['/channels/print', 'channels__code_'],
    ['/association-types/PACK', 'association_types__code_'],
  ] as const) {
    it(`[I.3] 422 Property does not exist, with its documentation: PATCH ${path}`, async () => {
      expect(await refusal({ method: 'PATCH', path, body: { extra: 1 } })).toEqual(
        documentedRefusal('Property "extra" does not exist.', `patch_${anchor}`),
      )
    })
  }

  for (const list of [
    '/product-models',
    '/families',
    '/families/lamps/variants',
    '/attributes',
    '/attribute-groups',
    '/categories',
    '/channels',
    '/association-types',
  ]) {
    it(`[I.3] 422 The code must match the code in the url: PATCH ${list}/b`, async () => {
      const sent = { method: 'PATCH', path: `${list}/b`, body: { code: 'a' } }
      expect(await refusal(sent)).toEqual(mismatch('code', 'a', 'b'))
    })
  }

  it('[I.3] 422 The identifier must match the identifier in the url: PATCH /products/b', async () => {
    const sent = { method: 'PATCH', path: '/products/b', body: { identifier: 'a' } }
    expect(await refusal(sent)).toEqual(mismatch('identifier', 'a', 'b'))
  })

  it('[I.3] 422 The attribute code must match the attribute code in the url: options', async () => {
    const path = '/attributes/color/options'
    const body = { code: 'a', attribute: 'brand' }
    const refused = mismatch('attribute code', 'brand', 'color')
    expect(await refusal({ method: 'POST', path, body })).toEqual(refused)
    expect(await refusal({ method: 'PATCH', path: `${path}/a`, body })).toEqual(refused)
  })

  it('[I.3] 422 The option code must match the option code in the url: options', async () => {
    const path = '/attributes/color/options/b'
    expect(await refusal({ method: 'PATCH', path, body: { code: 'a' } })).toEqual(
      mismatch('option code', 'a', 'b'),
    )
  })

  it('[I.3] 422 Property identifier does not exist: POST /products-uuid', async () => {
    const body = { identifier: 'a' }
    expect(await refusal({ method: 'POST', path: '/products-uuid', body })).toEqual(
      documentedRefusal('Property "identifier" does not exist.', 'post_products_uuid'),
    )
  })

  it('[I.3] 422 The uuid is already used for another product: POST /products-uuid', async () => {
    const sent = { method: 'POST', path: '/products-uuid', body: { uuid } }
    expect(await refusal(sent, [sent])).toEqual(
      violationRefusal({
        property: 'uuid',
        message: `The ${uuid} uuid is already used for another product.`,
      }),
    )
  })
})

describe('422: queries (contract I.3)', () => {
  const by = (search: object): string => `?search=${encodeURIComponent(JSON.stringify(search))}`
  const shape = (name: string): string =>
    `Structure of filter "${name}" should respect this structure: {"${name}":[{"operator": "my_operator", "value": "my_value"}]}`
  const rows: readonly [name: string, path: string, message: string][] = [
    ['search, Structure of filter', `/products${by({ family: 'bags' })}`, shape('family')],
    [
      'search, Operator is missing for the property',
      `/products${by({ family: [{ value: ['bags'] }] })}`,
      'Operator is missing for the property "family".',
    ],
    [
      'search, Operator has to be a string',
      `/products${by({ family: [{ operator: 5 }] })}`,
      'Operator has to be a string, "integer" given.',
    ],
    [
      'search, Filter on property is not supported or does not support operator',
      `/locales${by({ code: [{ operator: 'IN', value: ['x'] }] })}`,
      'Filter on property "code" is not supported or does not support operator "IN".',
    ],
    [
      'search, Value is missing for the property',
      `/locales${by({ enabled: [{ operator: '=' }] })}`,
      'Value is missing for the property "enabled".',
    ],
    [
      'search, Filter expects a boolean value',
      `/currencies${by({ enabled: [{ operator: '=', value: 'yes' }] })}`,
      'Filter "enabled" with operator "=" expects a boolean value.',
    ],
    [
      'query, Attribute does not exist',
      '/products?attributes=nope',
      'Attribute "nope" does not exist.',
    ],
    [
      'query, Attributes do not exist',
      '/products?attributes=nope,name,never',
      'Attributes "nope, never" do not exist.',
    ],
    [
      'query, Locale does not exist or is not activated',
      '/products?locales=nope',
      'Locale "nope" does not exist or is not activated.',
    ],
    [
      'query, Locale is not activated for the scope',
      '/products?scope=print&locales=de_DE',
      'Locale "de_DE" is not activated for the scope "print".',
    ],
    [
      'query, Category does not exist',
      `/products${by({ categories: [{ operator: 'IN', value: ['nope'] }] })}`,
      'Category "nope" does not exist.',
    ],
  ]
  for (const [name, path, message] of rows) {
    it(`[I.3] 422 ${name}: GET ${decodeURIComponent(path)}`, async () => {
      expect(await refusal({ path })).toEqual({ code: 422, message })
    })
  }
})
