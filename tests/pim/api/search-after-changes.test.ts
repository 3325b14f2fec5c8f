import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOf, searching, type Listed } from './build-reader.ts'
import { buildWriter, type Writer } from './build-writer.ts'

interface Product {
  readonly uuid: string
  readonly identifier: string
  readonly enabled: boolean
  readonly family: string | null
  readonly parent: string | null
  readonly categories: readonly string[]
}

type Change = readonly [method: string, path: string, body?: object]

const products = ['armchair-ondrel', 'armchair-savik', 'mug-set-fika', 'new-one', 'NEW-two']
const models = ['tote-bag-bolsena', 'pendant-lamp-nimbra', 'pendant-lamp-nimbra-brass']
const categories = ['seating', 'tableware', 'beds', 'furniture', 'pendant_lamps']
const families = ['furniture', 'kitchenware', 'toys', null]

const someCategories = fc.uniqueArray(fc.constantFrom(...categories), { maxLength: 3 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record(
      {
        identifier: fc.constantFrom(...products),
        family: fc.constantFrom(...families),
        categories: someCategories,
        enabled: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    .chain((body) =>
      fc
        .constantFrom(...products)
        .map((name): Change => ['PATCH', `/products/${name}`, { identifier: name, ...body }]),
    ),
  fc.constantFrom(...products).map((name): Change => ['DELETE', `/products/${name}`]),
  fc
    .tuple(fc.constantFrom(...models), someCategories)
    .map(([code, some]): Change => ['PATCH', `/product-models/${code}`, { categories: some }]),
  fc.constantFrom(...models).map((code): Change => ['DELETE', `/product-models/${code}`]),
)

const isIn = (codes: readonly string[]) => (product: Product) =>
  product.categories.some((code) => codes.includes(code))
const below = ['furniture', 'seating', 'tables', 'storage', 'beds']

// What is searched for, and what a plain scan takes for it.
const searches: readonly (readonly [object, (product: Product) => boolean])[] = [
  [one('enabled', '=', false), ({ enabled }) => !enabled],
  [one('enabled', '!=', false), ({ enabled }) => enabled],
  [one('family', 'IN', ['toys', 'bags']), ({ family }) => family === 'toys' || family === 'bags'],
  [one('family', 'NOT IN', ['toys']), ({ family }) => family !== 'toys'],
  [one('family', 'EMPTY'), ({ family }) => family === null],
  [one('categories', 'IN', ['seating']), isIn(['seating'])],
  [one('categories', 'IN', ['pendant_lamps', 'beds']), isIn(['pendant_lamps', 'beds'])],
  [one('categories', 'IN CHILDREN', ['furniture']), isIn(below)],
  [one('categories', 'UNCLASSIFIED'), (product) => product.categories.length === 0],
  [one('parent', '=', models[0]), ({ parent }) => parent === models[0]],
  [one('parent', 'EMPTY'), ({ parent }) => parent === null],
  [one('identifier', '=', 'new-TWO'), ({ identifier }) => identifier === 'NEW-two'],
  [one('sku', 'IN', products), ({ identifier }) => products.includes(identifier)],
  [
    { ...one('sku', 'STARTS WITH', 'armchair'), ...one('categories', 'IN', ['beds']) },
    (product) => product.identifier.startsWith('armchair') && isIn(['beds'])(product),
  ],
]

function one(property: string, operator: string, value?: unknown): Record<string, object[]> {
  return { [property]: [{ operator, ...(value !== undefined && { value }) }] }
}

async function walk(writer: Writer, search: string): Promise<Product[]> {
  const found: Product[] = []
  for (let page = 1; ; page += 1) {
    const path = `/products?limit=100&page=${page}&attributes=sku${search.replace('?', '&')}`
    const items = itemsOf(await writer.read<Listed<Product>>(path))
    found.push(...items)
    if (items.length < 100) return found
  }
}

async function compare(writer: Writer): Promise<void> {
  const all = await walk(writer, '')
  for (const [search, meets] of searches) {
    const found = await walk(writer, searching(search))
    const names = all.filter(meets).map(({ identifier }) => identifier)
    expect(found.map(({ identifier }) => identifier)).toEqual(names)
  }
  const uuids = all.slice(0, 3).map(({ uuid }) => uuid)
  const known = await walk(writer, searching(one('uuid', 'IN', [...uuids, 'nobody'])))
  expect(known.map(({ uuid }) => uuid)).toEqual(uuids)
}

test('whatever changes, a search finds what a plain scan of all products finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const writer = buildWriter()
      // Indexes are made when they are first asked.
      for (const [search] of searches) await writer.read(`/products${searching(search)}&limit=1`)
      let kept = 0
      for (const [method, path, body] of changes) {
        const { status } = await writer.send(method, path, body)
        expect([200, 201, 204, 404, 422]).toContain(status)
        kept += status < 300 ? 1 : 0
      }
      fc.pre(kept > 0)
      await compare(writer)
    }),
    { numRuns: 5 },
  )
}, 60_000)
