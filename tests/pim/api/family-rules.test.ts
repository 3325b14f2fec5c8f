import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const variants = '/families/bags/variants'
const property = 'variant_attribute_sets'
const level = (number: unknown, ...axes: readonly string[]) => ({ level: number, axes })

async function patch(path: string, body: object): Promise<unknown> {
  const { status, body: answered } = await exchange({ method: 'PATCH', path, body })
  expect(status).toBe(422)
  return answered
}

describe('families (contract I.3, I.4)', () => {
  for (const [body, message] of [
    [{ code: [] }, 'Property "code" expects a scalar as data, "array" given.'],
    [
      { attribute_as_label: null },
      'Property "attribute_as_label" expects a valid code. The attribute does not exist, "" given.',
    ],
    [
      { attribute_as_image: 'nope' },
      'Property "attribute_as_image" expects a valid code. The attribute does not exist, "nope" given.',
    ],
  ] as const) {
    it(`PATCH with ${JSON.stringify(body)}: ${message}`, async () => {
      expect(await patch('/families/bags', body)).toEqual(
        documentedRefusal(message, 'patch_families__code_'),
      )
    })
  }

  it('an image that is none is refused', async () => {
    expect(await patch('/families/bags', { attribute_as_image: 'color' })).toEqual(
      violationRefusal({
        property: 'attribute_as_image',
        message:
          'Property "attribute_as_image" only supports "pim_catalog_image", "pim_assets_collection" attribute type for the family',
      }),
    )
  })

  it('an image attribute is taken, and taken away by null or an empty text', async () => {
    const { pim } = buildWriter()
    const photo = { code: 'photo', type: 'pim_catalog_image', group: 'marketing' }
    await exchange({ method: 'POST', path: '/attributes', body: photo }, pim)
    const family = { code: 'clocks', attributes: ['photo'], attribute_as_image: 'photo' }
    await exchange({ method: 'POST', path: '/families', body: family }, pim)
    const path = '/families/clocks'
    expect((await exchange({ path }, pim)).body).toMatchObject({ attribute_as_image: 'photo' })
    for (const nothing of [null, '']) {
      const body = { attribute_as_image: nothing }
      await exchange({ method: 'PATCH', path, body }, pim)
      expect((await exchange({ path }, pim)).body).toMatchObject({ attribute_as_image: null })
      await exchange({ method: 'PATCH', path, body: { attribute_as_image: 'photo' } }, pim)
    }
  })

  it('what a family requires in a channel that came later is the identifier, and what is said', async () => {
    const { pim } = buildWriter()
    const channel = { code: 'tv', currencies: ['EUR'], locales: ['en_US'], category_tree: 'master' }
    await exchange({ method: 'POST', path: '/channels', body: channel }, pim)
    const body = { attribute_requirements: { tv: ['name'] } }
    await exchange({ method: 'PATCH', path: '/families/bags', body }, pim)
    expect((await exchange({ path: '/families/bags' }, pim)).body).toMatchObject({
      attribute_requirements: { tv: ['name', 'sku'] },
    })
  })

  it('labels that are too long are refused', async () => {
    expect(await patch('/families/bags', { labels: { en_US: 'a'.repeat(101) } })).toMatchObject({
      errors: [{ message: 'This value is too long. It should have 100 characters or less.' }],
    })
  })
})

describe('family variants (contract I.3, I.4)', () => {
  for (const [body, message] of [
    [{ code: 5 }, 'Property "code" expects a string as data, "integer" given.'],
    [{ [property]: [5] }, `Property "${property}" expects an array of objects as data.`],
    [
      { [property]: [level(2, 'width')] },
      'The number of variant attribute sets cannot be changed.',
    ],
  ] as const) {
    it(`PATCH with ${JSON.stringify(body)}: ${message}`, async () => {
      expect(await patch(`${variants}/bags_by_color`, body)).toEqual(
        documentedRefusal(message, 'patch_families__family_code__variants__code__'),
      )
    })
  }

  it('a set without a level says nothing, one with axes alone keeps its attributes', async () => {
    const { pim } = buildWriter()
    const path = `${variants}/bags_by_color`
    const before = (await exchange({ path }, pim)).body
    for (const sets of [[{ axes: ['width'] }], [level(1, 'color')], [{ level: 1 }], []]) {
      const answer = await exchange({ method: 'PATCH', path, body: { [property]: sets } }, pim)
      expect(answer.status, JSON.stringify(answer.body)).toBe(204)
      expect((await exchange({ path }, pim)).body).toEqual(before)
    }
  })

  for (const [sets, message] of [
    [[], 'There should be at least one level defined in the family variant'],
    [
      [level(1, 'color'), level(2, 'width'), level(3, 'height')],
      'Family variant cannot have more than "2" level',
    ],
    [[level(2, 'color')], 'There is no variant attribute set for level "1"'],
    [
      [{ level: 1 }],
      'There should be at least one attribute defined as axis for the attribute set for level "1"',
    ],
    [
      [level(1, 'color', 'width', 'height', 'depth', 'weight', 'brand')],
      'A variant attribute set cannot have more than 5 axes',
    ],
  ] as const) {
    it(`POST with ${JSON.stringify(sets)}: ${message}`, async () => {
      const body = { code: 'v', [property]: sets }
      const { body: answered } = await exchange({ method: 'POST', path: variants, body })
      const { errors } = answered as { errors: unknown[] }
      expect(errors).toContainEqual({ property, message })
    })
  }

  it('a variant of another family cannot be changed here', async () => {
    const body = { labels: { en_US: 'x' } }
    expect(await patch('/families/lamps/variants/bags_by_color', body)).toMatchObject({
      errors: [{ property: 'family', message: 'This property cannot be changed.' }],
    })
  })

  it('several variants of a family are listed by code', async () => {
    const { pim } = buildWriter()
    for (const code of ['z_last', 'a_first']) {
      const body = { code, [property]: [level(1, 'width')] }
      await exchange({ method: 'POST', path: variants, body }, pim)
    }
    expect((await exchange({ path: variants }, pim)).body).toMatchObject({
      _embedded: {
        items: [{ code: 'a_first' }, { code: 'bags_by_color' }, { code: 'z_last' }],
      },
    })
  })
})
