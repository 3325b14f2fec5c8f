import { describe, expect, it } from 'vitest'
import { defaultScenario } from '../../../playground/pim/index.ts'
import { pimUrl } from '../build-pim.ts'
import { buildCatalog, changeCatalogs } from './build-catalog.ts'
import { buildWriter, violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const api = `${pimUrl}/api/rest/v1`
const json = { 'content-type': 'application/json' }
const isUuid = expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown

describe('catalogs (contract I.7)', () => {
  it('[I.7] POST /catalogs: answers 201 with the catalog, which is not enabled', async () => {
    expect(await exchange({ method: 'POST', path: '/catalogs', body: { name: 'Shop' } })).toEqual({
      status: 201,
      headers: json,
      body: { id: isUuid, name: 'Shop', enabled: false },
    })
  })

  it('[I.7] GET /catalogs: lists them with 100 a page, each with a link', async () => {
    const { pim, id } = await buildCatalog()
    const address = `${api}/catalogs?page=1&limit=100&with_count=false`
    expect(await exchange({ path: '/catalogs' }, pim)).toEqual({
      status: 200,
      headers: json,
      body: {
        _links: { self: { href: address }, first: { href: address } },
        current_page: 1,
        _embedded: {
          items: [
            {
              _links: { self: { href: `${api}/catalogs/${id}` } },
              id,
              name: 'Shop',
              enabled: true,
            },
          ],
        },
      },
    })
  })

  it('[I.7] GET /catalogs: goes page by page, and counts when asked', async () => {
    const { pim } = buildWriter()
    for (const name of ['A', 'B', 'C']) {
      await exchange({ method: 'POST', path: '/catalogs', body: { name } }, pim)
    }
    const path = '/catalogs?limit=2&page=2&with_count=true'
    const { body } = await exchange({ path }, pim)
    expect(body).toMatchObject({
      _links: {
        previous: { href: `${api}/catalogs?page=1&limit=2&with_count=true` },
      },
      current_page: 2,
      items_count: 3,
      _embedded: { items: [{ name: 'C' }] },
    })
    expect(body).not.toHaveProperty(['_links', 'next'])
    const tooMany = await exchange({ path: '/catalogs?limit=101' }, pim)
    expect(tooMany.body).toEqual({ code: 422, message: 'You cannot request more than 100 items.' })
  })

  it('[I.7] GET /catalogs/{id}: gives one', async () => {
    const { pim, path, id } = await buildCatalog()
    expect(await exchange({ path }, pim)).toEqual({
      status: 200,
      headers: json,
      body: { id, name: 'Shop', enabled: true },
    })
  })

  it('[I.7] PATCH /catalogs/{id}: renames it and gives it back', async () => {
    const { pim, path, id } = await buildCatalog()
    const answer = await exchange({ method: 'PATCH', path, body: { name: 'Other' } }, pim)
    const body = { id, name: 'Other', enabled: true }
    expect(answer).toEqual({ status: 200, headers: json, body })
    expect((await exchange({ path }, pim)).body).toEqual(body)
  })

  it('[I.7] DELETE /catalogs/{id}: answers 204 without a body, and it is gone', async () => {
    const { pim, path } = await buildCatalog()
    const answer = await exchange({ method: 'DELETE', path }, pim)
    expect(answer).toEqual({ status: 204, headers: {}, body: '' })
    expect((await exchange({ path }, pim)).status).toBe(404)
  })

  for (const [body, message] of [
    [{}, 'This value should not be blank.'],
    [{ name: '' }, 'This value should not be blank.'],
    [{ name: 'a'.repeat(256) }, 'This value is too long. It should have 255 characters or less.'],
    [{ name: 5 }, 'This value should be of type string.'],
  ] as const) {
    it(`a name like ${JSON.stringify(body).slice(0, 20)} is refused: ${message}`, async () => {
      const { pim, path } = await buildCatalog()
      const refused = {
        status: 422,
        headers: json,
        body: violationRefusal({ property: 'name', message }),
      }
      expect(await exchange({ method: 'POST', path: '/catalogs', body }, pim)).toEqual(refused)
      expect(await exchange({ method: 'PATCH', path, body }, pim)).toEqual(refused)
      expect((await exchange({ path }, pim)).body).toMatchObject({ name: 'Shop' })
    })
  }

  it('beyond the limit there are no more', async () => {
    const { pim } = buildWriter()
    const { catalogs: limit } = defaultScenario.limits
    const post = { method: 'POST', path: '/catalogs', body: { name: 'Shop' } }
    for (let count = 0; count < limit; count += 1) {
      expect((await exchange(post, pim)).status).toBe(201)
    }
    const message = `You can create up to ${limit} catalogs`
    expect(await exchange(post, pim)).toEqual({
      status: 422,
      headers: json,
      body: violationRefusal({ property: '', message }),
    })
  })

  for (const owner of ['admin', 'noor']) {
    it(`[I.3] 404 Catalog does not exist or you can't access it: it is of ${owner}`, async () => {
      const { pim, id, path } = await buildCatalog()
      await changeCatalogs(pim, { owner })
      const refused = {
        status: 404,
        headers: json,
        body: { code: 404, message: `Catalog "${id}" does not exist or you can't access it.` },
      }
      const schema = `${path}/mapping-schemas/product`
      for (const [method, address] of [
        ['GET', path],
        ['DELETE', path],
        ['GET', `${path}/products`],
        ['GET', `${path}/product-uuids`],
        ['GET', `${path}/product-identifiers`],
        ['GET', `${path}/mapped-products`],
        ['GET', schema],
        ['DELETE', schema],
      ] as const) {
        expect(await exchange({ method, path: address }, pim)).toEqual(refused)
      }
      const body = { name: 'Mine' }
      expect(await exchange({ method: 'PATCH', path, body }, pim)).toEqual(refused)
      expect(await exchange({ method: 'PUT', path: schema, body }, pim)).toEqual(refused)
      const { body: list } = await exchange({ path: '/catalogs' }, pim)
      expect(list).toMatchObject({ _embedded: { items: [] } })
    })
  }
})
