import { describe, expect, it } from 'vitest'
import { pimUrl } from '../build-pim.ts'
import { buildReader, readAcls, readerToken } from './build-reader.ts'
import { allApiAcls, buildWriter } from './build-writer.ts'
import { exchange } from './exchange.ts'

const json = { 'content-type': 'application/json' }
const api = `${pimUrl}/api/rest/v1`

/** What a refusal with nothing but a message looks like on the wire. */
function refused(code: number, message: string): object {
  return { status: code, headers: json, body: { code, message } }
}

/** A PIM in which the reader's token is in this state. */
async function withToken(state: { revoked?: boolean; expired?: boolean }) {
  const { pim } = buildReader()
  const scenario = await pim.dump()
  const past = Date.UTC(2024, 4, 6, 11, 59, 59)
  await pim.send('/_control/scenario', {
    method: 'PUT',
    headers: json,
    body: JSON.stringify({
      ...scenario,
      accessTokens: scenario.accessTokens
        .filter(({ token }) => !state.revoked || token !== readerToken)
        .map((token) => Object.assign({}, token, state.expired && { expiresAt: past })),
      revokedAppTokens: state.revoked ? [{ token: readerToken }] : [],
    }),
  })
  return pim
}

describe('400: what cannot be read (contract I.3)', () => {
  for (const [what, body] of [
    ['no JSON', '{'],
    ['a JSON text', '"a"'],
    ['nothing', ''],
    ['null', 'null'],
    ['JSON nested too deeply', `{"values":${'['.repeat(600)}${']'.repeat(600)}}`],
  ] as const) {
    it(`[I.3] 400 Invalid json message received: ${what} as a body`, async () => {
      const answer = await exchange({ method: 'POST', path: '/products', body })
      expect(answer).toEqual(refused(400, 'Invalid json message received'))
    })
  }

  for (const text of ['string', '{"name":{"key"}}', '"text"', '5', 'null', '']) {
    it(`[I.3] 400 Search query parameter should be valid JSON: ${text || 'nothing'}`, async () => {
      const answer = await exchange({ path: `/products?search=${encodeURIComponent(text)}` })
      expect(answer).toEqual(refused(400, 'Search query parameter should be valid JSON.'))
    })
  }

  for (const query of ['limit[]=1', 'a%5B%5D=b', 'search[family]=x']) {
    it(`400 for the bracket syntax of ${query}`, async () => {
      const message = 'Bracket syntax is not supported in query parameters.'
      expect(await exchange({ path: `/products?${query}` })).toEqual(refused(400, message))
    })
  }
})

describe('401: whose token it is (contract I.3)', () => {
  for (const authorization of [null, 'Basic cmVhZGVyOng=', 'reader-token']) {
    it(`[I.3] 401 no Authorization header: ${authorization ?? 'none at all'}`, async () => {
      expect(await exchange({ path: '/products', headers: { authorization } })).toEqual({
        status: 401,
        headers: {
          ...json,
          'www-authenticate':
            'Bearer realm="Service", error="access_denied", error_description="OAuth2 authentication required"',
        },
        body: {
          error: 'access_denied',
          error_description: 'OAuth2 authentication required',
        },
      })
    })
  }

  it('[I.3] 401 The access token provided is invalid: it was never issued', async () => {
    const headers = { authorization: 'Bearer nobody' }
    expect(await exchange({ path: '/products', headers })).toEqual(
      refused(401, 'The access token provided is invalid.'),
    )
  })

  it('[I.3] 401 The access token provided has expired: a second ago', async () => {
    const pim = await withToken({ expired: true })
    expect(await exchange({ path: '/products' }, pim)).toEqual(
      refused(401, 'The access token provided has expired.'),
    )
  })

  it('[I.3] 401 Your app has been disconnected from that PIM: its token says so', async () => {
    const pim = await withToken({ revoked: true })
    const message =
      'The access token provided is invalid. Your app has been disconnected from that PIM.'
    expect(await exchange({ path: '/products' }, pim)).toEqual(refused(401, message))
  })
})

describe('403: no access at all (contract I.3)', () => {
  it('[I.3] 403 You are not allowed to access the web API: whatever else the role has', async () => {
    const { pim } = buildWriter(allApiAcls.filter((acl) => acl !== 'pim_api_overall_access'))
    const answer = refused(403, 'You are not allowed to access the web API.')
    expect(await exchange({ path: '/products' }, pim)).toEqual(answer)
    expect(await exchange({ path: '/system-information' }, pim)).toEqual(answer)
    expect(await exchange({ method: 'POST', path: '/products', body: {} }, pim)).toEqual(answer)
  })
})

describe('404 and 405: addresses (contract I.3)', () => {
  it('404 for an address that nobody knows', async () => {
    expect(await exchange({ path: '/prodcuts' })).toEqual(
      refused(404, `No route found for "GET ${api}/prodcuts"`),
    )
  })

  for (const [method, path, allow] of [
    ['PUT', '/products', 'GET, POST, PATCH'],
    ['POST', '/products/chair', 'GET, PATCH, DELETE'],
    ['POST', '/currencies', 'GET'],
    ['PUT', '/locales', 'GET'],
    ['DELETE', '/families/lamps', 'GET, PATCH'],
    ['PATCH', '/system-information', 'GET'],
  ] as const) {
    it(`[I.3] 405 Method Not Allowed: ${method} ${path}, with what is allowed`, async () => {
      const message = `No route found for "${method} ${api}${path}": Method Not Allowed (Allow: ${allow})`
      expect(await exchange({ method, path, body: {} })).toEqual({
        status: 405,
        headers: { ...json, allow },
        body: { code: 405, message },
      })
    })
  }
})

describe('429: too many requests (contract I.3)', () => {
  it('[I.3] 429 Retry-After: while the fault rate_limit is on', async () => {
    const { pim } = buildReader()
    const faults = { method: 'PUT', headers: json, body: '["rate_limit"]' }
    await pim.send('/_control/faults', faults)
    expect(await exchange({ path: '/products' }, pim)).toEqual({
      status: 429,
      headers: { ...json, 'retry-after': '1' },
      body: { code: 429, message: 'You have exceeded the limit of API requests per second.' },
    })
  })
})

describe('the order of checks (contract I.1)', () => {
  it('bad JSON before the token, the token before the media type', async () => {
    const nobody = { authorization: 'Bearer nobody' }
    const post = { method: 'POST', path: '/products' }
    expect((await exchange({ ...post, body: '{', headers: nobody })).status).toBe(400)
    const xml = { ...nobody, 'content-type': 'application/xml' }
    expect((await exchange({ ...post, body: '<a/>', headers: xml })).status).toBe(401)
  })

  it('the token before the Accept header, that before the right, that before the query', async () => {
    const { pim } = buildReader(['pim_api_overall_access'])
    const accept = 'application/xml'
    const nobody = { accept, authorization: 'Bearer x' }
    expect((await exchange({ path: '/products', headers: nobody }, pim)).status).toBe(401)
    expect((await exchange({ path: '/products', headers: { accept } }, pim)).status).toBe(406)
    expect((await exchange({ path: '/products?limit=x' }, pim)).status).toBe(403)
  })

  it('the media type before the right, the right before the body', async () => {
    const { pim } = buildWriter(readAcls)
    const post = { method: 'POST', path: '/families' }
    const headers = { 'content-type': 'text/plain' }
    expect((await exchange({ ...post, body: '{}', headers }, pim)).status).toBe(415)
    expect((await exchange({ ...post, body: { extra: 1 } }, pim)).status).toBe(403)
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
