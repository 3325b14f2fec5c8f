import { expect } from 'vitest'
import { defaultScenario } from '../../../../playground/pim/index.ts'
import { buildCatalog } from '../../api/build-catalog.ts'
import { exchange } from '../../api/exchange.ts'
import type { Shown } from './shown.ts'

const schema = {
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  properties: { uuid: { type: 'string' }, title: { type: 'string' } },
}

/** Lines of section I.7. */
export const shownCatalogs: Shown = {
  async 'PUT of a mapping schema'() {
    const { pim, path } = await buildCatalog()
    const address = `${path}/mapping-schemas/product`
    const answer = await exchange({ method: 'PUT', path: address, body: schema }, pim)
    expect([answer.status, answer.body]).toEqual([204, ''])
  },
  async 'Mapped products of a disabled catalog'() {
    const { pim, path } = await buildCatalog({ enabled: false })
    await exchange({ method: 'PUT', path: `${path}/mapping-schemas/product`, body: schema }, pim)
    const answer = await exchange({ path: `${path}/mapped-products` }, pim)
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([200, ['error']])
  },
  async 'Number of catalogs'() {
    expect(defaultScenario.limits.catalogs).toBe(15)
    const { pim } = await buildCatalog()
    const statuses: number[] = []
    for (let number = 2; number <= 16; number += 1) {
      const body = { name: `Shop ${number}` }
      statuses.push((await exchange({ method: 'POST', path: '/catalogs', body }, pim)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 14 }, () => 201), 422])
  },
  async 'Links of catalog products'() {
    const { pim, path } = await buildCatalog()
    const { body } = await exchange({ path: `${path}/products?limit=1` }, pim)
    const { _links: links } = body as { _links: { self: { href: string } } }
    expect(links.self.href).toMatch(/^https:\/\/pim\.example\.com\/api\/rest\/v1\/catalogs\//)
  },
  async "Selection of a catalog's products"() {
    const { list } = await buildCatalog()
    const products = await list<{ enabled: boolean }>('products')
    expect(products.every(({ enabled }) => enabled)).toBe(true)
  },
  async 'Mapped products'() {
    const { pim, path, list } = await buildCatalog()
    await exchange({ method: 'PUT', path: `${path}/mapping-schemas/product`, body: schema }, pim)
    const [product] = await list<object>('mapped-products')
    expect(Object.keys(product ?? {})).toContain('uuid')
  },
  async 'Quotes around the id of a disabled catalog'() {
    const { pim, id, path } = await buildCatalog({ enabled: false })
    const { body } = await exchange({ path: `${path}/products` }, pim)
    expect(JSON.stringify(body)).toContain(`The catalog ${id} has been disabled`)
  },
}
