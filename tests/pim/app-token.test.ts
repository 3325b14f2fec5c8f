import { expect, test } from 'vitest'
import {
  activate,
  ask,
  confirm,
  obtainCode,
  redeem,
  registerApp,
  tokenRequest,
} from './activation.ts'
import { buildPim } from './build-pim.ts'
import { lastFailure } from './connect.ts'

const path = '/connect/apps/v1/oauth2/token'
const notValid = { error: 'invalid_grant', error_description: 'Code is not valid' }

test('[F] POST /connect/apps/v1/oauth2/token: 200 with the token, its type and the scopes', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app, 'write_products read_products')
  const response = await redeem(pim, tokenRequest(app, code))
  const body = (await response.json()) as Record<string, unknown>
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(Object.keys(body)).toEqual(['access_token', 'token_type', 'scope'])
  expect(body).toMatchObject({ token_type: 'bearer', scope: 'read_products write_products' })
  expect(body['access_token']).toMatch(/^[A-Za-z0-9_-]{86}$/)
  expect((await pim.dump()).authorizationCodes).toEqual([])
})

test('[F] JSON: is taken as well', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const body = tokenRequest(app, await obtainCode(pim, app))
  const response = await pim.api('POST', path, { body })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ scope: '' })
})

test('POST /connect/apps/v1/oauth2/token ignores an Authorization header and further parameters', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app), { redirect_uri: 'nonsense' })
  const response = await pim.send(path, {
    method: 'POST',
    headers: { authorization: 'Bearer nonsense' },
    body: new URLSearchParams(parameters),
  })
  expect(response.status).toBe(200)
})

test('[F] the token: reaches what its scopes allow, and never expires', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'read_products')
  pim.wait(10 * 365 * 24 * 3600 * 1000)
  expect((await pim.api('GET', '/api/rest/v1/products', { token })).status).toBe(200)
  const other = await pim.api('GET', '/api/rest/v1/categories', { token })
  expect(await other.json()).toEqual({
    code: 403,
    message: 'Access forbidden. You are not allowed to list categories.',
  })
})

test('[F] a code: is good for 30 seconds', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app))
  pim.wait(30_000)
  expect((await redeem(pim, parameters)).status).toBe(200)
})

test('the fault expired_code makes every code an expired one', async () => {
  const pim = buildPim({ scenario: { faults: ['expired_code'] } })
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app))
  const response = await redeem(pim, parameters)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    error: 'invalid_grant',
    error_description: 'Code has expired',
  })
  expect(lastFailure(pim)).toBe('fault.expired_code')
})

test('one code, 100 requests at once: exactly one token, and the rest invalid_grant', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app))
  const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(pim, parameters)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual(notValid)
  }
  expect((await pim.dump()).accessTokens).toHaveLength(1)
})

test('[F] same client and same scopes again: the same token', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await activate(pim, app, 'read_products')
  const second = await activate(pim, app, 'read_products')
  expect(second).toEqual(first)
})

test('other people who share other things get the same token', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await activate(pim, app, 'read_products')
  const second = await activate(pim, app, 'openid read_products')
  expect(second.access_token).toBe(first.access_token)
  expect(second.scope).toBe('openid read_products')
})

test('[F] scopes changed: a new token, and the older ones end', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await activate(pim, app, 'read_products')
  const second = await activate(pim, app, 'read_categories read_products')
  expect(second.access_token).not.toBe(first.access_token)
  const response = await pim.api('GET', '/api/rest/v1/products', { token: first.access_token })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({
    code: 401,
    message: 'The access token provided is invalid.',
  })
  expect(lastFailure(pim)).toBe('token.known')
})

test('[F] scope: granted and consented scopes, in alphabetical order, none of them expanded', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const token = await activate(pim, app, 'write_products openid email profile read_categories')
  expect(token.scope).toBe('email openid profile read_categories write_products')
})

test('[F] a code of another client: is taken, as the PIM does', async () => {
  const pim = buildPim()
  const [first, second] = [await registerApp(pim), await registerApp(pim)]
  const { access_token } = await activate(pim, first)
  const code = await obtainCode(pim, second)
  const response = await redeem(pim, tokenRequest(first, code))
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ access_token })
  expect((await redeem(pim, tokenRequest(second, code))).status).toBe(400)
})

test('strict: a code of another client is refused, and the journal tells why', async () => {
  const pim = buildPim({ scenario: { strict: true } })
  const [first, second] = [await registerApp(pim), await registerApp(pim)]
  await activate(pim, first)
  const code = await obtainCode(pim, second)
  const response = await redeem(pim, tokenRequest(first, code))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual(notValid)
  expect(lastFailure(pim)).toBe('code.own')
  expect((await redeem(pim, tokenRequest(second, code))).status).toBe(200)
})

test('a code of another client does not connect an app that is not connected', async () => {
  const pim = buildPim()
  const stranger = await registerApp(pim)
  const code = await obtainCode(pim, await registerApp(pim))
  const response = await redeem(pim, tokenRequest(stranger, code))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual(notValid)
  expect(lastFailure(pim)).toBe('app.connected')
})

test('two codes can be open at once, each good for one token', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await obtainCode(pim, app)
  await ask(pim, app)
  const second = (await confirm(pim, app)).searchParams.get('code') ?? ''
  expect((await redeem(pim, tokenRequest(app, second))).status).toBe(200)
  expect((await redeem(pim, tokenRequest(app, first))).status).toBe(200)
})

test('a secret that was made anew is the one that proves the app', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app)
  const made = await pim.screen('POST', `/rest/custom-apps/${app.clientId}/secret`)
  const clientSecret = (await made.json()) as string
  const old = await redeem(pim, tokenRequest(app, code))
  expect(await old.json()).toEqual({ error: 'invalid_client' })
  expect((await redeem(pim, tokenRequest({ ...app, clientSecret }, code))).status).toBe(200)
})

test('the reasoning of a token names each rule, in the order of the PIM', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim), 'openid read_products')
  expect(pim.lastChecks().map(({ id }) => id)).toEqual([
    'challenge.right',
    'client_id.present',
    'client.known',
    'code.present',
    'code.known',
    'code.fresh',
    'grant-type.known',
    'code_identifier.present',
    'code_challenge.present',
    'token.issued',
    'openid.key',
    'id-token.issued',
  ])
  expect(pim.lastChecks().every(({ ok }) => ok)).toBe(true)
})
