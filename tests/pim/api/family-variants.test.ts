import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal } from './build-writer.ts'

const path = '/families/bags/variants'
const set = (level: number, axes: readonly string[], attributes: readonly string[] = []) => ({
  variant_attribute_sets: [{ level, axes, attributes }],
})

describe('family variants (contract I.4)', () => {
  it('POST creates one; axes are attributes too, and what is unique goes to the last level', async () => {
    const writer = buildWriter()
    const body = { code: 'by_size', labels: { en_US: 'By size' }, ...set(1, ['width'], ['weight']) }
    expect(await writer.send('POST', path, body)).toEqual({
      status: 201,
      location: `${path}/by_size`,
      body: '',
    })
    expect(await writer.read(`${path}/by_size`)).toEqual({
      code: 'by_size',
      labels: { en_US: 'By size' },
      variant_attribute_sets: [
        { level: 1, axes: ['width'], attributes: ['ean', 'sku', 'weight', 'width'] },
      ],
    })
  })

  it('PATCH changes labels, and a batch answers by code', async () => {
    const writer = buildWriter()
    const one = `${path}/bags_by_color`
    const labels = { en_US: 'Colors' }
    expect((await writer.send('PATCH', one, { labels })).status).toBe(204)
    expect(await writer.read(one)).toMatchObject({
      labels: { ...labels, fr_FR: 'Sacs par couleur' },
    })
    expect(
      await writer.batch(path, [
        { code: 'by_depth', ...set(1, ['depth']) },
        { code: 'bags_by_color' },
      ]),
    ).toEqual([
      { line: 1, code: 'by_depth', status_code: 201 },
      { line: 2, code: 'bags_by_color', status_code: 204 },
    ])
  })

  for (const [body, message] of [
    [{ family: 'bags' }, 'Property "family" does not exist.'],
    [{ labels: 'x' }, 'Property "labels" expects an array as data, "string" given.'],
    [
      { variant_attribute_sets: 'x' },
      'Property "variant_attribute_sets" expects an array of objects as data.',
    ],
    [
      { variant_attribute_sets: [{ level: '1' }] },
      'Property "level" in the property "variant_attribute_sets" expects an integer as data, "string" given.',
    ],
    [
      { variant_attribute_sets: [{ level: 1, axes: 'x' }] },
      'Property "axes" in the property "variant_attribute_sets" expects an array as data, "string" given.',
    ],
    [
      set(1, ['nope']),
      'Property "attribute_set_1" expects a valid attribute code. The attribute does not exist, "nope" given.',
    ],
    [set(2, ['width']), 'The number of variant attribute sets cannot be changed.'],
  ] as const) {
    it(`PATCH with ${JSON.stringify(body)} is refused: ${message}`, async () => {
      const answer = await buildWriter().send('PATCH', `${path}/bags_by_color`, body)
      expect(answer.body).toEqual(
        documentedRefusal(message, 'patch_families__family_code__variants__code__'),
      )
    })
  }

  for (const [body, message] of [
    [{}, 'There should be at least one level defined in the family variant'],
    [set(3, ['width']), 'Family variant cannot have more than "2" level'],
    [set(2, ['width']), 'There is no variant attribute set for level "1"'],
    [
      set(1, []),
      'There should be at least one attribute defined as axis for the attribute set for level "1"',
    ],
    [
      set(1, ['name']),
      'Variant axes "name" must be a boolean, a simple select, a simple reference data or a measurement',
    ],
    [
      set(1, ['name']),
      'Variant axes "name" cannot be localizable, not scopable and not locale specific',
    ],
    [
      set(1, ['bulb_type']),
      '"bulb_type" attribute cannot be added to "v" family variant, as it is not an attribute of the "bags" family',
    ],
    [
      {
        variant_attribute_sets: [
          { level: 1, axes: ['width'], attributes: ['ean'] },
          { level: 2, axes: ['color'] },
        ],
      },
      'Unique attribute "ean" must be set at the product level',
    ],
    [
      {
        variant_attribute_sets: [
          { level: 1, axes: ['width'] },
          { level: 2, axes: ['width'] },
        ],
      },
      'Variant axes must be unique, "width" are used several times in variant attributes sets',
    ],
  ] as const) {
    it(`POST with ${JSON.stringify(body)} breaks a rule: ${message}`, async () => {
      const answer = await buildWriter().send('POST', path, { code: 'v', ...body })
      expect(answer.status).toBe(422)
      expect((answer.body as { errors: object[] }).errors).toContainEqual({
        property: 'variant_attribute_sets',
        message,
      })
    })
  }

  it('PATCH cannot change the axes of a level', async () => {
    const answer = await buildWriter().send('PATCH', `${path}/bags_by_color`, set(1, ['width']))
    expect(answer.body).toMatchObject({
      errors: [
        {
          property: 'variant_attribute_sets',
          message: 'Variant axes cannot be modified for the level "1"',
        },
      ],
    })
  })

  it('POST to an unknown family is refused with where the documentation tells of it', async () => {
    const answer = await buildWriter().send('POST', '/families/boats/variants', { code: 'v' })
    expect(answer.body).toEqual(
      documentedRefusal(
        'Property "family" expects a valid family code. The family does not exist, "boats" given.',
        'post_families__family_code__variants',
      ),
    )
  })

  it('an attribute that is an axis cannot leave the family; another one leaves its variants', async () => {
    const writer = buildWriter()
    const refused = await writer.send('PATCH', '/families/bags', { attributes: ['name'] })
    expect(JSON.stringify(refused.body)).toContain('is an axis in \\"bags_by_color\\"')
    await writer.send('PATCH', '/families/bags', {
      attributes: ['name', 'color'],
      attribute_requirements: { ecommerce: [], print: [] },
    })
    expect(await writer.read(`${path}/bags_by_color`)).toMatchObject({
      variant_attribute_sets: [{ level: 1, axes: ['color'], attributes: ['color', 'sku'] }],
    })
  })
})
