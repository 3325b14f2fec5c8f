import { describe, expect, it } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'

// Path, a new entity, what it becomes, an existing one, its name in messages, the documentation of PATCH.
const resources = [
  {
    path: '/families',
    body: { code: 'tents', attributes: ['name'], labels: { en_US: 'Tents', fr_FR: null } },
    becomes: {
      code: 'tents',
      attributes: ['name', 'sku'],
      attribute_as_label: 'sku',
      attribute_as_image: null,
      attribute_requirements: { ecommerce: ['sku'], print: ['sku'] },
      labels: { en_US: 'Tents' },
    },
    known: 'bags',
    noun: 'Family',
    anchor: 'patch_families__code_',
  },
  {
    path: '/attributes',
    body: { code: 'pattern', type: 'pim_catalog_text', group: 'marketing' },
    becomes: {
      code: 'pattern',
      type: 'pim_catalog_text',
      group: 'marketing',
      unique: false,
      localizable: false,
      sort_order: 0,
      labels: {},
      group_labels: { en_US: 'Marketing' },
    },
    known: 'color',
    noun: 'Attribute',
    anchor: 'patch_attributes__code_',
  },
  {
    path: '/attribute-groups',
    body: { code: 'colors', attributes: ['color'], sort_order: 7 },
    becomes: { code: 'colors', sort_order: 7, attributes: ['color'], labels: {} },
    known: 'marketing',
    noun: 'Attribute group',
    anchor: 'patch_attribute_groups__code_',
  },
  {
    path: '/attributes/color/options',
    body: { code: 'pink', labels: { en_US: 'Pink' } },
    becomes: { code: 'pink', attribute: 'color', sort_order: 1, labels: { en_US: 'Pink' } },
    known: 'brass',
    noun: 'Option',
    anchor: 'patch_attributes__attribute_code__options__code_',
  },
  {
    path: '/categories',
    body: { code: 'tents', parent: 'master' },
    becomes: { code: 'tents', parent: 'master', updated: '2024-05-06T12:00:00+00:00', labels: {} },
    known: 'tables',
    noun: 'Category',
    anchor: 'patch_categories__code_',
  },
  {
    path: '/channels',
    body: { code: 'mobile', currencies: ['EUR'], locales: ['en_US'], category_tree: 'shop' },
    becomes: {
      code: 'mobile',
      currencies: ['EUR'],
      locales: ['en_US'],
      category_tree: 'shop',
      conversion_units: {},
      labels: {},
    },
    known: 'print',
    noun: 'Channel',
    anchor: 'patch_channels__code_',
  },
  {
    path: '/association-types',
    body: { code: 'spare_parts', is_quantified: true },
    becomes: { code: 'spare_parts', labels: {}, is_quantified: true, is_two_way: false },
    known: 'PACK',
    noun: 'Association type',
    anchor: 'patch_association_types__code_',
  },
] as const

describe('changing the structure of the catalogue (contract I.4, I.5)', () => {
  for (const { path, body, becomes, known, noun, anchor } of resources) {
    const address = `${path}/${body.code}`
    const pattern = path.replace('/color/', '/{attribute_code}/')

    it(`[I.4] POST ${pattern}: creates and says where`, async () => {
      const writer = buildWriter()
      const answer = await writer.send('POST', path, body)
      expect(answer).toEqual({ status: 201, location: address, body: '' })
      expect(await writer.read(address)).toMatchObject(becomes)
    })

    it(`POST ${path} with a code that is taken is refused`, async () => {
      const answer = await buildWriter().send('POST', path, { ...body, code: known })
      expect(answer.body).toEqual(
        violationRefusal({ property: 'code', message: 'This value is already used.' }),
      )
    })

    it(`POST ${path} without a code is refused`, async () => {
      const { code, ...rest } = body
      expect(code).not.toBe('')
      expect((await buildWriter().send('POST', path, rest)).body).toEqual(
        violationRefusal({ property: 'code', message: 'This value should not be blank.' }),
      )
    })

    it(`POST ${path} with a code with a blank is refused`, async () => {
      const answer = await buildWriter().send('POST', path, { ...body, code: 'a b' })
      const noted = noun === 'Attribute' ? 'underscore' : 'underscores'
      const message = `${noun} code may contain only letters, numbers and ${noted}`
      expect(answer.body).toEqual(violationRefusal({ property: 'code', message }))
    })

    it(`POST ${path} with a label in an unknown locale is refused`, async () => {
      const answer = await buildWriter().send('POST', path, { ...body, labels: { foo: 'a' } })
      expect(answer.body).toEqual(
        violationRefusal({ property: 'labels', message: 'The locale "foo" does not exist.' }),
      )
    })

    it(`[I.4] PATCH ${pattern}/{code}: creates what is not there and changes what is`, async () => {
      const writer = buildWriter()
      const { code: _code, ...rest } = body
      expect(await writer.send('PATCH', address, rest)).toEqual({
        status: 201,
        location: address,
        body: '',
      })
      expect(await writer.send('PATCH', address, { labels: { de_DE: 'Neu' } })).toEqual({
        status: 204,
        location: address,
        body: '',
      })
      const labels = { ...('labels' in becomes ? becomes.labels : {}), de_DE: 'Neu' }
      expect(await writer.read(address)).toMatchObject({ ...becomes, labels })
    })

    it(`[I.4] PATCH ${pattern}: answers each line on its own`, async () => {
      const writer = buildWriter()
      const refusal = documentedRefusal('Property "extra" does not exist.', anchor)
      const { code: _code, ...rest } = refusal as { code: number }
      expect(
        await writer.batch(path, [
          body,
          { code: known, labels: { en_US: 'New' } },
          { code: known, extra: 1 },
          { labels: {} },
          '{',
        ]),
      ).toEqual([
        { line: 1, code: body.code, status_code: 201 },
        { line: 2, code: known, status_code: 204 },
        { line: 3, code: known, status_code: 422, ...rest },
        { line: 4, status_code: 422, message: 'Code is missing.' },
        { line: 5, status_code: 400, message: 'Invalid json message received' },
      ])
    })

    if (noun !== 'Option') {
      it(`PATCH ${path}/${known} cannot change the code`, async () => {
        const answer = await buildWriter().send('PATCH', `${path}/${known}`, { code: 'renamed' })
        expect(answer.body).toMatchObject({
          errors: [{ property: 'code', message: 'This property cannot be changed.' }],
        })
      })
    }
  }

  it('an attribute is in one group: what moves leaves the other one', async () => {
    const writer = buildWriter()
    await writer.send('PATCH', '/attributes/color', { group: 'marketing' })
    expect(await writer.read('/attribute-groups/product')).toMatchObject({
      attributes: [
        'sku',
        'material',
        'care_instructions',
        'ean',
        'size',
        'shoe_size',
        'season',
        'country_of_origin',
      ],
    })
    expect(await writer.read('/attribute-groups/marketing')).toMatchObject({
      attributes: expect.arrayContaining(['color']) as unknown,
    })
    await writer.send('PATCH', '/attribute-groups/marketing', { attributes: ['name'] })
    expect(await writer.read('/attributes/color')).toMatchObject({ group: 'other' })
    expect(await writer.read('/attribute-groups/other')).toMatchObject({
      attributes: ['description', 'brand', 'release_date', 'color'],
    })
  })

  it('a channel activates its locales, and a locale that no channel has is not active', async () => {
    const writer = buildWriter()
    await writer.send('PATCH', '/channels/ecommerce', { locales: ['ja_JP', 'en_US', 'fr_FR'] })
    expect(await writer.read('/locales/ja_JP')).toEqual({ code: 'ja_JP', enabled: true })
    expect(await writer.read('/locales/de_DE')).toEqual({ code: 'de_DE', enabled: false })
  })

  it('POST of an option to an attribute without options is refused', async () => {
    const message =
      'Attribute "name" does not support options. Only attributes of type "pim_catalog_simpleselect", "pim_catalog_multiselect" support options'
    const answer = await buildWriter().send('POST', '/attributes/name/options', { code: 'a' })
    expect(answer.body).toEqual(violationRefusal({ property: 'attribute', message }))
  })
})
