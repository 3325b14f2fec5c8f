import { beforeEach, describe, expect, it } from 'vitest'
import { buildCatalog, changeCatalogs } from './build-catalog.ts'
import { exchange } from './exchange.ts'

const value = (data: unknown, locale: string | null = null, scope: string | null = null) => [
  { locale, scope, data },
]

const stool = {
  family: 'furniture',
  categories: ['seating', 'gifts'],
  values: {
    name: value('Stool', 'en_US'),
    color: value('moss_green'),
    material: value(['brass', 'oak']),
    warranty: value(5),
    weight: value({ amount: 1.5, unit: 'KILOGRAM' }),
    price: value([{ amount: '19.90', currency: 'EUR' }]),
    release_date: value('2024-05-06'),
    assembly_required: value(true),
  },
}

let built: Awaited<ReturnType<typeof buildCatalog>>
let uuid: string

beforeEach(async () => {
  built = await buildCatalog()
  await exchange({ method: 'PATCH', path: '/products/stool', body: stool }, built.pim)
  const { body } = await exchange({ path: '/products/stool' }, built.pim)
  uuid = (body as { uuid: string }).uuid
})

/** Gives the catalog a schema and a mapping. */
async function map(properties: object, mapping: object, required?: readonly string[]) {
  const schema = {
    $schema: 'https://api.akeneo.com/mapping/product/0.0.9/schema',
    properties: { uuid: { type: 'string' }, ...properties },
    ...(required && { required }),
  }
  const path = `${built.path}/mapping-schemas/product`
  const { status } = await exchange({ method: 'PUT', path, body: schema }, built.pim)
  expect(status).toBe(204)
  const sources = Object.entries(mapping).map(([name, source]: [string, object]) => [
    name,
    { source: null, scope: null, locale: null, ...source },
  ])
  await changeCatalogs(built.pim, { productMapping: Object.fromEntries(sources) as never })
}

function mapped(): Promise<{ status: number; body: unknown }> {
  return exchange({ path: `${built.path}/mapped-products/${uuid}` }, built.pim)
}

const string = { type: 'string' }
const number = { type: 'number' }
const list = { type: 'array', items: { type: 'string' } }
const inFrench = { parameters: { label_locale: 'fr_FR' } }

describe('mapped products (contract I.7)', () => {
  for (const [what, target, source, expected] of [
    ['a text', string, { source: 'name', locale: 'en_US' }, 'Stool'],
    ['the identifier', string, { source: 'sku' }, 'stool'],
    ['a number as a text', string, { source: 'warranty' }, '5'],
    ['the label of an option', string, { source: 'color', ...inFrench }, 'Vert mousse'],
    ['an option without a locale', string, { source: 'color' }, '[moss_green]'],
    ['labels of options', string, { source: 'material', ...inFrench }, 'Laiton, Chêne'],
    ['the label of the family', string, { source: 'family', ...inFrench }, 'Meubles'],
    ['labels of categories', string, { source: 'categories', ...inFrench }, 'Cadeaux, Assises'],
    ['categories without a locale', string, { source: 'categories' }, undefined],
    ['a list of labels', list, { source: 'material', ...inFrench }, ['Laiton', 'Chêne']],
    ['a list of categories', list, { source: 'categories', ...inFrench }, ['Cadeaux', 'Assises']],
    [
      'a date',
      { type: 'string', format: 'date-time' },
      { source: 'release_date' },
      '2024-05-06T00:00:00+00:00',
    ],
    ['a number', number, { source: 'warranty' }, 5],
    ['a measurement', number, { source: 'weight', parameters: { unit: 'GRAM' } }, 1500],
    ['a measurement without a unit', number, { source: 'weight' }, undefined],
    ['a price', number, { source: 'price', parameters: { currency: 'EUR' } }, 19.9],
    ['a price in no currency', number, { source: 'price' }, undefined],
    ['a switch', { type: 'boolean' }, { source: 'assembly_required' }, true],
    ['whether it is enabled', { type: 'boolean' }, { source: 'status' }, true],
    ['a source that does not fit', number, { source: 'color' }, undefined],
    ['an attribute that is not there', string, { source: 'nope' }, undefined],
    ['a value that is not there', string, { source: 'name', locale: 'fr_FR' }, undefined],
    ['a default for it', string, { source: 'name', locale: 'fr_FR', default: '–' }, '–'],
    ['a default for all', string, { default: 'new' }, 'new'],
    ['no source', string, {}, undefined],
    ['a type of another kind', { type: 'object' }, { source: 'name' }, undefined],
  ] as const) {
    it(`have ${what}: ${JSON.stringify(expected) ?? 'nothing'}`, async () => {
      await map({ target }, { target: source })
      const rest = expected === undefined ? {} : { target: expected }
      expect(await mapped()).toMatchObject({ status: 200 })
      expect((await mapped()).body).toEqual({ uuid, ...rest })
    })
  }

  it('have the properties in the order of the schema', async () => {
    await map(
      { name: string, sku: string },
      { sku: { source: 'sku' }, name: { source: 'name', locale: 'en_US' } },
    )
    expect(JSON.stringify((await mapped()).body)).toBe(
      `{"uuid":"${uuid}","name":"Stool","sku":"stool"}`,
    )
  })

  it('have nothing for a property that nobody mapped', async () => {
    await map({ name: string }, {})
    expect((await mapped()).body).toEqual({ uuid })
  })

  it('are not listed without what the schema requires', async () => {
    const mapping = { name: { source: 'name', locale: 'fr_FR' } }
    await map({ name: string }, mapping, ['uuid', 'name'])
    expect((await mapped()).status).toBe(404)
    const listed = await built.list<{ uuid: string; name?: string }>('mapped-products?limit=5')
    expect(listed).toHaveLength(5)
    for (const product of listed) expect(product.name).toBeTypeOf('string')
  })

  it('have no identifier where the product has none', async () => {
    const made = await exchange({ method: 'POST', path: '/products-uuid', body: {} }, built.pim)
    const nameless = made.headers['location']?.split('/').at(-1)
    await map({ sku: string }, { sku: { source: 'sku' } })
    const path = `${built.path}/mapped-products/${nameless}`
    expect((await exchange({ path }, built.pim)).body).toEqual({ uuid: nameless })
  })

  it('have measurements in units that are added, taken, multiplied and divided', async () => {
    const by = (operator: string, amount: string) => ({ operator, value: amount })
    const unit = (code: string, ...steps: object[]) => ({ code, convert_from_standard: steps })
    const heat = {
      code: 'Heat',
      standard_unit_code: 'KELVIN',
      units: {
        KELVIN: unit('KELVIN', by('mul', '1')),
        CELSIUS: unit('CELSIUS', by('add', '273')),
        FROST: unit('FROST', by('sub', '10'), by('div', '2')),
        NOTHING: unit('NOTHING', by('mul', '0')),
      },
    }
    const attribute = {
      code: 'heat',
      type: 'pim_catalog_metric',
      group: 'other',
      metric_family: 'Heat',
      default_metric_unit: 'KELVIN',
      decimals_allowed: true,
      negative_allowed: true,
    }
    const { pim } = built
    await exchange({ method: 'PATCH', path: '/measurement-families', body: [heat] }, pim)
    await exchange({ method: 'POST', path: '/attributes', body: attribute }, pim)
    const read = async (amount: number, from: string, to: string) => {
      const body = { values: { heat: value({ amount, unit: from }) } }
      await exchange({ method: 'PATCH', path: '/products/stool', body }, pim)
      await map({ heat: number }, { heat: { source: 'heat', parameters: { unit: to } } })
      return ((await mapped()).body as { heat?: number }).heat
    }
    expect(await read(20, 'CELSIUS', 'KELVIN')).toBe(293)
    expect(await read(293, 'KELVIN', 'CELSIUS')).toBe(20)
    expect(await read(30, 'FROST', 'KELVIN')).toBe(10)
    expect(await read(10, 'KELVIN', 'FROST')).toBe(30)
    expect(await read(10, 'KELVIN', 'NOTHING')).toBeUndefined()
    expect(await read(10, 'KELVIN', 'NOWHERE')).toBeUndefined()
  })

  it('without family and categories have none of them', async () => {
    const nothing = { family: null, categories: [] }
    await exchange({ method: 'PATCH', path: '/products/stool', body: nothing }, built.pim)
    await map(
      { family: string, categories: string, all: list },
      {
        family: { source: 'family', ...inFrench },
        categories: { source: 'categories', ...inFrench },
        all: { source: 'categories', ...inFrench },
      },
    )
    expect((await mapped()).body).toEqual({ uuid })
  })
})
