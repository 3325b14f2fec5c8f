import { describe, expect, it } from 'vitest'
import { pimUrl } from '../build-pim.ts'
import { buildReader, readAcls, readerToken } from './build-reader.ts'

const api = `${pimUrl}/api/rest/v1`

describe('the refusals of the REST API (contract I.3)', () => {
  it('401 without an Authorization header: what the OAuth library answers', async () => {
    const response = await buildReader().pim.send('/api/rest/v1/products')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /)
    expect(await response.json()).toEqual({
      error: 'access_denied',
      error_description: 'OAuth2 authentication required',
    })
  })

  it('401 for a token that was never issued', async () => {
    const response = await buildReader().get('/products', { authorization: 'Bearer nobody' })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      code: 401,
      message: 'The access token provided is invalid.',
    })
  })

  it('403 without the overall access to the web API', async () => {
    const reader = buildReader(readAcls.filter((acl) => acl !== 'pim_api_overall_access'))
    expect(await reader.refusal('/products')).toEqual({
      code: 403,
      message: 'You are not allowed to access the web API.',
    })
  })

  it('404 for an entity that does not exist, with its name in double quotes', async () => {
    expect(await buildReader().refusal('/categories/nowhere')).toEqual({
      code: 404,
      message: 'Category "nowhere" does not exist.',
    })
  })

  it('404 for a product that does not exist, by identifier and by uuid', async () => {
    const reader = buildReader()
    const hidden = 'does not exist or you do not have permission to access it.'
    expect(await reader.refusal('/products/a%2Fb')).toEqual({
      code: 404,
      message: `Product "a/b" ${hidden}`,
    })
    expect(await reader.refusal('/products-uuid/a')).toEqual({
      code: 404,
      message: `Product "a" ${hidden}`,
    })
  })

  it('404 for an option that the attribute does not have', async () => {
    expect(await buildReader().refusal('/attributes/color/options/pink')).toEqual({
      code: 404,
      message:
        'Attribute option "pink" does not exist or is not an option of the attribute "color".',
    })
  })

  it('404 for the options of an attribute that has none', async () => {
    const message =
      'Attribute "name" does not support options. Only attributes of type "pim_catalog_simpleselect", "pim_catalog_multiselect" support options.'
    const reader = buildReader()
    expect(await reader.refusal('/attributes/name/options')).toEqual({ code: 404, message })
    expect(await reader.refusal('/attributes/name/options/x')).toEqual({ code: 404, message })
  })

  it('404 for an address that nobody knows', async () => {
    expect(await buildReader().refusal('/prodcuts')).toEqual({
      code: 404,
      message: `No route found for "GET ${api}/prodcuts"`,
    })
  })

  for (const [method, path, allow] of [
    ['PUT', '/products', 'GET, POST, PATCH'],
    ['POST', '/products/chair', 'GET, PATCH, DELETE'],
    ['POST', '/currencies', 'GET'],
    ['PUT', '/locales', 'GET'],
  ] as const) {
    it(`405 for ${method} ${path}, with what is allowed`, async () => {
      const { pim } = buildReader()
      const response = await pim.api(method, `/api/rest/v1${path}`, {
        token: readerToken,
        body: {},
      })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe(allow)
      expect(await response.json()).toEqual({
        code: 405,
        message: `No route found for "${method} ${api}${path}": Method Not Allowed (Allow: ${allow})`,
      })
    })
  }

  it('406 for a GET that does not accept JSON', async () => {
    const response = await buildReader().get('/products', { accept: 'application/xml' })
    expect(response.status).toBe(406)
    expect(await response.json()).toEqual({
      code: 406,
      message:
        '"application/xml" in "Accept" header is not valid. Only "application/json" is allowed.',
    })
  })

  for (const accept of [
    '*/*',
    'application/json',
    'text/html, application/json;q=0.9',
    'text/*, */*',
  ]) {
    it(`200 for a GET that accepts ${accept}`, async () => {
      expect((await buildReader().get('/products', { accept })).status).toBe(200)
    })
  }

  for (const query of ['limit[]=1', 'a%5B%5D=b', 'search[family]=x']) {
    it(`400 for the bracket syntax of ${query}`, async () => {
      expect(await buildReader().refusal(`/products?${query}`)).toEqual({
        code: 400,
        message: 'Bracket syntax is not supported in query parameters.',
      })
    })
  }

  it('checks the token before the Accept header, and that before the right', async () => {
    const reader = buildReader(['pim_api_overall_access'])
    const xml = { accept: 'application/xml' }
    expect((await reader.get('/products', { ...xml, authorization: 'Bearer x' })).status).toBe(401)
    expect((await reader.get('/products', xml)).status).toBe(406)
    expect((await reader.get('/products?limit=x')).status).toBe(403)
  })

  it('says why in the journal, and only there', async () => {
    const reader = buildReader()
    const response = await reader.get('/products?limit=x')
    expect(await response.text()).not.toContain('checks')
    expect(reader.pim.lastChecks().at(-1)).toEqual({
      id: 'query.valid',
      ok: false,
      because: '"x" is not a valid limit number.',
    })
  })
})
