import { expect } from 'vitest'
import { buildReader } from '../../api/build-reader.ts'
import { buildWriter } from '../../api/build-writer.ts'
import { collection, exchange, type Answered, type Sent } from '../../api/exchange.ts'
import { buildPim } from '../../build-pim.ts'
import type { Shown } from './shown.ts'

const unknown = '9e0f4d3a-6f2e-4a8e-9a51-1f0f6b1f7a55'

function message({ body }: Answered): string {
  return (body as { message: string }).message
}

/** The item of a list, or the only thing that was asked for. */
async function read<Body>(path: string): Promise<Body> {
  return (await exchange({ path })).body as Body
}

/** What a PIM answers to several requests, one after the other. */
async function conversation(...requests: readonly Sent[]): Promise<readonly Answered[]> {
  const { pim } = buildWriter()
  const answers: Answered[] = []
  for (const request of requests) answers.push(await exchange(request, pim))
  return answers
}

function found(search: object): Promise<Answered> {
  const query = `limit=1&with_count=true&search=${encodeURIComponent(JSON.stringify(search))}`
  return exchange({ path: `/products?${query}` })
}

/** Lines of section I, but what catalogs do. */
export const shownRestApi: Shown = {
  async 'No `Authorization` header'() {
    const answer = await exchange({ path: '/products', headers: { authorization: null } })
    expect(answer.body).toMatchObject({ error: 'access_denied' })
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /)
  },
  async 'Codes in 404 messages'() {
    expect(message(await exchange({ path: '/families/x' }))).toBe('Family "x" does not exist.')
  },
  async '`Property "family"` with a list'() {
    for (const path of ['/products', '/products-uuid']) {
      const answer = await exchange({ method: 'POST', path, body: { family: ['x'] } })
      expect(message(answer)).toContain('Property "family" expects a scalar as data')
    }
  },
  async 'Products without an identifier'() {
    const [byUuid, byIdentifier] = await conversation(
      { method: 'POST', path: '/products-uuid', body: { enabled: true } },
      { method: 'POST', path: '/products', body: { enabled: true } },
    )
    expect([byUuid?.status, byIdentifier?.status]).toEqual([201, 422])
  },
  async 'Rights on product models'() {
    const reader = buildReader(['pim_api_overall_access'])
    const { message: text } = await reader.refusal('/product-models')
    expect(text).toBe('Access forbidden. You are not allowed to list product models.')
  },
  async 'A product that gets a parent'() {
    const { pim } = buildWriter()
    type Products = { _embedded: { items: { uuid: string; identifier: string }[] } }
    const search = { parent: [{ operator: 'NOT EMPTY' }] }
    const path = `/products?limit=1&search=${encodeURIComponent(JSON.stringify(search))}`
    const [variant] = ((await exchange({ path }, pim)).body as Products)['_embedded'].items
    const { body } = await exchange({ path: `/products/${variant?.identifier}` }, pim)
    const { parent, values, family } = body as { parent: string; values: object; family: string }
    await exchange({ method: 'DELETE', path: `/products/${variant?.identifier}` }, pim)
    const statuses: (readonly [number, number])[] = []
    for (const identifier of ['one', 'other']) {
      const product = { identifier, family, values }
      const made = await exchange({ method: 'POST', path: '/products', body: product }, pim)
      const { uuid } = (await exchange({ path: `/products/${identifier}` }, pim)).body as {
        uuid: string
      }
      const address = identifier === 'one' ? `/products/${identifier}` : `/products-uuid/${uuid}`
      const changed = await exchange({ method: 'PATCH', path: address, body: { parent } }, pim)
      statuses.push([made.status, changed.status])
      await exchange({ method: 'DELETE', path: `/products/${identifier}` }, pim)
    }
    expect(statuses).toEqual([
      [201, 201],
      [201, 204],
    ])
  },
  async 'DELETE of an unknown product'() {
    const [byIdentifier, byUuid] = await conversation(
      { method: 'DELETE', path: '/products/x' },
      { method: 'DELETE', path: `/products-uuid/${unknown}` },
    )
    expect(byIdentifier && message(byIdentifier)).toContain('The x product does not exist in your')
    expect(byUuid && message(byUuid)).toContain(`Product "${unknown}" does not exist or`)
  },
  async 'Errors in a batch by UUID'() {
    const answer = await exchange({
      method: 'PATCH',
      path: '/products-uuid',
      body: '{"uuid":"x"}',
      headers: { 'content-type': collection },
    })
    expect(answer.body).toMatchObject({ line: 1, status_code: 422 })
    expect(answer.body).not.toHaveProperty('code')
  },
  async 'Documentation link of family variants'() {
    const path = '/families/lamps/variants/new'
    const { body } = await exchange({ method: 'PATCH', path, body: { extra: 1 } })
    expect(JSON.stringify(body)).toContain('#patch_families__family_code__variants__code__"')
  },
  async 'Upper and lower case in codes'() {
    const statuses = (
      await conversation(
        { method: 'POST', path: '/categories', body: { code: 'quay' } },
        { method: 'POST', path: '/categories', body: { code: 'QUAY' } },
      )
    ).map(({ status }) => status)
    expect(statuses).toEqual([201, 201])
  },
  async 'A JSON body that is a number or a text'() {
    for (const body of ['5', '"x"']) {
      const answer = await exchange({ method: 'POST', path: '/families', body })
      expect([answer.status, message(answer)]).toEqual([400, 'Invalid json message received'])
    }
  },
  async 'Product groups'() {
    const body = { identifier: 'quay', groups: ['x'] }
    const answer = await exchange({ method: 'POST', path: '/products', body })
    expect(message(answer)).toContain('The group does not exist, "x" given')
  },
  async 'Media files'() {
    const values = { picture: [{ locale: null, scope: null, data: 'a/b/c.jpg' }] }
    const body = { identifier: 'quay', values }
    expect((await exchange({ method: 'POST', path: '/products', body })).status).toBe(422)
    expect((await exchange({ path: '/media-files' })).status).toBe(404)
  },
  async 'Reference data, tables, assets'() {
    for (const type of [
      'pim_reference_data_simpleselect',
      'pim_catalog_table',
      'pim_assets_collection',
    ]) {
      const body = { code: 'quay', group: 'other', type }
      expect((await exchange({ method: 'POST', path: '/attributes', body })).status).toBe(422)
    }
  },
  async 'Regular expressions of attributes'() {
    const values = { quay: [{ locale: null, scope: null, data: 'b' }] }
    const statuses = async (validation_regexp: string): Promise<(number | undefined)[]> => {
      const rule = { validation_rule: 'regexp', validation_regexp }
      const attribute = { code: 'quay', type: 'pim_catalog_text', group: 'other', ...rule }
      const product = { identifier: 'quay', values }
      const answers = await conversation(
        { method: 'POST', path: '/attributes', body: attribute },
        { method: 'POST', path: '/products', body: product },
      )
      return answers.map(({ status }) => status)
    }
    expect(await statuses('/^a+$/')).toEqual([201, 422])
    // Takes too long for some texts, so that nothing is held against it.
    expect(await statuses('/^(a+)+$/')).toEqual([201, 201])
    // Only PHP knows the possessive `++`; without the attribute its value is refused as well.
    expect(await statuses('/^a++$/')).toEqual([422, 422])
  },
  async 'Product cursors'() {
    type List = { _links: { next: { href: string } } }
    const { _links: links } = await read<List>('/products?pagination_type=search_after&limit=1')
    const cursor = new URL(links.next.href).searchParams.get('search_after') ?? ''
    expect(Buffer.from(cursor, 'base64').toString()).toMatch(/^[\x20-\x7e]+$/)
  },
  async 'A category below itself'() {
    const body = { parent: 'master' }
    const answer = await exchange({ method: 'PATCH', path: '/categories/master', body })
    expect(answer.status).toBe(422)
  },
  async 'DELETE of families'() {
    expect((await exchange({ method: 'DELETE', path: '/families/lamps' })).status).toBe(405)
  },
  async 'Quality scores'() {
    const list = await exchange({ path: '/products?limit=1&with_quality_scores=true' })
    expect(list.status).toBe(200)
    expect(JSON.stringify(list.body)).not.toContain('quality_scores')
  },
  async 'Whether what is found is up to date'() {
    const search = JSON.stringify({ sku: [{ operator: '=', value: 'quay' }] })
    const [, list] = await conversation(
      { method: 'POST', path: '/products', body: { identifier: 'quay' } },
      { path: `/products?with_count=true&search=${encodeURIComponent(search)}` },
    )
    expect(list?.body).toMatchObject({ items_count: 1 })
  },
  async 'Quotes and words in 406 and 415'() {
    const path = '/families'
    const accept = await exchange({ path, headers: { accept: 'text/xml' } })
    expect(message(accept)).toContain('"text/xml" in "Accept" header is not valid.')
    const type = { method: 'POST', path, body: {}, headers: { 'content-type': null } }
    expect(message(await exchange(type))).toBe(
      'The "Content-Type" header is missing. "application/json" has to be specified as value.',
    )
  },
  async 'Entities in a 403'() {
    const { message: text } = await buildReader(['pim_api_overall_access']).refusal('/categories')
    expect(text).toBe('Access forbidden. You are not allowed to list categories.')
  },
  async 'Whether a product is unknown or hidden'() {
    expect(message(await exchange({ path: '/products/x' }))).toBe(
      'Product "x" does not exist or you do not have permission to access it.',
    )
  },
  async 'Key of an active locale'() {
    expect(await read('/locales/en_US')).toEqual({ code: 'en_US', enabled: true })
  },
  async '`!=` on `enabled`'() {
    const { body } = await found({ enabled: [{ operator: '!=', value: true }] })
    expect(body).toMatchObject({ _embedded: { items: [{ enabled: false }] } })
  },
  async 'Properties that only the newest versions have'() {
    expect(await read('/currencies/EUR')).toEqual({ code: 'EUR', enabled: true })
    const attribute = await read<object>('/attributes/name')
    expect(attribute).not.toHaveProperty('decimal_places')
    expect(attribute).not.toHaveProperty('is_mandatory')
  },
  async 'Which check comes first'() {
    // Each request is wrong in one way less.
    const wrong = { method: 'POST', path: '/families', body: '{' }
    const noToken = { authorization: 'Bearer x', 'content-type': 'text/xml' }
    const noRight = buildReader(['pim_api_overall_access']).pim
    const noAccess = buildReader([]).pim
    const type = { 'content-type': 'text/xml' }
    const statuses = [
      await exchange({ ...wrong, headers: { authorization: 'Bearer x' } }),
      await exchange({ ...wrong, body: '{}', headers: noToken }),
      await exchange({ ...wrong, body: '{}', headers: type }, noAccess),
      await exchange({ ...wrong, body: '{}', headers: type }, noRight),
      await exchange({ ...wrong, body: '{}' }, noRight),
      await exchange({ ...wrong, body: '{}' }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([400, 401, 403, 415, 403, 422])
  },
  async 'A line without a uuid'() {
    const headers = { 'content-type': collection }
    const path = '/products-uuid'
    const { body } = await exchange({ method: 'PATCH', path, body: '{}', headers })
    expect(body).toEqual({ line: 1, status_code: 422, message: 'Uuid is missing.' })
  },
  async 'The address in a 405'() {
    const answer = await exchange({ method: 'DELETE', path: '/locales' })
    expect(message(answer)).toContain('"DELETE https://pim.example.com/api/rest/v1/locales"')
  },
  async 'Objects without anything in them'() {
    const [, product] = await conversation(
      { method: 'POST', path: '/products', body: { identifier: 'quay' } },
      { path: '/products/quay' },
    )
    expect(product?.body).toMatchObject({ values: {}, quantified_associations: {} })
  },
  async 'Rate limits'() {
    const calls = Array.from({ length: 150 }, () => exchange({ path: '/locales/en_US' }))
    expect((await Promise.all(calls)).every(({ status }) => status === 200)).toBe(true)
    const { pim } = buildWriter()
    await pim.send('/_control/faults', { method: 'PUT', body: '["rate_limit"]' })
    const answer = await exchange({ path: '/locales/en_US' }, pim)
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '1'])
  },
  async 'Editions in the system information'() {
    expect(await read('/system-information')).toEqual({ version: '20210521041041', edition: 'CE' })
  },
  async 'Searches by quality or readiness'() {
    const answer = await found({ quality_score: [{ operator: 'IN', value: ['A'] }] })
    expect(message(answer)).toContain('Filter on property "quality_score" is not supported')
  },
  async 'Host names'() {
    const request = new Request('https://elsewhere.example.com/api/rest/v1')
    expect((await buildPim().fetch(request)).status).toBe(421)
  },
}
