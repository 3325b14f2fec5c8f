import { beforeEach, describe, expect, it } from 'vitest'
import { buildCatalog, changeCatalogs } from './build-catalog.ts'
import { exchange } from './exchange.ts'

type Built = Awaited<ReturnType<typeof buildCatalog>>

interface Product {
  readonly uuid: string
  readonly identifier: string
  readonly values: Readonly<Record<string, readonly { readonly data: unknown }[]>>
}

const chair = 'armchair-ondrel'
let built: Built

beforeEach(async () => {
  built = await buildCatalog()
  await exchange({ method: 'PATCH', path: '/products/asleep', body: { enabled: false } }, built.pim)
})

async function find(identifier: string): Promise<Product> {
  return (await exchange({ path: `/products/${identifier}` }, built.pim)).body as Product
}

/** Which of some products a catalog with these criteria has. */
async function selected(criteria: readonly object[], among: readonly string[]) {
  const productSelectionCriteria = criteria as never
  await changeCatalogs(built.pim, { productSelectionCriteria })
  const found: string[] = []
  for (const identifier of among) {
    const { uuid } = await find(identifier)
    const { status } = await exchange({ path: `${built.path}/products/${uuid}` }, built.pim)
    if (status === 200) found.push(identifier)
  }
  return found
}

describe('which products a catalog selects (contract I.7)', () => {
  it('those that are enabled, as long as nobody chose others', async () => {
    const { uuid } = await find('asleep')
    const seen: string[] = []
    let after = ''
    for (;;) {
      const uuids = await built.list<string>(`product-uuids?limit=1000${after}`)
      if (uuids.length === 0) break
      seen.push(...uuids)
      after = `&search_after=${uuids.at(-1)}`
    }
    expect(seen).toContain((await find(chair)).uuid)
    expect(seen).not.toContain(uuid)
    const answer = await exchange({ path: `${built.path}/products/${uuid}` }, built.pim)
    expect(answer).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining(`product "${uuid}" does not exist`) as unknown },
    })
  })

  it('all of them when the criteria are none', async () => {
    expect(await selected([], [chair, 'asleep'])).toEqual([chair, 'asleep'])
  })

  for (const [what, criterion, found] of [
    ['what is not enabled', { field: 'enabled', operator: '=', value: false }, ['asleep']],
    ['a family', { field: 'family', operator: 'IN', value: ['furniture'] }, [chair]],
    ['no family', { field: 'family', operator: 'EMPTY', value: null }, ['asleep']],
    ['a category', { field: 'categories', operator: 'IN', value: ['seating'] }, [chair]],
    [
      'a category and below',
      { field: 'categories', operator: 'IN CHILDREN', value: ['master'] },
      [chair],
    ],
    ['no category', { field: 'categories', operator: 'UNCLASSIFIED', value: [] }, ['asleep']],
    [
      'completeness',
      { field: 'completeness', operator: '>', value: 1, scope: 'ecommerce', locale: 'en_US' },
      [chair],
    ],
    [
      'a text',
      { field: 'name', operator: 'CONTAINS', value: 'ondrel', scope: null, locale: 'en_US' },
      [chair],
    ],
    ['the identifier', { field: 'sku', operator: 'STARTS WITH', value: 'asl' }, ['asleep']],
    ['an option', { field: 'color', operator: 'IN', value: ['moss_green'] }, [chair]],
    [
      'a measurement',
      { field: 'weight', operator: '>', value: { amount: 15_000, unit: 'GRAM' } },
      [chair],
    ],
  ] as const) {
    it(`by ${what}`, async () => {
      expect(await selected([criterion], [chair, 'asleep'])).toEqual(found)
    })
  }

  it('by all criteria together', async () => {
    const furniture = { field: 'family', operator: 'IN', value: ['furniture'] }
    const asleep = { field: 'enabled', operator: '=', value: false }
    expect(await selected([furniture, asleep], [chair, 'asleep'])).toEqual([])
  })

  it('none any more when a criterion names what is not there: the catalog is switched off', async () => {
    const { pim, path, id } = built
    const criterion = { field: 'gone', operator: 'EMPTY', value: null }
    await changeCatalogs(pim, { productSelectionCriteria: [criterion] })
    const { status, body } = await exchange({ path: `${path}/products` }, pim)
    expect(status).toBe(200)
    expect(body).toEqual({
      error: `No products to synchronize. The catalog ${id} has been disabled on the PIM side. Note that you can get catalogs status with the GET /api/rest/v1/catalogs endpoint.`,
    })
    expect((await exchange({ path }, pim)).body).toMatchObject({ enabled: false })
  })

  it('a catalog that is deleted while it is read stays deleted', async () => {
    const { pim, path } = built
    const criterion = { field: 'gone', operator: 'EMPTY', value: null }
    await changeCatalogs(pim, { productSelectionCriteria: [criterion] })
    const [read, deleted] = await Promise.all([
      exchange({ path: `${path}/products` }, pim),
      exchange({ method: 'DELETE', path }, pim),
    ])
    expect([read.status, deleted.status]).toEqual([200, 204])
    expect((await exchange({ path }, pim)).status).toBe(404)
  })

  it('what was chosen survives a change of the name, a dump and a load', async () => {
    const { pim, path } = built
    const criterion = { field: 'family', operator: 'EMPTY', value: null }
    await changeCatalogs(pim, { productSelectionCriteria: [criterion] })
    await exchange({ method: 'PATCH', path, body: { name: 'Other' } }, pim)
    const { catalogs } = await pim.dump()
    expect(catalogs).toMatchObject([{ name: 'Other', productSelectionCriteria: [criterion] }])
  })
})

describe('which values a catalog shows (contract I.7)', () => {
  async function values(filters: object): Promise<Product['values']> {
    await changeCatalogs(built.pim, { productValueFilters: filters })
    const { uuid } = await find(chair)
    const { body } = await exchange({ path: `${built.path}/products/${uuid}` }, built.pim)
    return (body as Product).values
  }

  it('those of some locales, and those without one', async () => {
    const shown = await values({ locales: ['fr_FR'] })
    expect(shown['name']).toHaveLength(1)
    expect(shown['name']).toMatchObject([{ locale: 'fr_FR' }])
    expect(shown).toHaveProperty('color')
  })

  it('those of some channels, and those without one', async () => {
    const shown = await values({ channels: ['print'] })
    expect(
      new Set(shown['description']?.map((value) => (value as { scope?: string }).scope)),
    ).toEqual(new Set(['print']))
    expect(shown).toHaveProperty('name')
  })

  it('a channel without values leaves an empty list behind, as the PIM does', async () => {
    expect((await values({ channels: ['nowhere'] }))['description']).toEqual([])
  })

  it('prices in some currencies', async () => {
    const [price] = (await values({ currencies: ['USD'] }))['price'] ?? []
    expect(price?.data).toMatchObject([{ currency: 'USD' }])
    expect(price?.data).toHaveLength(1)
  })

  it('all of them when a filter is empty', async () => {
    const all = await values({})
    expect(await values({ locales: [], channels: null, currencies: [] })).toEqual(all)
  })
})
