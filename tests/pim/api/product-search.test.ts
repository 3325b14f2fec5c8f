import { beforeAll, describe, expect, it } from 'vitest'
import { startTime } from '../build-pim.ts'
import { buildReader, itemsOf, type Listed, type Reader, searching } from './build-reader.ts'

interface Product {
  readonly uuid: string
  readonly identifier: string
  readonly enabled: boolean
  readonly family: string | null
  readonly parent: string | null
  readonly categories: readonly string[]
  readonly created: string
  readonly values: Readonly<Record<string, readonly Value[]>>
  readonly completenesses: readonly { scope: string; locale: string; data: number }[]
}

interface Value {
  readonly locale: string | null
  readonly scope: string | null
  readonly data: unknown
}

let reader: Reader
let all: readonly Product[]

beforeAll(async () => {
  reader = buildReader()
  all = await walk('/products?with_completenesses=true&')
})

/** Every product on every page of a list. */
async function walk(path: string): Promise<Product[]> {
  const products: Product[] = []
  for (let page = 1; ; page += 1) {
    const items = itemsOf(await reader.read<Listed<Product>>(`${path}limit=100&page=${page}`))
    products.push(...items)
    if (items.length < 100) return products
  }
}

async function found(search: unknown, extra = ''): Promise<string[]> {
  return names(await walk(`/products${searching(search)}&attributes=sku${extra}&`))
}

function names(products: readonly Product[]): string[] {
  return products.map(({ identifier }) => identifier).sort()
}

/** Those of all products that meet a condition, which must be some and not all. */
function those(meets: (product: Product) => boolean): string[] {
  const some = all.filter(meets)
  expect(some.length).toBeGreaterThan(0)
  expect(some.length).toBeLessThan(all.length)
  return names(some)
}

/** What is found by one condition. */
function by(property: string, operator: string, rest: object = {}): Promise<string[]> {
  return found({ [property]: [{ operator, ...rest }] })
}

function dataOf(product: Product, code: string, locale: string | null = null): unknown {
  return product.values[code]?.find((value) => value.locale === locale)?.data
}

const chairs = ['armchair-merrow', 'armchair-ondrel', 'armchair-savik']
const uuid = '085ac60d-481b-4481-96dc-9668b22a56c7'

describe('searching products (contract I.6)', () => {
  it('joins conditions by AND', async () => {
    const search = {
      family: [{ operator: 'IN', value: ['furniture'] }],
      parent: [{ operator: 'EMPTY' }],
      sku: [
        { operator: 'STARTS WITH', value: 'armchair' },
        { operator: 'DOES NOT CONTAIN', value: 'savik' },
      ],
    }
    const isMeant = ({ identifier, parent }: Product) =>
      identifier.startsWith('armchair') && identifier !== 'armchair-savik' && parent === null
    expect(await found(search)).toEqual(those(isMeant))
  })

  it('finds by the identifier, upper and lower case alike', async () => {
    const some = those(({ identifier }) => identifier.includes('mchai'))
    expect(some).toEqual(expect.arrayContaining(chairs))
    expect(await by('sku', 'CONTAINS', { value: 'MCHAI' })).toEqual(some)
    expect(await by('identifier', '=', { value: chairs[0] })).toEqual([chairs[0]])
    expect(await by('identifier', '=', { value: chairs[0]?.toUpperCase() })).toEqual([chairs[0]])
    expect(await by('sku', 'IN', { value: [...chairs, 'x'] })).toEqual(chairs)
    expect(await by('sku', 'NOT IN', { value: chairs })).toEqual(
      those(({ identifier }) => !chairs.includes(identifier)),
    )
    expect(await by('sku', '!=', { value: chairs[0] })).toHaveLength(all.length - 1)
    expect(await by('sku', 'EMPTY')).toEqual([])
    expect(await by('sku', 'NOT EMPTY')).toEqual(names(all))
  })

  it('finds by uuid', async () => {
    expect(await by('uuid', 'IN', { value: [uuid] })).toEqual(['armchair-ondrel'])
    expect(await by('uuid', 'NOT IN', { value: [uuid] })).toHaveLength(all.length - 1)
  })

  it('finds by enabled', async () => {
    expect(await by('enabled', '=', { value: false })).toEqual(those(({ enabled }) => !enabled))
    expect(await by('enabled', '!=', { value: false })).toEqual(those(({ enabled }) => enabled))
  })

  it('finds by family, groups and parent', async () => {
    const value = ['lamps', 'bags']
    const isOne = ({ family }: Product) => value.includes(family ?? '')
    expect(await by('family', 'IN', { value })).toEqual(those(isOne))
    expect(await by('family', 'NOT IN', { value })).toEqual(those((each) => !isOne(each)))
    expect(await by('family', 'EMPTY')).toEqual(those(({ family }) => family === null))
    expect(await by('family', 'NOT EMPTY')).toEqual(those(({ family }) => family !== null))
    expect(await by('groups', 'EMPTY')).toEqual(names(all))
    expect(await by('parent', 'NOT EMPTY')).toEqual(those(({ parent }) => parent !== null))
    expect(await by('parent', '=', { value: 'tote-bag-bolsena' })).toHaveLength(3)
    expect(await by('parent', '=', { value: 'x' })).toEqual([])
  })

  it('finds by category, here or below', async () => {
    const isIn = (codes: readonly string[]) => (product: Product) =>
      product.categories.some((code) => codes.includes(code))
    const below = isIn(['furniture', 'seating', 'tables', 'storage', 'beds'])
    const seated = isIn(['seating'])
    const [furniture, seating] = [{ value: ['furniture'] }, { value: ['seating'] }]
    const isNowhere = ({ categories }: Product) => categories.length === 0
    expect(await by('categories', 'IN', furniture)).toEqual([])
    expect(await by('categories', 'IN CHILDREN', furniture)).toEqual(those(below))
    expect(await by('categories', 'NOT IN CHILDREN', furniture)).toEqual(
      those((each) => !below(each)),
    )
    expect(await by('categories', 'UNCLASSIFIED')).toEqual(those(isNowhere))
    expect(await by('categories', 'IN', seating)).toEqual(those(seated))
    expect(await by('categories', 'IN OR UNCLASSIFIED', seating)).toEqual(
      those((each) => isNowhere(each) || seated(each)),
    )
    expect(await by('categories', 'NOT IN', seating)).toEqual(those((each) => !seated(each)))
  })

  it('finds by text, for the locale and scope of the condition or of the query', async () => {
    const condition = { operator: 'STARTS WITH', value: 'Fauteuil' }
    const some = those((each) => String(dataOf(each, 'name', 'fr_FR')).startsWith('Fauteuil'))
    expect(some).toEqual(expect.arrayContaining(chairs))
    expect(await found({ name: [{ ...condition, locale: 'fr_FR' }] })).toEqual(some)
    expect(await found({ name: [{ ...condition, locale: 'en_US' }] })).toEqual([])
    expect(await found({ name: [condition] }, '&search_locale=fr_FR')).toEqual(some)
    const scoped = { operator: 'CONTAINS', value: 'ligne', locale: 'fr_FR', scope: 'print' }
    expect(await found({ description: [scoped] })).toEqual([])
  })

  it('finds what is missing in one locale, of those whose family has the attribute', async () => {
    const where = { locale: 'de_DE', scope: 'ecommerce' }
    const isThere = (each: Product) => dataOf(each, 'description', 'de_DE') !== undefined
    expect(await by('description', 'EMPTY', where)).toEqual(those((each) => !isThere(each)))
    expect(await by('description', 'NOT EMPTY', where)).toEqual(those(isThere))
    expect(await by('power', 'EMPTY')).toEqual([])
    expect(await by('power', 'NOT EMPTY')).toEqual(those(({ family }) => family === 'lamps'))
  })

  it('compares numbers', async () => {
    const compare = (meets: (kelvin: number) => boolean) =>
      those((each) => {
        const kelvin = dataOf(each, 'color_temperature')
        return typeof kelvin === 'number' && meets(kelvin)
      })
    const code = 'color_temperature'
    expect(await by(code, '<', { value: 2700 })).toEqual(compare((kelvin) => kelvin < 2700))
    expect(await by(code, '<=', { value: '2700' })).toEqual(compare((kelvin) => kelvin <= 2700))
    expect(await by(code, '=', { value: 2700 })).toEqual(compare((kelvin) => kelvin === 2700))
    expect(await by(code, '!=', { value: 2700 })).toEqual(compare((kelvin) => kelvin !== 2700))
    expect(await by(code, '>', { value: 2700 })).toEqual(compare((kelvin) => kelvin > 2700))
    expect(await by(code, '>=', { value: 2700 })).toEqual(compare((kelvin) => kelvin >= 2700))
  })

  it('compares measurements across units', async () => {
    const heavy = those((each) => {
      const weight = dataOf(each, 'weight') as { amount: string } | undefined
      return Number(weight?.amount) > 30
    })
    expect(await by('weight', '>', { value: { amount: 30, unit: 'KILOGRAM' } })).toEqual(heavy)
    expect(await by('weight', '>', { value: { amount: '30000', unit: 'GRAM' } })).toEqual(heavy)
  })

  it('compares prices in one currency', async () => {
    const pounds = (product: Product): number => {
      const prices = dataOf(product, 'price') as { amount: string; currency: string }[] | undefined
      return Number(prices?.find(({ currency }) => currency === 'GBP')?.amount)
    }
    const value = { amount: 1000, currency: 'GBP' }
    expect(await by('price', '>=', { value })).toEqual(those((each) => pounds(each) >= 1000))
    expect(await by('price', '<', { value })).toEqual(those((each) => pounds(each) < 1000))
    expect(await by('price', '>', { value: { ...value, amount: 1e6 } })).toEqual([])
  })

  it('finds by switch and by option', async () => {
    const isDimmable = (each: Product) => dataOf(each, 'dimmable') === true
    expect(await by('dimmable', '=', { value: true })).toEqual(those(isDimmable))
    expect(await by('dimmable', '!=', { value: true })).toEqual(
      those((each) => dataOf(each, 'dimmable') === false),
    )
    const color = (code: string) => those((each) => dataOf(each, 'color') === code)
    expect(await by('color', 'IN', { value: ['copper'] })).toEqual(color('copper'))
    const isOther = (each: Product) =>
      Object.hasOwn(each.values, 'material') &&
      !(dataOf(each, 'material') as string[]).includes('oak')
    expect(await by('material', 'NOT IN', { value: ['oak'] })).toEqual(those(isOther))
    const isWoven = ({ values }: Product) => Object.hasOwn(values, 'thread_count')
    expect(await by('thread_count', 'NOT EMPTY')).toEqual(those(isWoven))
  })

  it('finds by date and by moment', async () => {
    const value = ['2022-10-09', '2022-10-09']
    expect(await by('release_date', 'BETWEEN', { value })).toContain(chairs[1])
    expect(await by('release_date', '<', { value: '2020-01-01' })).toEqual([])
    const moment = { value: '2022-09-07 01:13:27' }
    const isThen = ({ created }: Product) => created === '2022-09-07T01:13:27+00:00'
    expect(await by('created', '=', moment)).toEqual(those(isThen))
    expect(await by('created', '!=', moment)).toEqual(those((each) => !isThen(each)))
    const years = ['2000-01-01 00:00:00', '2100-01-01 00:00:00']
    expect(await by('updated', 'BETWEEN', { value: years })).toEqual(names(all))
    expect(await by('updated', 'NOT BETWEEN', { value: years })).toEqual([])
    expect(await by('updated', 'SINCE LAST N DAYS', { value: 10_000 })).toEqual(names(all))
    expect(await by('created', 'SINCE LAST N DAYS', { value: 0 })).toEqual(
      those(({ created }) => Date.parse(created) >= startTime),
    )
  })

  it('finds by completeness, of one locale or of all', async () => {
    const ratio = (each: Product, locale: string): number =>
      each.completenesses.find((one) => one.scope === 'ecommerce' && one.locale === locale)?.data ??
      Number.NaN
    const german = { scope: 'ecommerce', locale: 'de_DE', value: 100 }
    expect(await by('completeness', '<', german)).toEqual(
      those((each) => ratio(each, 'de_DE') < 100),
    )
    expect(await by('completeness', '=', german)).toEqual(
      those((each) => ratio(each, 'de_DE') === 100),
    )
    const both = { scope: 'ecommerce', locales: ['de_DE', 'fr_FR'], value: 99 }
    expect(await by('completeness', 'GREATER THAN ON ALL LOCALES', both)).toEqual(
      those((each) => both.locales.every((locale) => ratio(each, locale) > 99)),
    )
    expect(await by('completeness', 'LOWER OR EQUALS THAN ON ALL LOCALES', both)).toEqual(
      those((each) => both.locales.every((locale) => ratio(each, locale) <= 99)),
    )
  })
})
