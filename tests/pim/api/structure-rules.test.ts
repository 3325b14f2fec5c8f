import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const blank = { property: 'code', message: 'This value should not be blank.' }
const channel = { code: 'tv', currencies: ['EUR'], locales: ['en_US'], category_tree: 'master' }

describe('a code that is null (contract I.3)', () => {
  for (const [path, body] of [
    ['/families', {}],
    ['/attribute-groups', {}],
    ['/attributes/color/options', {}],
    ['/categories', {}],
    ['/channels', channel],
    ['/association-types', {}],
  ] as const) {
    it(`POST ${path} is refused`, async () => {
      const answer = await exchange({ method: 'POST', path, body: { ...body, code: null } })
      expect(answer).toMatchObject({ status: 422, body: violationRefusal(blank) })
    })
  }

  it('a code that is an object is shown as JSON', async () => {
    const sent = { method: 'PATCH', path: '/families/b', body: { code: { a: 1 } } }
    expect((await exchange(sent)).body).toEqual({
      code: 422,
      message:
        'The code "{"a":1}" provided in the request body must match the code "b" provided in the url.',
    })
  })
})

describe('attribute groups (contract I.3, I.4)', () => {
  for (const [order, message] of [
    [null, 'This value should not be null.'],
    [1.5, 'This value should not be a decimal.'],
    [-1, 'This value should be greater than or equal to 0.'],
  ] as const) {
    it(`sort_order ${order} is refused: ${message}`, async () => {
      const body = { sort_order: order }
      const answer = await exchange({ method: 'PATCH', path: '/attribute-groups/marketing', body })
      expect(answer.body).toEqual(violationRefusal({ property: 'sort_order', message }))
    })
  }

  it('what the group of the others holds cannot be said', async () => {
    const { pim } = buildWriter()
    const path = '/attribute-groups/other'
    const before = (await exchange({ path }, pim)).body
    const answer = await exchange({ method: 'PATCH', path, body: { attributes: ['color'] } }, pim)
    expect(answer.status).toBe(204)
    expect((await exchange({ path }, pim)).body).toEqual(before)
  })
})

describe('attribute options (contract I.3, I.4)', () => {
  const path = '/attributes/color/options/brass'
  const anchor = 'patch_attributes__attribute_code__options__code_'

  it('an order of null is the first one, a number is kept', async () => {
    const { pim } = buildWriter()
    for (const [given, kept] of [
      [5, 5],
      [null, 1],
    ]) {
      await exchange({ method: 'PATCH', path, body: { sort_order: given } }, pim)
      expect((await exchange({ path }, pim)).body).toMatchObject({ sort_order: kept })
    }
  })

  for (const [body, message] of [
    [{ sort_order: 1.5 }, 'Property "sort_order" expects an integer as data, "double" given.'],
    [{ sort_order: '1' }, 'Property "sort_order" expects an integer as data, "string" given.'],
    [
      { attribute: null },
      'Property "attribute" expects a valid attribute code. The attribute does not exist, "" given.',
    ],
  ] as const) {
    it(`PATCH with ${JSON.stringify(body)}: ${message}`, async () => {
      const answer = await exchange({ method: 'PATCH', path, body })
      expect(answer.body).toEqual(documentedRefusal(message, anchor))
    })
  }

  it('an option does not go to another attribute, and its code stays', async () => {
    const { pim } = buildWriter()
    const answer = await exchange({ method: 'PATCH', path, body: { attribute: 'brand' } }, pim)
    expect(answer.body).toMatchObject({
      errors: expect.arrayContaining([
        { property: 'attribute', message: 'This property cannot be changed.' },
      ]) as unknown,
    })
    await exchange({ method: 'PATCH', path, body: { code: 'gold' } }, pim)
    expect((await exchange({ path }, pim)).status).toBe(200)
  })
})

describe('categories (contract I.3, I.4)', () => {
  it('a category without a parent is a tree, one that stays keeps its place', async () => {
    const { pim } = buildWriter()
    const path = '/categories/tables?with_position=true'
    const before = (await exchange({ path }, pim)).body
    const { parent } = before as { parent: string }
    await exchange({ method: 'PATCH', path: '/categories/tables', body: { parent } }, pim)
    expect((await exchange({ path }, pim)).body).toEqual(before)
    await exchange({ method: 'PATCH', path: '/categories/tables', body: { parent: null } }, pim)
    expect((await exchange({ path }, pim)).body).toMatchObject({ parent: null, position: 3 })
  })
})

describe('channels (contract I.3, I.4)', () => {
  for (const [body, ...errors] of [
    [
      { ...channel, category_tree: undefined },
      ['category_tree', 'This value should not be blank.'],
    ],
    [
      { ...channel, conversion_units: { nope: 'GRAM' } },
      ['conversion_units', 'The attribute "nope" does not exist.'],
    ],
    [
      { ...channel, conversion_units: { weight: 'METER' } },
      [
        'conversion_units',
        'The unit "METER" does not exist or does not belong to the default measurement family of the given attribute "weight".',
      ],
    ],
  ] as const) {
    it(`POST ${JSON.stringify(body)} is refused`, async () => {
      const answer = await exchange({ method: 'POST', path: '/channels', body })
      expect(answer.body).toEqual(
        violationRefusal(...errors.map(([property, message]) => ({ property, message }))),
      )
    })
  }

  it('a tree of null is refused, units of a measurement are kept', async () => {
    const { pim } = buildWriter()
    const path = '/channels/print'
    const none = await exchange({ method: 'PATCH', path, body: { category_tree: null } }, pim)
    expect(none.body).toEqual(
      documentedRefusal(
        'Property "category_tree" expects a valid code. The category does not exist, "" given.',
        'patch_channels__code_',
      ),
    )
    const units = { conversion_units: { weight: 'GRAM' } }
    await exchange({ method: 'PATCH', path, body: units }, pim)
    expect((await exchange({ path }, pim)).body).toMatchObject(units)
  })
})

describe('association types (contract I.3, I.4)', () => {
  it('null is no, and neither can be changed later', async () => {
    const { pim } = buildWriter()
    const body = { code: 'FITS', is_two_way: null, is_quantified: null }
    await exchange({ method: 'POST', path: '/association-types', body }, pim)
    const path = '/association-types/FITS'
    expect((await exchange({ path }, pim)).body).toMatchObject({
      is_two_way: false,
      is_quantified: false,
    })
    const answer = await exchange({ method: 'PATCH', path, body: { is_two_way: true } }, pim)
    expect(answer.body).toEqual(
      violationRefusal({ property: 'is_two_way', message: 'This property cannot be changed.' }),
    )
  })

  it('both at once is refused', async () => {
    const body = { code: 'FITS', is_two_way: true, is_quantified: true }
    const answer = await exchange({ method: 'POST', path: '/association-types', body })
    expect(answer.body).toEqual(
      violationRefusal({
        property: '',
        message: 'Association type can be either quantified or two-way',
      }),
    )
  })
})
