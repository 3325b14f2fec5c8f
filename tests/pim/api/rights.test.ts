import { describe, expect, it } from 'vitest'
import { allApiAcls, buildWriter } from './build-writer.ts'
import { collection, exchange, type Sent } from './exchange.ts'

// Path of the list, of one item, the end of the ACLs, and the entities as the refusal names them.
const resources = [
  ['/products', '/products/armchair-ondrel', 'product', 'products'],
  ['/products-uuid', '/products-uuid/x', 'product', 'products'],
  ['/product-models', '/product-models/tote-bag-bolsena', 'product', 'product models'],
  ['/families', '/families/lamps', 'family', 'families'],
  ['/families/lamps/variants', '/families/lamps/variants/x', 'family_variant', 'family variants'],
  ['/attributes', '/attributes/color', 'attribute', 'attributes'],
  [
    '/attributes/color/options',
    '/attributes/color/options/brass',
    'attribute_option',
    'attribute options',
  ],
  ['/attribute-groups', '/attribute-groups/product', 'attribute_group', 'attribute groups'],
  ['/categories', '/categories/tables', 'category', 'categories'],
  ['/channels', '/channels/print', 'channel', 'channels'],
  ['/locales', '/locales/en_US', 'locale', 'locales'],
  ['/currencies', '/currencies/EUR', 'currency', 'currencies'],
  ['/association-types', '/association-types/PACK', 'association_type', 'association types'],
] as const

/** What is answered to a request whose role has every right but one. */
function without(acl: string, sent: Sent): Promise<unknown> {
  return exchange(sent, buildWriter(allApiAcls.filter((each) => each !== acl)).pim)
}

function forbidden(to: string): object {
  return {
    status: 403,
    headers: { 'content-type': 'application/json' },
    body: { code: 403, message: `Access forbidden. You are not allowed to ${to}.` },
  }
}

describe('403: the right that a route takes (contract I.3, G.3)', () => {
  for (const [list, one, entity, entities] of resources) {
    it(`[I.3] 403 You are not allowed to list ${entities}: GET ${list} and one of it`, async () => {
      const acl = `pim_api_${entity}_list`
      expect(await without(acl, { path: list })).toEqual(forbidden(`list ${entities}`))
      expect(await without(acl, { path: one })).toEqual(forbidden(`list ${entities}`))
    })
  }

  for (const [list, one, entity, entities] of resources) {
    if (entity === 'locale' || entity === 'currency') continue
    it(`[I.3] 403 You are not allowed to create or update ${entities}: ${list}`, async () => {
      const acl = `pim_api_${entity}_edit`
      const refused = forbidden(`create or update ${entities}`)
      const headers = { 'content-type': collection }
      expect(await without(acl, { method: 'POST', path: list, body: {} })).toEqual(refused)
      expect(await without(acl, { method: 'PATCH', path: one, body: {} })).toEqual(refused)
      expect(await without(acl, { method: 'PATCH', path: list, body: '', headers })).toEqual(
        refused,
      )
    })
  }

  for (const [, one, entity, entities] of resources.slice(0, 3)) {
    it(`[I.3] 403 You are not allowed to delete ${entities}: DELETE ${one}`, async () => {
      const sent = { method: 'DELETE', path: one }
      const answer = await without(`pim_api_${entity}_remove`, sent)
      expect(answer).toEqual(forbidden(`delete ${entities}`))
    })
  }

  it('POST /products-uuid/search takes the right to list', async () => {
    const sent = { method: 'POST', path: '/products-uuid/search', body: {} }
    expect(await without('pim_api_product_list', sent)).toEqual(forbidden('list products'))
    expect(await without('pim_api_product_edit', sent)).toMatchObject({ status: 200 })
  })

  it('measurement families and system information take no right of their own', async () => {
    const { pim } = buildWriter(['pim_api_overall_access'])
    expect((await exchange({ path: '/measurement-families' }, pim)).status).toBe(200)
    const patch = { method: 'PATCH', path: '/measurement-families', body: [] }
    expect((await exchange(patch, pim)).status).toBe(200)
    expect((await exchange({ path: '/system-information' }, pim)).status).toBe(200)
  })
})

describe('403: catalogs (contract I.3, I.7)', () => {
  const schema = '/catalogs/x/mapping-schemas/product'
  for (const [acl, to, exchanges] of [
    [
      'pim_api_catalog_list',
      'access app catalogs',
      [
        ['GET', '/catalogs'],
        ['GET', '/catalogs/x'],
        ['GET', '/catalogs/x/products'],
        ['GET', '/catalogs/x/products/y'],
        ['GET', '/catalogs/x/product-uuids'],
        ['GET', '/catalogs/x/product-identifiers'],
        ['GET', '/catalogs/x/mapped-products'],
        ['GET', '/catalogs/x/mapped-products/y'],
        ['GET', schema],
      ],
    ],
    [
      'pim_api_catalog_edit',
      'edit app catalogs',
      [
        ['POST', '/catalogs'],
        ['PATCH', '/catalogs/x'],
        ['PUT', schema],
        ['DELETE', schema],
      ],
    ],
    ['pim_api_catalog_remove', 'delete app catalogs', [['DELETE', '/catalogs/x']]],
    [
      'pim_api_product_list',
      'access products',
      [
        ['GET', '/catalogs/x/products'],
        ['GET', '/catalogs/x/products/y'],
        ['GET', '/catalogs/x/product-uuids'],
        ['GET', '/catalogs/x/product-identifiers'],
        ['GET', '/catalogs/x/mapped-products'],
        ['GET', '/catalogs/x/mapped-products/y'],
      ],
    ],
  ] as const) {
    for (const [method, path] of exchanges) {
      it(`[I.3] 403 catalogs, You are not allowed to ${to}: ${method} ${path}`, async () => {
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} }
        expect(await without(acl, { method, path, ...body })).toEqual(forbidden(to))
      })
    }
  }
})
