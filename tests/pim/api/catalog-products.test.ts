import { describe, expect, it } from 'vitest'
import { pimUrl } from '../build-pim.ts'
import { buildCatalog, type CatalogList } from './build-catalog.ts'
import { violationRefusal } from './build-writer.ts'
import { exchange } from './exchange.ts'

const api = `${pimUrl}/api/rest/v1`
const json = { 'content-type': 'application/json' }

const schema = {
  $id: 'https://example.com/product',
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  type: 'object',
  properties: { uuid: { type: 'string' }, title: { type: 'string' } },
}

/** What a disabled catalog answers. */
function disabled(id: string): object {
  const error = `No products to synchronize. The catalog ${id} has been disabled on the PIM side. Note that you can get catalogs status with the GET /api/rest/v1/catalogs endpoint.`
  return { status: 200, headers: json, body: { error } }
}

describe('the products of a catalog (contract I.7)', () => {
  for (const [name, parameter] of [
    ['products', 'uuid'],
    ['product-uuids', undefined],
    ['product-identifiers', undefined],
  ] as const) {
    it(`[I.7] GET /catalogs/{id}/${name}: lists them with links that go on by UUID`, async () => {
      const { pim, path } = await buildCatalog()
      const { status, headers, body } = await exchange({ path: `${path}/${name}?limit=2` }, pim)
      expect({ status, headers }).toEqual({ status: 200, headers: json })
      const { _links: links, _embedded: embedded } = body as CatalogList<unknown>
      expect(Object.keys(body as object)).toEqual(['_links', '_embedded'])
      const address = `${api}${path}/${name}`
      expect(embedded.items).toHaveLength(2)
      const uuids = (await exchange({ path: `${path}/product-uuids?limit=2` }, pim)).body
      const last = (uuids as CatalogList<string>)['_embedded'].items.at(-1)
      expect(links).toEqual({
        self: { href: `${address}?limit=2` },
        first: { href: `${address}?limit=2` },
        next: { href: `${address}?search_after=${last}&limit=2` },
      })
    })

    it(`GET …/${name} of a disabled catalog answers 200 and says so`, async () => {
      const { pim, id, path } = await buildCatalog({ enabled: false })
      expect(await exchange({ path: `${path}/${name}` }, pim)).toEqual(disabled(id))
      if (parameter === undefined) return
      expect(await exchange({ path: `${path}/${name}/x` }, pim)).toEqual(disabled(id))
    })
  }

  it('[I.7] GET /catalogs/{id}/products/{uuid}: gives one as by UUID', async () => {
    const { pim, path, list } = await buildCatalog()
    const [uuid] = await list<string>('product-uuids?limit=1')
    const { body } = await exchange({ path: `/products-uuid/${uuid}` }, pim)
    expect(await exchange({ path: `${path}/products/${uuid}` }, pim)).toEqual({
      status: 200,
      headers: json,
      body,
    })
    const [listed] = await list<object>('products?limit=1')
    expect(listed).toEqual(body)
  })

  it('[I.7] GET /catalogs/{id}/products/{uuid}: names both where one is unknown', async () => {
    const { pim, id, path } = await buildCatalog()
    const either = (catalog: string): object => ({
      status: 404,
      headers: json,
      body: {
        code: 404,
        message: `Either catalog "${catalog}" does not exist or you can't access it, or product "x" does not exist or you do not have permission to access it.`,
      },
    })
    expect(await exchange({ path: `${path}/products/x` }, pim)).toEqual(either(id))
    expect(await exchange({ path: '/catalogs/nope/products/x' }, pim)).toEqual(either('nope'))
  })

  it('[I.7] GET /catalogs/{id}/products: has no more than 100 at once unless asked', async () => {
    const { pim, path, list } = await buildCatalog()
    const lines = Array.from({ length: 60 }, (_, index) => `{"identifier":"more-${index}"}`)
    const headers = { 'content-type': 'application/vnd.akeneo.collection+json' }
    const patch = { method: 'PATCH', path: '/products', body: lines.join('\n'), headers }
    expect((await exchange(patch, pim)).status).toBe(200)
    expect(await list('products')).toHaveLength(100)
    const { body } = await exchange({ path: `${path}/products` }, pim)
    expect((body as CatalogList<object>)['_links']['self']?.href).toMatch(/\/products\?limit=100$/)
  })

  it('goes through all products by cursor, each once', async () => {
    const { pim, path } = await buildCatalog()
    const seen: string[] = []
    let next: string | undefined = `${path}/products?limit=40`
    while (next !== undefined) {
      const { body } = await exchange({ path: next }, pim)
      const { _links: links, _embedded: embedded } = body as CatalogList<{ uuid: string }>
      seen.push(...embedded.items.map(({ uuid }) => uuid))
      next = links['next']?.href.replace(api, '')
    }
    expect(seen.length).toBeGreaterThan(40)
    expect(seen).toEqual([...new Set(seen)].sort())
  })

  it('leaves out what was updated too early or too late', async () => {
    const { pim, path } = await buildCatalog()
    const dates = 'updated_after=2023-01-01T00:00:00Z&updated_before=2024-01-01T00:00:00Z'
    const { body } = await exchange({ path: `${path}/products?${dates}` }, pim)
    const { _links: links, _embedded: embedded } = body as CatalogList<{ updated: string }>
    expect(links['self']?.href).toBe(`${api}${path}/products?limit=100&${dates}`)
    const years = new Set(embedded.items.map(({ updated }) => updated.slice(0, 4)))
    expect([...years]).toEqual(['2023'])
  })

  for (const [query, property, message] of [
    ['search_after=x', 'search_after', 'This is not a valid UUID.'],
    ['limit=0', 'limit', 'This value should be between 1 and 1000.'],
    ['limit=1001', 'limit', 'This value should be between 1 and 1000.'],
    ['limit=many', 'limit', 'This value should be between 1 and 1000.'],
    ['updated_after=yesterday', 'updated_after', 'This value is not a valid datetime.'],
    ['updated_before=2024-01-01', 'updated_before', 'This value is not a valid datetime.'],
  ] as const) {
    it(`GET …/products?${query} is refused: ${message}`, async () => {
      const { pim, path } = await buildCatalog()
      expect(await exchange({ path: `${path}/products?${query}` }, pim)).toEqual({
        status: 422,
        headers: json,
        body: violationRefusal({ property, message }),
      })
    })
  }
})

describe('the mapping schema of a catalog (contract I.7)', () => {
  const below = (path: string): string => `${path}/mapping-schemas/product`

  it('[I.7] PUT /catalogs/{id}/mapping-schemas/product: answers 204 without a body', async () => {
    const { pim, path } = await buildCatalog()
    const put = { method: 'PUT', path: below(path), body: schema }
    expect(await exchange(put, pim)).toEqual({ status: 204, headers: {}, body: '' })
  })

  it('[I.7] GET /catalogs/{id}/mapping-schemas/product: gives it back as it was sent', async () => {
    const { pim, path } = await buildCatalog()
    expect((await exchange({ path: below(path) }, pim)).status).toBe(404)
    await exchange({ method: 'PUT', path: below(path), body: schema }, pim)
    expect(await exchange({ path: below(path) }, pim)).toEqual({
      status: 200,
      headers: json,
      body: schema,
    })
  })

  it('[I.7] DELETE /catalogs/{id}/mapping-schemas/product: answers 204, and it is gone', async () => {
    const { pim, path } = await buildCatalog()
    await exchange({ method: 'PUT', path: below(path), body: schema }, pim)
    const answer = await exchange({ method: 'DELETE', path: below(path) }, pim)
    expect(answer).toEqual({ status: 204, headers: {}, body: '' })
    expect((await exchange({ path: below(path) }, pim)).status).toBe(404)
  })

  for (const body of [{}, { ...schema, $schema: 'x' }, { ...schema, properties: {} }, []]) {
    it(`PUT of ${JSON.stringify(body).slice(0, 60)} is refused`, async () => {
      const { pim, path } = await buildCatalog()
      const message = 'You must provide a valid schema.'
      expect(await exchange({ method: 'PUT', path: below(path), body }, pim)).toEqual({
        status: 422,
        headers: json,
        body: violationRefusal({ property: 'productMappingSchema', message }),
      })
    })
  }

  it('[I.7] GET /catalogs/{id}/mapped-products: needs a schema, and begins with the UUID', async () => {
    const { pim, path, list } = await buildCatalog()
    const error =
      'Impossible to map products: no product mapping schema available for this catalog.'
    const mapped = { path: `${path}/mapped-products?limit=1` }
    expect(await exchange(mapped, pim)).toEqual({ status: 200, headers: json, body: { error } })
    await exchange({ method: 'PUT', path: below(path), body: schema }, pim)
    const [uuid] = await list<string>('product-uuids?limit=1')
    const { status, headers, body } = await exchange(mapped, pim)
    expect({ status, headers }).toEqual({ status: 200, headers: json })
    const { _links: links, _embedded: embedded } = body as CatalogList<object>
    const address = `${api}${path}/mapped-products`
    expect(links).toEqual({
      self: { href: `${address}?limit=1` },
      first: { href: `${address}?limit=1` },
      next: { href: `${address}?search_after=${uuid}&limit=1` },
    })
    expect(embedded.items).toEqual([{ uuid }])
  })

  it('[I.7] GET /catalogs/{id}/mapped-products/{uuid}: gives one as the list does', async () => {
    const { pim, path, list } = await buildCatalog()
    await exchange({ method: 'PUT', path: below(path), body: schema }, pim)
    const [uuid] = await list<string>('product-uuids?limit=1')
    expect(await exchange({ path: `${path}/mapped-products/${uuid}` }, pim)).toEqual({
      status: 200,
      headers: json,
      body: { uuid },
    })
    expect((await exchange({ path: `${path}/mapped-products/x` }, pim)).status).toBe(404)
  })

  it('mapped products of a disabled catalog answer 200 and say so', async () => {
    const { pim, id, path } = await buildCatalog({ enabled: false })
    expect(await exchange({ path: `${path}/mapped-products` }, pim)).toEqual(disabled(id))
    expect(await exchange({ path: `${path}/mapped-products/x` }, pim)).toEqual(disabled(id))
  })
})
