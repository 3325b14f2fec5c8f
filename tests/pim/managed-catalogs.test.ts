import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

interface Connected {
  pim: BuiltPim
  token: string
  owner: string
  id: string
}

/** A connected app with one catalog. */
async function connected(): Promise<Connected> {
  const pim = buildPim()
  const scopes = 'read_products read_catalogs write_catalogs'
  const { access_token: token } = await activate(pim, await registerApp(pim), scopes)
  const made = await pim.api('POST', '/api/rest/v1/catalogs', { token, body: { name: 'Shop' } })
  const { id } = (await made.json()) as { id: string }
  const [app] = (await pim.dump()).connectedApps
  return { pim, token, id, owner: app?.username ?? '' }
}

test('the screens list the catalogs of one owner', async () => {
  const { pim, id, owner } = await connected()
  const response = await pim.screen('GET', `/rest/catalogs?owner=${owner}`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual([
    { id, name: 'Shop', enabled: false, owner_username: owner },
  ])
  expect(await (await pim.screen('GET', '/rest/catalogs?owner=nobody')).json()).toEqual([])
})

test('without an owner there is no list', async () => {
  const { pim } = await connected()
  const response = await pim.screen('GET', '/rest/catalogs')
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ code: 400, message: 'owner must not be empty.' })
})

test('a person switches a catalog on, and the app sees it', async () => {
  const { pim, token, id, owner } = await connected()
  expect((await pim.screen('PATCH', `/rest/catalogs/${id}`, { enabled: true })).status).toBe(204)
  expect(await (await pim.screen('GET', `/rest/catalogs/${id}`)).json()).toEqual({
    id,
    name: 'Shop',
    enabled: true,
    owner_username: owner,
    product_selection_criteria: [{ field: 'enabled', operator: '=', value: true }],
    product_value_filters: {},
    product_mapping: {},
    has_product_mapping_schema: false,
  })
  const seen = await pim.api('GET', `/api/rest/v1/catalogs/${id}`, { token })
  expect(await seen.json()).toMatchObject({ id, enabled: true })
})

test('what a person chooses decides which products and values the app gets', async () => {
  const { pim, token, id } = await connected()
  const choices = {
    product_selection_criteria: [
      { field: 'categories', operator: 'IN CHILDREN', value: ['lighting'] },
      { field: 'enabled', operator: '=', value: true, scope: null, locale: null },
    ],
    product_value_filters: { channels: ['ecommerce'], locales: ['en_US'], currencies: [] },
  }
  const change = { enabled: true, ...choices }
  expect((await pim.screen('PATCH', `/rest/catalogs/${id}`, change)).status).toBe(204)
  const saved = await (await pim.screen('GET', `/rest/catalogs/${id}`)).json()
  expect(saved).toMatchObject(choices)
  const path = `/api/rest/v1/catalogs/${id}/products?limit=5`
  const answer = (await (await pim.api('GET', path, { token })).json()) as {
    _embedded: { items: { values: Record<string, { locale: string | null }[]> }[] }
  }
  const locales = answer['_embedded'].items.flatMap(({ values }) =>
    Object.values(values).flatMap((all) => all.map(({ locale }) => locale)),
  )
  expect(answer['_embedded'].items.length).toBeGreaterThan(0)
  expect([...new Set(locales)].sort()).toEqual(['en_US', null])
  await pim.screen('PATCH', `/rest/catalogs/${id}`, { enabled: false })
  const kept = await (await pim.screen('GET', `/rest/catalogs/${id}`)).json()
  expect(kept).toMatchObject({ enabled: false, ...choices })
})

test('what can be chosen is named, and only what is active', async () => {
  const { pim } = await connected()
  const choices = (await (await pim.screen('GET', '/rest/catalogs/choices')).json()) as Record<
    string,
    { code: string; label: string }[]
  >
  expect(Object.keys(choices)).toEqual([
    'families',
    'categories',
    'channels',
    'locales',
    'currencies',
    'sources',
  ])
  expect(choices['locales']).toContainEqual({ code: 'en_US', label: 'en_US' })
  expect(choices['categories']?.map(({ code }) => code)).toContain('lighting')
  expect(choices['currencies']?.every(({ label }) => label.length === 3)).toBe(true)
})

test('a family without an English label is named by its code', async () => {
  const pim = buildPim()
  const { access_token: token } = await activate(
    pim,
    await registerApp(pim),
    'write_catalog_structure',
  )
  const body = { code: 'crates', attributes: ['sku'], attribute_as_label: 'sku' }
  expect((await pim.api('POST', '/api/rest/v1/families', { token, body })).status).toBe(201)
  const choices = await (await pim.screen('GET', '/rest/catalogs/choices')).json()
  expect(choices).toMatchObject({
    families: expect.arrayContaining([{ code: 'crates', label: '[crates]' }]),
  })
})

const criterion = { field: 'family', operator: 'IN', value: ['lamps'] }

test.each<[string, unknown, string]>([
  ['nothing', {}, '[enabled]'],
  ['a text', { enabled: 'yes' }, '[enabled]'],
  [
    'criteria that are no list',
    { enabled: true, product_selection_criteria: {} },
    '[product_selection_criteria]',
  ],
  [
    'a criterion that is no object',
    { enabled: true, product_selection_criteria: [1] },
    '[product_selection_criteria]',
  ],
  [
    'a criterion without a value',
    { enabled: true, product_selection_criteria: [{ field: 'family', operator: 'EMPTY' }] },
    '[product_selection_criteria]',
  ],
  [
    'a criterion for a channel that is no text',
    { enabled: true, product_selection_criteria: [{ ...criterion, scope: 1 }] },
    '[product_selection_criteria]',
  ],
  [
    'a criterion with something more',
    { enabled: true, product_selection_criteria: [{ ...criterion, more: 1 }] },
    '[product_selection_criteria]',
  ],
  [
    'a field that does not exist',
    { enabled: true, product_selection_criteria: [criterion, { ...criterion, field: 'weather' }] },
    '[product_selection_criteria][1]',
  ],
  [
    'filters that are a list',
    { enabled: true, product_value_filters: [] },
    '[product_value_filters]',
  ],
  [
    'a filter that is a text',
    { enabled: true, product_value_filters: { locales: 'en_US' } },
    '[product_value_filters]',
  ],
  [
    'a filter that does not exist',
    { enabled: true, product_value_filters: { planets: [] } },
    '[product_value_filters]',
  ],
  [
    'a channel that does not exist',
    { enabled: true, product_value_filters: { channels: ['fax'] } },
    '[product_value_filters][channels]',
  ],
  [
    'a locale that is not active',
    { enabled: true, product_value_filters: { locales: ['af_ZA'] } },
    '[product_value_filters][locales]',
  ],
  [
    'a currency that does not exist',
    { enabled: true, product_value_filters: { currencies: ['XXX'] } },
    '[product_value_filters][currencies]',
  ],
])('setting a catalog to %s is refused, and changes nothing', async (_, body, property) => {
  const { pim, id } = await connected()
  const response = await pim.screen('PATCH', `/rest/catalogs/${id}`, body)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    errors: [{ propertyPath: property, message: expect.any(String) }],
    message: 'Catalog is not valid.',
  })
  expect((await pim.dump()).catalogs).toEqual([
    expect.objectContaining({ enabled: false, name: 'Shop' }),
  ])
})

test('a catalog that does not exist is a 404', async () => {
  const { pim } = await connected()
  const path = '/rest/catalogs/00000000-0000-4000-8000-999999999999'
  const response = await pim.screen('GET', path)
  expect(response.status).toBe(404)
  expect((await pim.screen('PATCH', path, { enabled: true })).status).toBe(404)
})

test('who may not manage apps sees no catalog and switches none', async () => {
  const { pim, id, owner } = await connected()
  await pim.grant('admin', [])
  expect((await pim.screen('GET', `/rest/catalogs?owner=${owner}`)).status).toBe(403)
  expect((await pim.screen('GET', `/rest/catalogs/${id}`)).status).toBe(403)
  expect((await pim.screen('PATCH', `/rest/catalogs/${id}`, { enabled: true })).status).toBe(403)
})

test('what is no call of a screen is sent to the start page', async () => {
  const { pim, id } = await connected()
  const response = await pim.send(`/rest/catalogs/${id}`, { redirect: 'manual' })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/')
})
