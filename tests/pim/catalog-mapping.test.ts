import { beforeEach, expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const schema = {
  $schema: 'https://api.akeneo.com/mapping/product/1.0.3/schema',
  type: 'object',
  properties: {
    title: { type: 'string', title: 'Title', description: 'What the shop calls it.' },
    uuid: { type: 'string' },
    story: { type: 'string' },
    weight: { type: 'number' },
    price: { type: 'number' },
    day: { type: 'string', format: 'date-time' },
    pim_parent: { type: 'string' },
  },
  required: ['uuid', 'title'],
}

let pim: BuiltPim
let token: string
let path: string

beforeEach(async () => {
  pim = buildPim()
  const scopes = 'read_products read_catalogs write_catalogs'
  token = (await activate(pim, await registerApp(pim), scopes)).access_token
  const made = await pim.api('POST', '/api/rest/v1/catalogs', { token, body: { name: 'Shop' } })
  const { id } = (await made.json()) as { id: string }
  path = `/rest/catalogs/${id}`
  const schemaPath = `/api/rest/v1/catalogs/${id}/mapping-schemas/product`
  const put = await pim.api('PUT', schemaPath, { token, body: schema })
  expect(put.status).toBe(204)
})

const nowhere = { scope: null, locale: null }
const title = { source: 'name', scope: null, locale: 'en_US' }

test('the targets of the schema say what they are and what can fill them, what the PIM fills itself first', async () => {
  const targets = await (await pim.screen('GET', `${path}/mapping-targets`)).json()
  expect((targets as { code: string }[]).map(({ code }) => code)).toEqual([
    'uuid',
    'pim_parent',
    'title',
    'story',
    'weight',
    'price',
    'day',
  ])
  expect(targets).toContainEqual({
    code: 'title',
    label: 'Title',
    description: 'What the shop calls it.',
    type: 'string',
    format: null,
    is_required: true,
    is_fixed: false,
    source_types: expect.arrayContaining(['pim_catalog_text', 'pim_catalog_number', 'family']),
    takes_default: true,
  })
  expect(targets).toContainEqual(
    expect.objectContaining({
      code: 'day',
      label: 'day',
      format: 'date-time',
      source_types: ['pim_catalog_date'],
      takes_default: false,
    }),
  )
  expect(targets).toContainEqual(
    expect.objectContaining({ code: 'uuid', is_fixed: true, source_types: [] }),
  )
})

test('the choices name every source with what must be said of it', async () => {
  const { sources, channels } = (await (
    await pim.screen('GET', '/rest/catalogs/choices')
  ).json()) as Record<string, { code: string }[]>
  const source = (code: string) => sources?.find((one) => one.code === code)
  expect(source('family')).toEqual({
    code: 'family',
    label: 'Family',
    type: 'family',
    localizable: false,
    scopable: false,
    parameter: 'label_locale',
    units: [],
    options: [],
  })
  expect(source('description')).toMatchObject({ localizable: true, scopable: true })
  expect(source('weight')).toMatchObject({
    parameter: 'unit',
    units: expect.arrayContaining([expect.objectContaining({ code: 'GRAM' })]),
  })
  expect(source('color')).toMatchObject({
    options: expect.arrayContaining([{ code: 'moss_green', label: 'Moss green' }]),
  })
  expect(channels?.find(({ code }) => code === 'ecommerce')).toMatchObject({
    locales: expect.arrayContaining(['en_US']),
  })
})

test('what a person maps is what the app gets', async () => {
  const product_mapping = {
    title,
    story: { ...nowhere, source: null, default: 'None yet' },
    weight: { ...nowhere, source: 'weight', parameters: { unit: 'GRAM' } },
  }
  const saved = await pim.screen('PATCH', path, { enabled: true, product_mapping })
  expect(saved.status).toBe(204)
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({ product_mapping })
  const mapped = `/api/rest/v1${path.replace('/rest', '')}/mapped-products?limit=1`
  const answer = await (await pim.api('GET', mapped, { token })).json()
  expect(answer).toMatchObject({
    _embedded: { items: [{ title: expect.any(String), story: 'None yet' }] },
  })
})

test('a target is filled from the family, or from the values of one channel', async () => {
  const product_mapping = {
    title: { ...nowhere, source: 'family', parameters: { label_locale: 'en_US' } },
    story: { source: 'description', scope: 'ecommerce', locale: 'en_US' },
  }
  const saved = await pim.screen('PATCH', path, { enabled: true, product_mapping })
  expect([saved.status, await saved.text()]).toEqual([204, ''])
  expect((await pim.dump()).catalogs).toMatchObject([{ productMapping: product_mapping }])
})

test('where the schema requires nothing, no target has to be filled', async () => {
  const { required: _required, ...rest } = schema
  const schemaPath = `/api/rest/v1${path.replace('/rest', '')}/mapping-schemas/product`
  expect((await pim.api('PUT', schemaPath, { token, body: rest })).status).toBe(204)
  const targets = (await (await pim.screen('GET', `${path}/mapping-targets`)).json()) as object[]
  expect(targets).toHaveLength(7)
  for (const target of targets) expect(target).toMatchObject({ is_required: false })
  const response = await pim.screen('PATCH', path, { enabled: true, product_mapping: {} })
  expect(response.status).toBe(204)
})

test.each<[string, Record<string, unknown>, string]>([
  ['a list', [] as never, ''],
  ['an entry that is a text', { title: 'name' }, ''],
  ['an entry without a locale', { title: { source: 'name', scope: null } }, ''],
  ['a target that is not there', { weather: title }, '[weather]'],
  ['a target that the PIM fills', { uuid: title }, '[uuid]'],
  ['an attribute that is not there', { title: { ...title, source: 'nope' } }, '[title][source]'],
  ['an attribute that does not fit', { weight: { ...title } }, '[weight][source]'],
  ['no locale', { title: { ...title, locale: null } }, '[title][locale]'],
  ['a locale that is not active', { title: { ...title, locale: 'af_ZA' } }, '[title][locale]'],
  ['a locale too many', { story: { ...title, source: 'ean' } }, '[story][locale]'],
  ['no channel', { story: { ...title, source: 'description' } }, '[story][scope]'],
  [
    'a channel that is not there',
    { story: { source: 'description', scope: 'fax', locale: 'en_US' } },
    '[story][scope]',
  ],
  ['a channel too many', { title: { ...title, scope: 'ecommerce' } }, '[title][scope]'],
  ['no unit', { weight: { ...nowhere, source: 'weight' } }, '[weight][parameters][unit]'],
  [
    'a unit of something else',
    { weight: { ...nowhere, source: 'weight', parameters: { unit: 'WATT' } } },
    '[weight][parameters][unit]',
  ],
  [
    'a currency that is not there',
    { price: { ...nowhere, source: 'price', parameters: { currency: 'XXX' } } },
    '[price][parameters][currency]',
  ],
  [
    'labels in a language that is not active',
    { story: { ...nowhere, source: 'color', parameters: { label_locale: 'af_ZA' } } },
    '[story][parameters][label_locale]',
  ],
  ['a default of another type', { title: { ...title, default: 5 } }, '[title][default]'],
  [
    'a default where none can be',
    { day: { ...nowhere, source: 'release_date', default: 'soon' } },
    '[day][default]',
  ],
])('a mapping with %s is refused, and changes nothing', async (_, product_mapping, property) => {
  const response = await pim.screen('PATCH', path, { enabled: false, product_mapping })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    errors: [{ propertyPath: `[product_mapping]${property}`, message: expect.any(String) }],
  })
  expect((await pim.dump()).catalogs[0]).not.toHaveProperty('productMapping')
})

test('a catalog is only switched on when what the app requires is mapped, or has a default', async () => {
  const change = (enabled: boolean, entry: object | undefined) =>
    pim.screen('PATCH', path, {
      enabled,
      product_mapping: entry ? { title: { ...nowhere, source: null, ...entry } } : {},
    })
  const refused = await change(true, undefined)
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({
    errors: [{ propertyPath: '[product_mapping][title][source]' }],
  })
  expect((await change(true, {})).status).toBe(422)
  expect((await change(false, {})).status).toBe(204)
  expect((await change(true, { default: 'Untitled' })).status).toBe(204)
})

test('a catalog without a mapping schema has neither targets nor a mapping', async () => {
  const schemaPath = `/api/rest/v1${path.replace('/rest', '')}/mapping-schemas/product`
  expect((await pim.api('DELETE', schemaPath, { token })).status).toBe(204)
  expect((await pim.api('DELETE', schemaPath, { token })).status).toBe(204)
  expect((await pim.screen('GET', `${path}/mapping-targets`)).status).toBe(404)
  const response = await pim.screen('PATCH', path, { enabled: true, product_mapping: {} })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errors: [{ propertyPath: '[product_mapping]' }] })
})
