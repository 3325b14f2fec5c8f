import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildReader, type Reader } from './build-reader.ts'

let reader: Reader

beforeAll(() => {
  reader = buildReader()
})

const lists = [
  '/products',
  '/products-uuid',
  '/families',
  '/attributes',
  '/attribute-groups',
  '/attributes/color/options',
  '/categories',
  '/channels',
  '/locales',
  '/currencies',
  '/association-types',
]
const parameters = [
  'page limit with_count pagination_type search_after search scope locales attributes',
  'search_locale search_scope with_attribute_options with_completenesses with_position',
].flatMap((line) => line.split(' '))
const properties = [
  'uuid sku identifier enabled family groups categories parent completeness created updated code type',
  'is_root has_products name description price weight color dimmable release_date warranty __proto__',
].flatMap((line) => line.split(' '))
const operators = [
  'IN',
  'NOT IN',
  '=',
  '!=',
  '<',
  '>',
  'BETWEEN',
  'EMPTY',
  'IN CHILDREN',
  'UNCLASSIFIED',
  'SINCE LAST N DAYS',
  'GREATER THAN ON ALL LOCALES',
]

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string())
const anyCriterion = fc.record(
  {
    operator: fc.oneof(fc.constantFrom(...operators), fc.jsonValue()),
    value: fc.jsonValue(),
    locale: fc.oneof(fc.constantFrom('en_US', 'ja_JP'), fc.jsonValue()),
    scope: fc.oneof(fc.constantFrom('ecommerce', 'x'), fc.jsonValue()),
    locales: fc.oneof(fc.constant(['en_US']), fc.jsonValue()),
  },
  { requiredKeys: [] },
)
const anySearch = fc.dictionary(
  fc.oneof(fc.constantFrom(...properties), anyText),
  fc.oneof(fc.array(anyCriterion, { maxLength: 2 }), fc.jsonValue()),
  { maxKeys: 2 },
)

async function expectAnswer(path: string): Promise<void> {
  const response = await reader.get(path)
  expect([200, 400, 404, 422]).toContain(response.status)
  const body = (await response.json()) as { code?: unknown; message?: unknown }
  if (response.status === 200) return
  expect(body.code).toBe(response.status)
  expect(typeof body.message).toBe('string')
}

describe('any bytes in a query', () => {
  it('are answered with a list or a documented refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lists),
        fc.dictionary(fc.oneof(fc.constantFrom(...parameters), anyText), anyText, { maxKeys: 3 }),
        async (path, query) => {
          await expectAnswer(`${path}?${new URLSearchParams(query).toString()}`)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('are answered when they are no UTF-8 and no valid escapes', async () => {
    const raw = fc.array(fc.constantFrom('%', '%ff', '%00', '%zz', '=', '&', 'page', '[', ']', '+'))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), raw, async (path, parts) => {
        await expectAnswer(`${path}?${parts.join('')}`)
      }),
      { numRuns: 200 },
    )
  })

  it('are answered when they are a search', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), anySearch, async (path, search) => {
        await expectAnswer(`${path}?search=${encodeURIComponent(JSON.stringify(search))}`)
      }),
      { numRuns: 800 },
    )
  })

  it('are answered when they are a code in the path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), anyText, async (path, code) => {
        await expectAnswer(
          `${path}/${encodeURIComponent(code.replaceAll(/\p{Surrogate}/gu, '?'))}x`,
        )
      }),
      { numRuns: 200 },
    )
  })
})
