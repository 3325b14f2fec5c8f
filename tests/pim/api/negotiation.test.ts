import { describe, expect, it } from 'vitest'
import { buildWriter } from './build-writer.ts'
import { collection, exchange } from './exchange.ts'

const json = { 'content-type': 'application/json' }

function refused(code: number, message: string): object {
  return { status: code, headers: json, body: { code, message } }
}

describe('406: what a GET accepts (contract I.3)', () => {
  for (const accept of ['application/xml', 'text/html', 'application/hal+json', 'json', 'text/*']) {
    it(`[I.3] 406 Accept header is not valid: ${accept}`, async () => {
      const message = `"${accept}" in "Accept" header is not valid. Only "application/json" is allowed.`
      const answer = await exchange({ path: '/products', headers: { accept } })
      expect(answer).toEqual(refused(406, message))
    })
  }

  for (const accept of [
    null,
    '*/*',
    'application/json',
    'application/json; charset=utf-8',
    'text/html, application/json;q=0.9',
    'text/*, */*',
  ]) {
    it(`200 for a GET that accepts ${accept ?? 'what it is not told'}`, async () => {
      expect((await exchange({ path: '/products', headers: { accept } })).status).toBe(200)
    })
  }

  it('a request that changes something may accept what it likes', async () => {
    const headers = { accept: 'application/xml' }
    const body = { identifier: 'stool' }
    const answer = await exchange({ method: 'POST', path: '/products', body, headers })
    expect(answer.status).toBe(201)
  })
})

describe('413: how much is too much (contract I.3, I.5)', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, index) => `{"identifier":"p${index}"}`).join('\n')

  it('[I.3] 413 Too many resources to process: 101 lines, and none is kept', async () => {
    const { pim } = buildWriter()
    const headers = { 'content-type': collection }
    const patch = { method: 'PATCH', path: '/products', headers }
    expect(await exchange({ ...patch, body: lines(101) }, pim)).toEqual(
      refused(413, 'Too many resources to process, 100 is the maximum allowed.'),
    )
    expect((await exchange({ path: '/products/p0' }, pim)).status).toBe(404)
    expect((await exchange({ ...patch, body: lines(100) }, pim)).status).toBe(200)
    expect((await exchange({ path: '/products/p99' }, pim)).status).toBe(200)
  })

  it('[I.3] 413 Too many resources to process: 101 measurement families', async () => {
    const families = Array.from({ length: 101 }, (_, index) => ({ code: `f${index}` }))
    const patch = { method: 'PATCH', path: '/measurement-families', body: families }
    expect(await exchange(patch)).toEqual(
      refused(413, 'Too many resources to process, 100 is the maximum allowed.'),
    )
  })
})

describe('415: what is sent (contract I.3)', () => {
  for (const type of ['application/xml', 'text/plain', 'application/ld+json', collection]) {
    it(`[I.3] 415 Content-Type header is not valid: ${type}`, async () => {
      const headers = { 'content-type': `${type}; charset=utf-8` }
      const post = { method: 'POST', path: '/products', body: '<a/>', headers }
      const message = `"${type}" in "Content-Type" header is not valid. Only "application/json" is allowed.`
      expect(await exchange(post)).toEqual(refused(415, message))
    })
  }

  it('[I.3] 415 Content-Type header is not valid, of two types: the token endpoint', async () => {
    const headers = { 'content-type': 'application/xml', authorization: null }
    const post = { method: 'POST', path: '/api/oauth/v1/token', body: '<a/>', headers }
    const message =
      '"application/xml" in "Content-Type" header is not valid. Only "application/json" or "application/x-www-form-urlencoded" are allowed.'
    expect(await exchange(post)).toMatchObject({ status: 415, body: { code: 415, message } })
  })

  it('[I.3] 415 Content-Type header is missing: on POST, and on a batch', async () => {
    const headers = { 'content-type': null }
    const missing = (type: string): object =>
      refused(415, `The "Content-Type" header is missing. "${type}" has to be specified as value.`)
    expect(await exchange({ method: 'POST', path: '/products', body: {}, headers })).toEqual(
      missing('application/json'),
    )
    expect(await exchange({ method: 'PATCH', path: '/products', body: {}, headers })).toEqual(
      missing(collection),
    )
  })

  for (const path of [
    '/products',
    '/products-uuid',
    '/product-models',
    '/families',
    '/families/lamps/variants',
    '/attributes',
    '/attributes/color/options',
    '/attribute-groups',
    '/categories',
    '/channels',
    '/association-types',
  ]) {
    it(`[I.3] 415 JSON on a batch PATCH: ${path}`, async () => {
      const answer = await exchange({ method: 'PATCH', path, body: { code: 'a' } })
      const message = `"application/json" in "Content-Type" header is not valid. Only "${collection}" is allowed.`
      expect(answer).toEqual(refused(415, message))
    })
  }

  it('measurement families are a list in plain JSON', async () => {
    const headers = { 'content-type': collection }
    const patch = { method: 'PATCH', path: '/measurement-families', body: '[]' }
    expect((await exchange({ ...patch, headers })).status).toBe(415)
    expect(await exchange(patch)).toEqual({ status: 200, headers: json, body: [] })
  })
})
