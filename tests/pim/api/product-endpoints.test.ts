import { describe, expect, it } from 'vitest'
import { pimUrl } from '../build-pim.ts'
import { itemsOf, type Listed } from './build-reader.ts'
import { buildWriter } from './build-writer.ts'
import { collection, exchange } from './exchange.ts'

const api = `${pimUrl}/api/rest/v1`
const json = { 'content-type': 'application/json' }
const lines = { 'content-type': collection }
const uuid = '11111111-1111-4111-8111-111111111111'
const set = { level: 1, axes: ['width'], attributes: ['ean', 'sku', 'width'] }
const empty = { status: 204, headers: {}, body: '' }

const common = 'categories values created updated associations quantified_associations'.split(' ')

// Where they are, how one is named in an address and in a batch, the one that is there and one that is not, what makes
// and what changes one, and the keys of one in order.
const resources = [
  {
    path: '/products',
    parameter: 'code',
    key: 'identifier',
    known: 'armchair-ondrel',
    fresh: 'stool',
    body: { family: 'furniture' },
    change: { enabled: false },
    keys:
      'uuid identifier enabled family categories groups parent values created updated ' +
      'associations quantified_associations',
    deleted: true,
  },
  {
    path: '/products-uuid',
    parameter: 'uuid',
    key: 'uuid',
    known: undefined,
    fresh: uuid,
    body: { family: 'furniture' },
    change: { enabled: false },
    keys:
      'uuid enabled family categories groups parent values created updated ' +
      'associations quantified_associations',
    deleted: true,
  },
  {
    path: '/product-models',
    parameter: 'code',
    key: 'code',
    known: 'tote-bag-bolsena',
    fresh: 'shopper',
    body: { family_variant: 'bags_by_color' },
    change: { categories: [] },
    keys: `code family family_variant parent ${common.join(' ')}`,
    deleted: true,
  },
  {
    path: '/families/bags/variants',
    parameter: 'code',
    key: 'code',
    known: 'bags_by_color',
    fresh: 'by_width',
    body: { variant_attribute_sets: [set] },
    change: { labels: { en_US: 'New' } },
    keys: 'code labels variant_attribute_sets',
    deleted: false,
  },
] as const

describe('the endpoints of products, models and variants (contract I.4, I.5)', () => {
  for (const { path, parameter, key, fresh, body, change, keys, deleted, ...rest } of resources) {
    const pattern = path.replace('/bags/', '/{family_code}/')
    const one = `${pattern}/{${parameter}}`

    it(`[I.4] GET ${pattern}: lists 10 of them, each with a link to itself`, async () => {
      const { status, headers, body: answered } = await exchange({ path })
      expect({ status, headers }).toEqual({ status: 200, headers: json })
      const list = answered as Listed<Record<string, string>>
      expect(Object.keys(list)).toEqual(['_links', 'current_page', '_embedded'])
      expect(itemsOf(list).length).toBeGreaterThan(0)
      for (const item of itemsOf(list)) {
        expect(Object.keys(item)).toEqual(['_links', ...keys.split(' ')])
        expect(item['_links']).toEqual({ self: { href: `${api}${path}/${item[key]}` } })
      }
    })

    it(`[I.4] GET ${one}: gives one as the list does, without a link`, async () => {
      const list = (await exchange({ path })).body as Listed<Record<string, string>>
      const { _links: _, ...listed } = itemsOf(list)[0] ?? { _links: undefined }
      const name = (listed as Record<string, string>)[key]
      const answer = await exchange({ path: `${path}/${name}` })
      expect(answer).toEqual({ status: 200, headers: json, body: listed })
      expect(Object.keys(answer.body as object)).toEqual(keys.split(' '))
    })

    it(`[I.4] POST ${pattern}: answers 201 without a body, and where it is`, async () => {
      const { pim } = buildWriter()
      const sent = { method: 'POST', path, body: { [key]: fresh, ...body } }
      expect(await exchange(sent, pim)).toEqual({
        status: 201,
        headers: { location: `${api}${path}/${fresh}` },
        body: '',
      })
      expect(await exchange({ path: `${path}/${fresh}` }, pim)).toMatchObject({
        status: 200,
        body: { [key]: fresh, ...body },
      })
    })

    it(`[I.4] PATCH ${one}: answers 201 for a new one, 204 for a known one`, async () => {
      const { pim } = buildWriter()
      const address = `${path}/${fresh}`
      const headers = { location: `${api}${address}` }
      const create = { method: 'PATCH', path: address, body }
      expect(await exchange(create, pim)).toEqual({ status: 201, headers, body: '' })
      const update = { method: 'PATCH', path: address, body: change }
      expect(await exchange(update, pim)).toEqual({ status: 204, headers, body: '' })
      expect((await exchange({ path: address }, pim)).body).toMatchObject({ ...body, ...change })
    })

    it(`[I.4] PATCH ${pattern}: answers a line for each line`, async () => {
      const { pim } = buildWriter()
      const { known = fresh } = rest
      const sent = [{ [key]: fresh, ...body }, { [key]: known, ...change }, change]
      const patch = {
        method: 'PATCH',
        path,
        body: sent.map((line) => JSON.stringify(line)).join('\n'),
        headers: lines,
      }
      const missing = `${key.charAt(0).toUpperCase()}${key.slice(1)} is missing.`
      const answered = [
        { line: 1, [key]: fresh, status_code: 201 },
        { line: 2, [key]: known, status_code: 204 },
        { line: 3, status_code: 422, message: missing },
      ]
      expect(await exchange(patch, pim)).toEqual({
        status: 200,
        headers: lines,
        body: answered.map((line) => JSON.stringify(line)).join('\n'),
      })
    })

    if (deleted) {
      it(`[I.4] DELETE ${one}: answers 204 without a body, and it is gone`, async () => {
        const { pim } = buildWriter()
        const address = `${path}/${fresh}`
        await exchange({ method: 'PATCH', path: address, body }, pim)
        expect(await exchange({ method: 'DELETE', path: address }, pim)).toEqual(empty)
        expect((await exchange({ path: address }, pim)).status).toBe(404)
        expect((await exchange({ method: 'DELETE', path: address }, pim)).status).toBe(404)
      })
    }
  }

  it('[I.4] POST /products-uuid/search: answers 200 with what a GET lists', async () => {
    const search = JSON.stringify({ family: [{ operator: 'IN', value: ['bags'] }] })
    const path = '/products-uuid/search?limit=5&with_count=true'
    const { status, headers, body } = await exchange({
      method: 'POST',
      path,
      body: { search, attributes: 'name' },
    })
    expect({ status, headers }).toEqual({ status: 200, headers: json })
    const query = `limit=5&with_count=true&attributes=name&search=${encodeURIComponent(search)}`
    const { body: listed } = await exchange({ path: `/products-uuid?${query}` })
    const { _links: links, ...found } = body as Listed<object>
    expect(links['self']?.href).toContain('/products-uuid/search?page=1&with_count=true')
    expect({ ...(listed as object), ...found }).toEqual(listed)
  })

  it('a search in the body may be an object, and codes a list; null is nothing', async () => {
    const search = { family: [{ operator: 'IN', value: ['bags'] }] }
    const found = async (body: object) => {
      const sent = { method: 'POST', path: '/products-uuid/search?limit=2', body }
      return (await exchange(sent)).body as Listed<{ values: object; family: string }>
    }
    const asked = { search, attributes: ['name', 'color'], locales: ['en_US'], scope: null }
    const list = await found(asked)
    const texts = { search: JSON.stringify(search), attributes: 'name,color', locales: 'en_US' }
    expect(list).toEqual(await found(texts))
    for (const { values, family } of itemsOf(list)) {
      expect(family).toBe('bags')
      for (const code of Object.keys(values)) expect(['name', 'color']).toContain(code)
    }
    const all = { method: 'POST', path: '/products-uuid/search?limit=2', body: { search: null } }
    expect((await exchange(all)).status).toBe(200)
  })
})
