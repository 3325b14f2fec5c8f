import { expect, test } from 'vitest'
import {
  ask,
  basic,
  callApi,
  connect,
  exchange,
  refused,
  tokenPath,
  type Tokens,
} from './connect.ts'
import { buildPim } from './build-pim.ts'

const day = 24 * 60 * 60 * 1000
const grantMissing = 'Parameter "grant_type", "username" or "password" is missing, empty or invalid'
const clientWrong =
  'Parameter "client_id" is missing or does not match any client, or secret is invalid'
const userWrong = 'No user found for the given username and password'
const refreshWrong = 'Refresh token is invalid or has expired'

test('POST /api/oauth/v1/token with the password grant answers 200 with a pair of tokens', async () => {
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
  ])
})

test('POST /api/oauth/v1/token takes a form, and client credentials in the body', async () => {
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

test('a second token does not revoke the first one', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const first = await exchange(pim, credentials)
  const second = await exchange(pim, credentials)
  expect(second.access_token).not.toBe(first.access_token)
  expect((await callApi(pim, first.access_token)).status).toBe(200)
})

test('a refresh token gives a new pair once, for 14 days', async () => {
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

test('POST /api/oauth/v1/token with a refresh token older than 14 days answers 422', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { refresh_token } = await exchange(pim, credentials)
  pim.wait(14 * day + 1)
  const grant = { grant_type: 'refresh_token', refresh_token }
  await refused(await ask(pim, credentials, grant), 422, refreshWrong)
})

test("POST /api/oauth/v1/token with another client's refresh token answers 422", async () => {
  const pim = buildPim()
  const { refresh_token } = await exchange(pim, await connect(pim))
  const [other] = (await pim.dump()).oauthClients
  const grant = { grant_type: 'refresh_token', refresh_token }
  const credentials = { client_id: other?.id ?? '', secret: other?.secret ?? '' }
  await refused(await ask(pim, credentials, grant), 422, refreshWrong)
})

test.each([
  ['no grant_type', { username: 'u', password: 'p' }, grantMissing],
  ['an empty grant_type', { grant_type: '', username: 'u', password: 'p' }, grantMissing],
  [
    'an unknown grant_type',
    { grant_type: 'passwordd', username: 'u', password: 'p' },
    grantMissing,
  ],
  ['a list for a grant_type', { grant_type: ['password'] }, grantMissing],
  ['no username', { grant_type: 'password', password: 'p' }, grantMissing],
  ['an empty password', { grant_type: 'password', username: 'u', password: '' }, grantMissing],
  ['a body that is a list', [], grantMissing],
  [
    'a grant that the client may not use',
    { grant_type: 'token' },
    'This grant type is not authorized for this client',
  ],
  [
    'an authorization code',
    { grant_type: 'authorization_code', code: 'x' },
    'This grant type is not authorized for this client',
  ],
  ['an unknown user', { grant_type: 'password', username: 'u', password: 'p' }, userWrong],
  [
    'the name __proto__',
    { grant_type: 'password', username: '__proto__', password: 'p' },
    userWrong,
  ],
  [
    'no refresh_token',
    { grant_type: 'refresh_token' },
    'Parameter "grant_type" or "refresh_token" is missing or empty',
  ],
  ['an unknown refresh_token', { grant_type: 'refresh_token', refresh_token: 'x' }, refreshWrong],
])('POST /api/oauth/v1/token with %s answers 422', async (_, body, message) => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const before = await pim.dump()
  await refused(await ask(pim, credentials, body), 422, message)
  expect(await pim.dump()).toEqual(before)
})

test('POST /api/oauth/v1/token with a wrong password answers 422', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { username } = credentials
  const body = { grant_type: 'password', username, password: 'wrong' }
  await refused(await ask(pim, credentials, body), 422, userWrong)
})

test('POST /api/oauth/v1/token for a disabled user answers 422', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const scenario = await pim.dump()
  const users = scenario.users.map((user) =>
    Object.assign({ ...user }, { enabled: user.type === 'user' }),
  )
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, users } })
  const { username, password } = credentials
  const response = await ask(pim, credentials, { grant_type: 'password', username, password })
  await refused(response, 422, userWrong)
})

test.each([
  ['an unknown client id', { authorization: basic({ client_id: '9_x', secret: 'x' }) }],
  ['the client id __proto__', { authorization: basic({ client_id: '__proto__', secret: 'x' }) }],
  ['no Basic header', { authorization: '' }],
  ['a Bearer header', { authorization: 'Bearer x' }],
  ['a Basic header that is no base64', { authorization: 'Basic é' }],
  ['a Basic header without a colon', { authorization: `Basic ${btoa('abc')}` }],
])('POST /api/oauth/v1/token with %s answers 422', async (_, headers) => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { username, password } = credentials
  const body = { grant_type: 'password', username, password }
  await refused(await ask(pim, credentials, body, headers), 422, clientWrong)
})

test('POST /api/oauth/v1/token with a wrong secret answers 422', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const body = { grant_type: 'password', username: 'u', password: 'p' }
  const response = await ask(pim, { ...credentials, secret: 'wrong' }, body)
  await refused(response, 422, clientWrong)
})

test('POST /api/oauth/v1/token with another content type answers 415', async () => {
  const pim = buildPim()
  const response = await ask(pim, await connect(pim), '<a/>', { 'content-type': 'application/xml' })
  await refused(
    response,
    415,
    '"application/xml" in "Content-Type" header is not valid. Only "application/json" or "application/x-www-form-urlencoded" are allowed.',
  )
})

test('POST /api/oauth/v1/token without a content type answers 415', async () => {
  await refused(
    await buildPim().send(tokenPath, { method: 'POST' }),
    415,
    'The "Content-Type" header is missing. "application/json" or "application/x-www-form-urlencoded" has to be specified as value.',
  )
})

test('POST /api/oauth/v1/token with broken JSON answers 400', async () => {
  const pim = buildPim()
  const response = await ask(pim, await connect(pim), '{"grant_type":')
  await refused(response, 400, 'Invalid json message received')
})

test('POST /api/oauth/v1/token with more than 300 bytes answers 413 before anything else', async () => {
  const pim = buildPim()
  const response = await ask(pim, await connect(pim), 'x'.repeat(301), { 'content-type': 'a/b' })
  await refused(response, 413, 'Request content exceeded the maximum allowed size of 300 bytes')
})

test('GET /api/oauth/v1/token answers 405', async () => {
  const response = await buildPim().send(tokenPath)
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
})
