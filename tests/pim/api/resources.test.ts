import { describe, expect, it } from 'vitest'
import { buildReader, itemsOf, type Listed, readAcls } from './build-reader.ts'

// Path, ACL, entities as the refusal names them, first item of the list, keys in the order of contract I.6.
const resources = [
  {
    path: '/families',
    acl: 'pim_api_family_list',
    entities: 'families',
    first: 'bags',
    name: 'Family',
    keys: [
      'code',
      'attributes',
      'attribute_as_label',
      'attribute_as_image',
      'attribute_requirements',
      'labels',
    ],
  },
  {
    path: '/attributes',
    acl: 'pim_api_attribute_list',
    entities: 'attributes',
    first: 'assembly_required',
    name: 'Attribute',
    keys: [
      'code type group unique useable_as_grid_filter allowed_extensions metric_family',
      'default_metric_unit reference_data_name available_locales max_characters validation_rule',
      'validation_regexp wysiwyg_enabled number_min number_max decimals_allowed negative_allowed',
      'date_min date_max max_file_size minimum_input_length sort_order localizable scopable labels',
      'group_labels default_value',
    ].flatMap((line) => line.split(' ')),
  },
  {
    path: '/attribute-groups',
    acl: 'pim_api_attribute_group_list',
    entities: 'attribute groups',
    first: 'logistics',
    name: 'Attribute group',
    keys: ['code', 'sort_order', 'attributes', 'labels'],
  },
  {
    path: '/categories',
    acl: 'pim_api_category_list',
    entities: 'categories',
    first: 'master',
    name: 'Category',
    keys: ['code', 'parent', 'updated', 'labels'],
  },
  {
    path: '/channels',
    acl: 'pim_api_channel_list',
    entities: 'channels',
    first: 'ecommerce',
    name: 'Channel',
    keys: ['code', 'currencies', 'locales', 'category_tree', 'conversion_units', 'labels'],
  },
  {
    path: '/locales',
    acl: 'pim_api_locale_list',
    entities: 'locales',
    first: 'ar_EG',
    name: 'Locale',
    keys: ['code', 'enabled'],
  },
  {
    path: '/currencies',
    acl: 'pim_api_currency_list',
    entities: 'currencies',
    first: 'AUD',
    name: 'Currency',
    keys: ['code', 'enabled'],
  },
  {
    path: '/association-types',
    acl: 'pim_api_association_type_list',
    entities: 'association types',
    first: 'PACK',
    name: 'Association type',
    keys: ['code', 'labels', 'is_quantified', 'is_two_way'],
  },
  {
    path: '/attributes/color/options',
    acl: 'pim_api_attribute_option_list',
    entities: 'attribute options',
    first: 'brass',
    name: undefined,
    keys: ['code', 'attribute', 'sort_order', 'labels'],
  },
] as const

describe('the resources of the REST API (contract I.4, I.6)', () => {
  for (const { path, acl, entities, first, name, keys } of resources) {
    it(`GET ${path} lists its items, the first one being ${first}`, async () => {
      const list = await buildReader().read<Listed<{ code: string }>>(path)
      expect(itemsOf(list)[0]?.code).toBe(first)
      for (const item of itemsOf(list)) expect(Object.keys(item)).toEqual(['_links', ...keys])
    })

    it(`GET ${path}/${first} gives the item as the list does`, async () => {
      const reader = buildReader()
      const item = await reader.read<object>(`${path}/${first}`)
      const list = await reader.read<Listed<object>>(path)
      const { _links: links, ...listed } = itemsOf(list)[0] ?? { _links: undefined }
      expect(links?.self.href).toMatch(new RegExp(`${path}/${first}$`))
      expect(item).toEqual(listed)
    })

    it(`GET ${path} without ${acl} is forbidden, and so is an item`, async () => {
      const reader = buildReader(readAcls.filter((other) => other !== acl))
      const refusal = {
        code: 403,
        message: `Access forbidden. You are not allowed to list ${entities}.`,
      }
      expect(await reader.refusal(path)).toEqual(refusal)
      expect(await reader.refusal(`${path}/${first}`)).toEqual(refusal)
    })

    if (name !== undefined) {
      it(`GET ${path}/… says that an unknown item does not exist`, async () => {
        expect(await buildReader().refusal(`${path}/__proto__`)).toEqual({
          code: 404,
          message: `${name} "__proto__" does not exist.`,
        })
      })
    }
  }

  for (const path of ['/products', '/products-uuid']) {
    it(`GET ${path} without pim_api_product_list is forbidden, and so is an item`, async () => {
      const reader = buildReader(readAcls.filter((acl) => acl !== 'pim_api_product_list'))
      const message = 'Access forbidden. You are not allowed to list products.'
      expect(await reader.refusal(path)).toEqual({ code: 403, message })
      expect(await reader.refusal(`${path}/armchair-ondrel`)).toEqual({ code: 403, message })
    })
  }

  it('GET /api/rest/v1 shows the routes without a token', async () => {
    const response = await buildReader().pim.send('/api/rest/v1')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      host: 'https://pim.example.com',
      authentication: {
        fos_oauth_server_token: { route: '/api/oauth/v1/token', methods: ['POST'] },
      },
      routes: {
        pim_api_product_list: { route: '/api/rest/v1/products', methods: ['GET'] },
        pim_api_product_uuid_get: { route: '/api/rest/v1/products-uuid/{uuid}', methods: ['GET'] },
        pim_api_attribute_option_get: {
          route: '/api/rest/v1/attributes/{attribute_code}/options/{code}',
          methods: ['GET'],
        },
        pim_api_product_create: { route: '/api/rest/v1/products', methods: ['POST'] },
        pim_api_product_partial_update: { route: '/api/rest/v1/products/{code}' },
        pim_api_product_partial_update_list: { route: '/api/rest/v1/products' },
        pim_api_product_delete: { methods: ['DELETE'] },
        pim_api_system_information_get: { route: '/api/rest/v1/system-information' },
      },
    })
  })

  it('GET /system-information needs a token but no right', async () => {
    const reader = buildReader(['pim_api_overall_access'])
    expect(await reader.read('/system-information')).toEqual({
      version: '20210521041041',
      edition: 'CE',
    })
    expect((await reader.pim.send('/api/rest/v1/system-information')).status).toBe(401)
  })

  it('GET /measurement-families is a plain array that needs no right', async () => {
    const reader = buildReader(['pim_api_overall_access'])
    const families = await reader.read<{ code: string }[]>('/measurement-families')
    expect(families.map(({ code }) => code)).toEqual(['Length', 'Power', 'Volume', 'Weight'])
    expect(Object.keys(families[0] ?? {})).toEqual([
      'code',
      'labels',
      'standard_unit_code',
      'units',
    ])
  })

  it('GET /categories goes down each tree, parents before children', async () => {
    const list =
      await buildReader().read<Listed<{ code: string; parent: string | null }>>(
        '/categories?limit=100',
      )
    const seen = new Set<string | null>([null])
    for (const { code, parent } of itemsOf(list)) {
      expect(seen).toContain(parent)
      seen.add(code)
    }
    const roots = itemsOf(list).filter(({ parent }) => parent === null)
    expect(roots.map(({ code }) => code)).toEqual(['master', 'shop'])
  })

  it('GET /categories shows positions among siblings with with_position=true', async () => {
    const reader = buildReader()
    expect(await reader.read('/categories/tables?with_position=true')).toMatchObject({
      position: 2,
    })
    expect(await reader.read('/categories/tables')).not.toHaveProperty('position')
  })

  it('empty objects are {} and not []', async () => {
    const text = await (await buildReader().get('/channels/ecommerce')).text()
    expect(text).toContain('"conversion_units":{}')
  })
})
