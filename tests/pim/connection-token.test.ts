import { expect, test } from 'vitest'
import {
  ask,
  basic,
  callApi,
  connect,
  exchange,
  lastFailure,
  refused,
  tokenPath,
  type Tokens,
} from './connect.ts'
import { buildPim } from './build-pim.ts'

const day = 24 * 60 * 60 * 1000
const refreshWrong = 'Refresh token is invalid or has expired'

test('[C] POST /api/oauth/v1/token: 200 with a pair of tokens for the password grant', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { username, password } = credentials
  const response = await ask(pim, credentials, { grant_type: 'password', username, password })
  const body = (await response.json()) as Record<string, unknown>
  expect(Object.keys(body)).toEqual([
    'access_token',
    'expires_in',
    'token_type',
    'scope',
    'refresh_token',
  ])
  expect(body).toMatchObject({ expires_in: 3600, token_type: 'bearer', scope: null })
  expect(body['access_token']).toMatch(/^[A-Za-z0-9]{86}$/)
  expect(body['refresh_token']).toMatch(/^[A-Za-z0-9]{86}$/)
  expect(pim.lastChecks().map(({ id, ok }) => [id, ok])).toEqual([
    ['body.small', true],
    ['grant-type.known', true],
    ['client.authenticated', true],
    ['grant-type.allowed', true],
    ['user.given', true],
    ['user.authenticated', true],
    ['credentials.own-user', true],
    ['token.issued', true],
  ])
})

test('[C] client credentials in the body: 200, in a form as well', async () => {
  const pim = buildPim()
  const { client_id, secret, username, password } = await connect(pim)
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id,
    client_secret: secret,
    username,
    password,
  })
  const response = await pim.send(tokenPath, { method: 'POST', body: form })
  expect(response.status).toBe(200)
})

test('a connection lists products by default with its token, until the token is older than an hour', async () => {
  const pim = buildPim()
  const { access_token } = await exchange(pim, await connect(pim))
  expect((await callApi(pim, access_token)).status).toBe(200)
  pim.wait(3600 * 1000)
  expect((await callApi(pim, access_token)).status).toBe(200)
  pim.wait(1)
  await refused(await callApi(pim, access_token), 401, 'The access token provided has expired.')
})

test('[C] a second token: does not revoke the first one', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const first = await exchange(pim, credentials)
  const second = await exchange(pim, credentials)
  expect(second.access_token).not.toBe(first.access_token)
  expect((await callApi(pim, first.access_token)).status).toBe(200)
})

test('[C] refresh grant: 200 with a new pair, once, for 14 days', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { refresh_token } = await exchange(pim, credentials)
  pim.wait(14 * day)
  const grant = { grant_type: 'refresh_token', refresh_token }
  const renewed = (await (await ask(pim, credentials, grant)).json()) as Tokens
  expect((await callApi(pim, renewed.access_token)).status).toBe(200)
  expect(renewed.refresh_token).not.toBe(refresh_token)
  await refused(await ask(pim, credentials, grant), 422, refreshWrong)
})

test('the header wins over client credentials in the body', async () => {
  const pim = buildPim()
  const { client_id, secret, username, password } = await connect(pim)
  const grant = { grant_type: 'password', username, password }
  const wrong = { client_id: '9_x', client_secret: 'x' }
  const form = (values: Record<string, string>) => ({
    method: 'POST',
    headers: { authorization: basic({ client_id, secret }) },
    body: new URLSearchParams(values),
  })
  const short = { ...grant, ...wrong }
  expect((await pim.send(tokenPath, form(short))).status).toBe(200)
})

test('a Content-Type may have parameters and capitals', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { username, password } = credentials
  const type = { 'content-type': 'Application/JSON; charset=utf-8' }
  const body = { grant_type: 'password', username, password }
  expect((await ask(pim, credentials, body, type)).status).toBe(200)
})

test('[C] any PIM user with any client: 200, and a wrong credentials combination is noted', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const body = { grant_type: 'password', username: 'admin', password: 'admin' }
  const response = await ask(pim, credentials, body)
  expect(response.status).toBe(200)
  const own = pim.lastChecks().find(({ id }) => id === 'credentials.own-user')
  expect(own).toMatchObject({ ok: false })
  const { access_token } = (await response.json()) as Tokens
  expect((await callApi(pim, access_token)).status).toBe(200)
  const path = '/rest/connections/wrong-credentials-combination'
  const combinations = (await (await pim.screen('GET', path)).json()) as Record<string, unknown>
  expect(Object.keys(combinations)).toEqual(['harbour_pos'])
})

test('[C] a user without pim_api_overall_access: 200, but REST calls are refused with 403', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const body = { grant_type: 'password', username: 'noor', password: 'noor' }
  const { access_token } = (await (await ask(pim, credentials, body)).json()) as Tokens
  await refused(await callApi(pim, access_token), 403, 'You are not allowed to access the web API.')
  expect(lastFailure(pim)).toBe('acl.granted')
})
