import { expect } from 'vitest'
import { buildReader } from '../../api/build-reader.ts'
import { buildWriter } from '../../api/build-writer.ts'
import { collection, exchange } from '../../api/exchange.ts'
import { buildPim } from '../../build-pim.ts'
import { conversation, message, read } from './conversation.ts'
import type { Shown } from './shown.ts'

const unknown = '9e0f4d3a-6f2e-4a8e-9a51-1f0f6b1f7a55'

/** Lines of section I: how the API answers. */
export const shownRestApi: Shown = {
  async 'No `Authorization` header'() {
    const answer = await exchange({ path: '/products', headers: { authorization: null } })
    expect(answer.body).toMatchObject({ error: 'access_denied' })
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /)
  },
  async 'An `Accept` header that names JSON among others'() {
    const accept = 'text/html, application/json;q=0.9'
    expect((await exchange({ path: '/channels', headers: { accept } })).status).toBe(200)
  },
  async 'Codes in 404 messages'() {
    expect(message(await exchange({ path: '/families/x' }))).toBe('Family "x" does not exist.')
  },
  async 'Rights on product models'() {
    const reader = buildReader(['pim_api_overall_access'])
    const { message: text } = await reader.refusal('/product-models')
    expect(text).toBe('Access forbidden. You are not allowed to list product models.')
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
  async 'A JSON body that is a number or a text'() {
    for (const body of ['5', '"x"']) {
      const answer = await exchange({ method: 'POST', path: '/families', body })
      expect([answer.status, message(answer)]).toEqual([400, 'Invalid json message received'])
    }
  },
  async 'Product cursors'() {
    type List = { _links: { next: { href: string } } }
    const { _links: links } = await read<List>('/products?pagination_type=search_after&limit=1')
    const cursor = new URL(links.next.href).searchParams.get('search_after') ?? ''
    expect(Buffer.from(cursor, 'base64').toString()).toMatch(/^[\x20-\x7e]+$/)
  },
  async 'DELETE of families'() {
    expect((await exchange({ method: 'DELETE', path: '/families/lamps' })).status).toBe(405)
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
  async 'Host names'() {
    const request = new Request('https://elsewhere.example.com/api/rest/v1')
    expect((await buildPim().fetch(request)).status).toBe(421)
  },
}
