import { describe, expect, it } from 'vitest'
import { pimUrl } from '../build-pim.ts'
import { buildReader, itemsOf, type Listed } from './build-reader.ts'
import { exchange } from './exchange.ts'

const api = `${pimUrl}/api/rest/v1`
const json = { 'content-type': 'application/json' }

// Path, first item of the list, keys in the order of contract I.6.
const resources = [
  {
    path: '/families',
    first: 'bags',
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
    first: 'assembly_required',
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
    first: 'logistics',
    keys: ['code', 'sort_order', 'attributes', 'labels'],
  },
  {
    path: '/categories',
    first: 'master',
    keys: ['code', 'parent', 'updated', 'labels'],
  },
  {
    path: '/channels',
    first: 'ecommerce',
    keys: ['code', 'currencies', 'locales', 'category_tree', 'conversion_units', 'labels'],
  },
  {
    path: '/locales',
    first: 'ar_EG',
    keys: ['code', 'enabled'],
  },
  {
    path: '/currencies',
    first: 'AUD',
    keys: ['code', 'enabled'],
  },
  {
    path: '/association-types',
    first: 'PACK',
    keys: ['code', 'labels', 'is_quantified', 'is_two_way'],
  },
  {
    path: '/attributes/color/options',
    first: 'brass',
    keys: ['code', 'attribute', 'sort_order', 'labels'],
  },
  {
    path: '/families/bags/variants',
    first: 'bags_by_color',
    keys: ['code', 'labels', 'variant_attribute_sets'],
  },
] as const

describe('the resources of the REST API (contract I.4, I.6)', () => {
  for (const { path, first, keys } of resources) {
    const pattern = path
      .replace('/color/', '/{attribute_code}/')
      .replace('/bags/', '/{family_code}/')

    it(`[I.4] GET ${pattern}: lists its items, the first one being ${first}`, async () => {
      const { status, headers, body } = await exchange({ path: `${path}?with_count=true` })
      expect({ status, headers }).toEqual({ status: 200, headers: json })
      const list = body as Listed<{ code: string }>
      expect(Object.keys(list)).toEqual(['_links', 'current_page', 'items_count', '_embedded'])
      expect(list.current_page).toBe(1)
      expect(itemsOf(list)[0]?.code).toBe(first)
      for (const item of itemsOf(list)) {
        expect(Object.keys(item)).toEqual(['_links', ...keys])
        expect(item['_links'].self.href).toBe(`${api}${path}/${item.code}`)
      }
      const codes = itemsOf(list).map(({ code }) => code)
      if (path !== '/categories') expect(codes).toEqual(codes.toSorted())
    })

    it(`[I.4] GET ${pattern}/{code}: gives the item as the list does`, async () => {
      const list = (await exchange({ path })).body as Listed<object>
      const { _links: _, ...listed } = itemsOf(list)[0] ?? { _links: undefined }
      expect(await exchange({ path: `${path}/${first}` })).toEqual({
        status: 200,
        headers: json,
        body: listed,
      })
    })
  }

  it('[I.4] GET /api/rest/v1: shows the routes without a token', async () => {
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

  it('[I.4] GET /system-information: needs a token but no right', async () => {
    const reader = buildReader(['pim_api_overall_access'])
    expect(await reader.read('/system-information')).toEqual({
      version: '20210521041041',
      edition: 'CE',
    })
    expect((await reader.pim.send('/api/rest/v1/system-information')).status).toBe(401)
  })

  it('[I.4] GET /measurement-families: is a plain array that needs no right', async () => {
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
