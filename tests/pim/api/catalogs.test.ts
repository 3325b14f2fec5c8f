import { describe, expect, it } from 'vitest'
import { defaultScenario } from '../../../playground/pim/index.ts'
import type { Listed } from './build-reader.ts'
import { allApiAcls, buildWriter, violationRefusal, type Writer } from './build-writer.ts'

interface Catalog {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
}

interface Products<Item> {
  readonly _links: Readonly<Record<string, { readonly href: string }>>
  readonly _embedded: { readonly items: readonly Item[] }
}

const schema = {
  $id: 'https://example.com/product',
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  type: 'object',
  properties: { uuid: { type: 'string' }, title: { type: 'string' } },
}

async function create(writer: Writer, name = 'Shop'): Promise<string> {
  const { body } = await writer.send('POST', '/catalogs', { name })
  return (body as Catalog).id
}

/** A writer with a catalog that a user of the PIM has enabled. */
async function withEnabled(): Promise<{ writer: Writer; path: string }> {
  const writer = buildWriter()
  const id = await create(writer)
  const scenario = await writer.pim.dump()
  const catalogs = scenario.catalogs.map((catalog) => Object.assign({}, catalog, { enabled: true }))
  await writer.pim.send('/_control/scenario', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...scenario, catalogs }),
  })
  return { writer, path: `/catalogs/${id}` }
}

describe('catalogs (contract I.7)', () => {
  it('POST /catalogs answers 201 with the catalog, which is not enabled', async () => {
    const answer = await buildWriter().send('POST', '/catalogs', { name: 'Shop' })
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      name: 'Shop',
      enabled: false,
    })
  })

  it('GET /catalogs lists them with 100 a page, each with a link', async () => {
    const writer = buildWriter()
    const id = await create(writer)
    const list = await writer.read<Listed<Catalog>>('/catalogs')
    expect(list['_embedded'].items).toEqual([
      {
        _links: { self: { href: `https://pim.example.com/api/rest/v1/catalogs/${id}` } },
        id,
        name: 'Shop',
        enabled: false,
      },
    ])
    expect(list['_links']['self']?.href).toMatch(/\?page=1&limit=100&with_count=false$/)
  })

  it('GET, PATCH and DELETE /catalogs/{id} read, rename and delete it', async () => {
    const writer = buildWriter()
    const path = `/catalogs/${await create(writer)}`
    expect(await writer.send('PATCH', path, { name: 'Other' })).toMatchObject({
      status: 200,
      body: { name: 'Other', enabled: false },
    })
    expect(await writer.read(path)).toMatchObject({ name: 'Other' })
    expect(await writer.send('DELETE', path)).toEqual({ status: 204, location: null, body: '' })
    expect((await writer.send('GET', path)).status).toBe(404)
  })

  for (const [body, message] of [
    [{}, 'This value should not be blank.'],
    [{ name: '' }, 'This value should not be blank.'],
    [{ name: 'a'.repeat(256) }, 'This value is too long. It should have 255 characters or less.'],
    [{ name: 5 }, 'This value should be of type string.'],
  ] as const) {
    it(`POST /catalogs with ${JSON.stringify(body).slice(0, 20)} is refused: ${message}`, async () => {
      const answer = await buildWriter().send('POST', '/catalogs', body)
      expect(answer.status).toBe(422)
      expect(answer.body).toEqual(violationRefusal({ property: 'name', message }))
    })
  }

  it('POST /catalogs beyond the limit is refused', async () => {
    const writer = buildWriter()
    const { catalogs: limit } = defaultScenario.limits
    for (let count = 0; count < limit; count += 1) await create(writer, `Shop ${count}`)
    const answer = await writer.send('POST', '/catalogs', { name: 'One more' })
    const message = `You can create up to ${limit} catalogs`
    expect(answer.body).toEqual(violationRefusal({ property: '', message }))
  })

  it('a catalog of somebody else does not exist', async () => {
    const writer = buildWriter()
    const id = await create(writer)
    const scenario = await writer.pim.dump()
    const catalogs = scenario.catalogs.map((each) => Object.assign({}, each, { owner: 'admin' }))
    await writer.pim.send('/_control/scenario', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...scenario, catalogs }),
    })
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/products'],
      ['GET', '/mapping-schemas/product'],
    ] as const) {
      expect(await writer.send(method, `/catalogs/${id}${path}`)).toMatchObject({
        status: 404,
        body: { code: 404, message: `Catalog "${id}" does not exist or you can't access it.` },
      })
    }
  })

  for (const [method, path, acl, message] of [
    ['GET', '', 'pim_api_catalog_list', 'access app catalogs'],
    ['POST', '', 'pim_api_catalog_edit', 'edit app catalogs'],
    ['DELETE', '/x', 'pim_api_catalog_remove', 'delete app catalogs'],
    ['GET', '/x/products', 'pim_api_product_list', 'access products'],
  ] as const) {
    it(`${method} /catalogs${path} without ${acl} is forbidden`, async () => {
      const writer = buildWriter(allApiAcls.filter((other) => other !== acl))
      const body = method === 'POST' ? {} : undefined
      expect(await writer.send(method, `/catalogs${path}`, body)).toMatchObject({
        status: 403,
        body: { code: 403, message: `Access forbidden. You are not allowed to ${message}.` },
      })
    })
  }

  it('a catalog that is not enabled answers 200 and says so', async () => {
    const writer = buildWriter()
    const id = await create(writer)
    for (const path of ['products', 'product-uuids', 'product-identifiers', 'mapped-products']) {
      expect(await writer.send('GET', `/catalogs/${id}/${path}`)).toMatchObject({
        status: 200,
        body: {
          error: `No products to synchronize. The catalog ${id} has been disabled on the PIM side. Note that you can get catalogs status with the GET /api/rest/v1/catalogs endpoint.`,
        },
      })
    }
  })

  it('GET …/products goes through all products by cursor', async () => {
    const { writer, path } = await withEnabled()
    const seen: string[] = []
    let next: string | undefined = `${path}/products?limit=40`
    while (next !== undefined) {
      const list: Products<{ uuid: string }> = await writer.read(next)
      seen.push(...list['_embedded'].items.map(({ uuid }) => uuid))
      next = list['_links']['next']?.href.replace(/^.*\/v1/, '')
    }
    expect(seen).toHaveLength(97)
    expect(seen).toEqual(seen.toSorted())
  })

  it('GET …/product-uuids and …/product-identifiers are lists of texts', async () => {
    const { writer, path } = await withEnabled()
    const uuids = await writer.read<Products<string>>(`${path}/product-uuids?limit=1`)
    const names = await writer.read<Products<string>>(`${path}/product-identifiers?limit=1`)
    const [uuid, name] = [uuids['_embedded'].items[0], names['_embedded'].items[0]]
    expect(await writer.read(`${path}/products/${uuid}`)).toMatchObject({ uuid })
    expect(await writer.read(`/products/${name}`)).toMatchObject({ uuid })
  })

  it('GET …/products leaves out what was updated too early or too late', async () => {
    const { writer, path } = await withEnabled()
    const dates = 'updated_after=2023-01-01T00:00:00Z&updated_before=2024-01-01T00:00:00Z'
    const list = await writer.read<Products<{ updated: string }>>(`${path}/products?${dates}`)
    const years = new Set(list['_embedded'].items.map(({ updated }) => updated.slice(0, 4)))
    expect([...years]).toEqual(['2023'])
  })

  for (const [query, property, message] of [
    ['search_after=x', 'search_after', 'This is not a valid UUID.'],
    ['limit=0', 'limit', 'This value should be between 1 and 1000.'],
    ['updated_after=yesterday', 'updated_after', 'This value is not a valid datetime.'],
  ] as const) {
    it(`GET …/products?${query} is refused: ${message}`, async () => {
      const { writer, path } = await withEnabled()
      const answer = await writer.send('GET', `${path}/products?${query}`)
      expect(answer.body).toEqual(violationRefusal({ property, message }))
    })
  }

  it('GET …/products/{uuid} of an unknown product names both', async () => {
    const { writer, path } = await withEnabled()
    const id = path.replace('/catalogs/', '')
    expect((await writer.send('GET', `${path}/products/x`)).body).toEqual({
      code: 404,
      message: `Either catalog "${id}" does not exist or you can't access it, or product "x" does not exist or you do not have permission to access it.`,
    })
  })

  it('PUT of a mapping schema answers 204; GET gives it back, DELETE removes it', async () => {
    const { writer, path } = await withEnabled()
    const address = `${path}/mapping-schemas/product`
    expect((await writer.send('GET', address)).status).toBe(404)
    expect((await writer.send('PUT', address, schema)).status).toBe(204)
    expect(await writer.read(address)).toEqual(schema)
    expect((await writer.send('DELETE', address)).status).toBe(204)
    expect((await writer.send('GET', address)).status).toBe(404)
  })

  for (const body of [{}, { ...schema, $schema: 'x' }, { ...schema, properties: {} }, []]) {
    it(`PUT of ${JSON.stringify(body).slice(0, 60)} as a mapping schema is refused`, async () => {
      const { writer, path } = await withEnabled()
      const answer = await writer.send('PUT', `${path}/mapping-schemas/product`, body)
      const message = 'You must provide a valid schema.'
      expect(answer.body).toEqual(violationRefusal({ property: 'productMappingSchema', message }))
    })
  }

  it('GET …/mapped-products needs a schema, and gives what is mapped: the UUID', async () => {
    const { writer, path } = await withEnabled()
    expect(await writer.read(`${path}/mapped-products`)).toEqual({
      error: 'Impossible to map products: no product mapping schema available for this catalog.',
    })
    await writer.send('PUT', `${path}/mapping-schemas/product`, schema)
    const list = await writer.read<Products<{ uuid: string }>>(`${path}/mapped-products?limit=1`)
    const [item] = list['_embedded'].items
    expect(Object.keys(item ?? {})).toEqual(['uuid'])
    expect(await writer.read(`${path}/mapped-products/${item?.uuid}`)).toEqual(item)
  })
})
