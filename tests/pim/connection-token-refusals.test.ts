import { describe, expect, it } from 'vitest'
import {
  ask,
  basic,
  connect,
  exchange,
  lastFailure,
  refused,
  tokenPath,
  type Credentials,
} from './connect.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const day = 24 * 60 * 60 * 1000
const types = '"application/json" or "application/x-www-form-urlencoded"'
const grantMissing = 'Parameter "grant_type", "username" or "password" is missing, empty or invalid'
const grantForbidden = 'This grant type is not authorized for this client'
const clientWrong =
  'Parameter "client_id" is missing or does not match any client, or secret is invalid'
const userWrong = 'No user found for the given username and password'
const refreshMissing = 'Parameter "grant_type" or "refresh_token" is missing or empty'
const refreshWrong = 'Refresh token is invalid or has expired'

/** Asks for a token, which must be refused with 422 by the rule `id` and change nothing. */
async function refuses(
  pim: BuiltPim,
  send: () => Promise<Response>,
  message: string,
  id: string,
): Promise<void> {
  const before = await pim.dump()
  const response = await send()
  expect(response.headers.has('www-authenticate')).toBe(false)
  await refused(response, 422, message)
  expect(lastFailure(pim)).toBe(id)
  expect(await pim.dump()).toEqual(before)
}

describe('POST /api/oauth/v1/token', () => {
  it.each<[string, unknown, string?]>([
    ['none', { username: 'u', password: 'p' }],
    ['empty', { grant_type: '', username: 'u', password: 'p' }],
    ['passwordd', { grant_type: 'passwordd', username: 'u', password: 'p' }],
    ['in capitals', { grant_type: 'PASSWORD', username: 'u', password: 'p' }],
    ['a list', { grant_type: ['password'], username: 'u', password: 'p' }],
    ['a body that is a list', []],
    ['an empty object', {}],
    ['an empty body', ''],
    ['no username', { grant_type: 'password', password: 'p' }, 'user.given'],
    ['an empty username', { grant_type: 'password', username: '', password: 'p' }, 'user.given'],
    ['no password', { grant_type: 'password', username: 'u' }, 'user.given'],
    ['an empty password', { grant_type: 'password', username: 'u', password: '' }, 'user.given'],
    ['a number', { grant_type: 'password', username: 1, password: 2 }, 'user.given'],
  ])(
    '[C] grant_type missing, empty or unsupported, username or password missing: 422 (%s)',
    async (_, body, id = 'grant-type.known') => {
      const pim = buildPim()
      const credentials = await connect(pim)
      await refuses(pim, () => ask(pim, credentials, body), grantMissing, id)
    },
  )

  it.each(['token', 'client_credentials', 'authorization_code', 'urn:ietf:a', 'https://a.example'])(
    '[C] known grant not allowed for this client: 422 (%s)',
    async (grant_type) => {
      const pim = buildPim()
      const credentials = await connect(pim)
      const send = () => ask(pim, credentials, { grant_type, code: 'x' })
      await refuses(pim, send, grantForbidden, 'grant-type.allowed')
    },
  )

  it.each<[string, (connection: Credentials) => { client_id: string; secret: string }]>([
    ['unknown client id', ({ secret }) => ({ client_id: '9_x', secret })],
    ['client id __proto__', ({ secret }) => ({ client_id: '__proto__', secret })],
    [
      'client id without its number',
      ({ client_id, secret }) => ({ client_id: client_id.slice(2), secret }),
    ],
    ['wrong secret', ({ client_id }) => ({ client_id, secret: 'wrong' })],
    ['no secret', ({ client_id }) => ({ client_id, secret: '' })],
  ])('[C] unknown client id, wrong secret: 422 (%s)', async (_, change) => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { username, password } = connection
    const body = { grant_type: 'password', username, password }
    const send = () => ask(pim, change(connection), body)
    await refuses(pim, send, clientWrong, 'client.authenticated')
  })

  it.each([
    ['empty', ''],
    ['Bearer', 'Bearer x'],
    ['no base64', 'Basic é'],
    ['base64 of too few letters', 'Basic A'],
    ['no colon', `Basic ${btoa('abc')}`],
    ['only a colon', `Basic ${btoa(':')}`],
  ])('[C] no Basic header: 422 (%s)', async (_, authorization) => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { username, password } = connection
    const body = { grant_type: 'password', username, password }
    const send = () => ask(pim, connection, body, { authorization })
    await refuses(pim, send, clientWrong, 'client.authenticated')
  })

  it.each([
    ['the password of another user', { password: 'noor' }],
    ['the password in capitals', { password: 'ADMIN' }],
    ['a blank behind the password', { password: 'admin ' }],
    ['an unknown user', { username: 'nobody' }],
    ['the user __proto__', { username: '__proto__' }],
  ])('[C] wrong username or password: 422 (%s)', async (_, changes) => {
    const pim = buildPim()
    const connection = await connect(pim)
    const body = { grant_type: 'password', username: 'admin', password: 'admin', ...changes }
    const send = () => ask(pim, connection, body)
    await refuses(pim, send, userWrong, 'user.authenticated')
  })

  it('[C] disabled user: 422', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { users, ...scenario } = await pim.dump()
    const disabled = users.map((user) =>
      Object.assign({}, user, { enabled: user.username !== connection.username }),
    )
    await pim.api('PUT', '/_control/scenario', { body: { ...scenario, users: disabled } })
    const { username, password } = connection
    const send = () => ask(pim, connection, { grant_type: 'password', username, password })
    await refuses(pim, send, userWrong, 'user.authenticated')
  })

  it.each([
    ['missing', { grant_type: 'refresh_token' }],
    ['empty', { grant_type: 'refresh_token', refresh_token: '' }],
    ['a list', { grant_type: 'refresh_token', refresh_token: ['x'] }],
  ])('[C] refresh_token missing or empty: 422 (%s)', async (_, body) => {
    const pim = buildPim()
    const connection = await connect(pim)
    const send = () => ask(pim, connection, body)
    await refuses(pim, send, refreshMissing, 'refresh-token.given')
  })

  it('[C] refresh token unknown: 422', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const body = { grant_type: 'refresh_token', refresh_token: 'never-issued' }
    await refuses(pim, () => ask(pim, connection, body), refreshWrong, 'refresh-token.usable')
  })

  it('[C] refresh token used: 422', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { refresh_token } = await exchange(pim, connection)
    const body = { grant_type: 'refresh_token', refresh_token }
    expect((await ask(pim, connection, body)).status).toBe(200)
    await refuses(pim, () => ask(pim, connection, body), refreshWrong, 'refresh-token.usable')
  })

  it('[C] refresh token expired: 422 after 14 days', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { refresh_token } = await exchange(pim, connection)
    pim.wait(14 * day + 1)
    const body = { grant_type: 'refresh_token', refresh_token }
    await refuses(pim, () => ask(pim, connection, body), refreshWrong, 'refresh-token.usable')
  })

  it("answers 422 to another client's refresh token, and leaves it good", async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { refresh_token } = await exchange(pim, connection)
    const [other] = (await pim.dump()).oauthClients
    const body = { grant_type: 'refresh_token', refresh_token }
    const credentials = { client_id: other?.id ?? '', secret: other?.secret ?? '' }
    await refuses(pim, () => ask(pim, credentials, body), refreshWrong, 'refresh-token.usable')
    expect((await ask(pim, connection, body)).status).toBe(200)
  })

  it.each(['application/xml', 'text/plain', 'multipart/form-data; boundary=a', 'json'])(
    '[C] other content type: 415 (%s)',
    async (type) => {
      const pim = buildPim()
      const response = await ask(pim, await connect(pim), '<a/>', { 'content-type': type })
      const [given] = type.split(';')
      const message = `"${given}" in "Content-Type" header is not valid. Only ${types} are allowed.`
      await refused(response, 415, message)
      expect(lastFailure(pim)).toBe('content-type.allowed')
    },
  )

  it('[C] content type missing: 415', async () => {
    const pim = buildPim()
    const body = new TextEncoder().encode('{}')
    const message = `The "Content-Type" header is missing. ${types} has to be specified as value.`
    await refused(await pim.send(tokenPath, { method: 'POST', body }), 415, message)
    expect(lastFailure(pim)).toBe('content-type.allowed')
  })

  it.each(['{"grant_type":', 'grant_type=password', 'null', '5', '"text"'])(
    '[C] broken JSON: 400 (%s)',
    async (body) => {
      const pim = buildPim()
      await refused(await ask(pim, await connect(pim), body), 400, 'Invalid json message received')
      expect(lastFailure(pim)).toBe('body.json')
    },
  )

  it('[C] body too long: 413 beyond 300 bytes, before anything else', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const message = 'Request content exceeded the maximum allowed size of 300 bytes'
    const type = { 'content-type': 'a/b', authorization: '' }
    await refused(await ask(pim, connection, 'x'.repeat(301), type), 413, message)
    expect(lastFailure(pim)).toBe('body.small')
    await refused(await ask(pim, connection, 'é'.repeat(151), type), 413, message)
    const { username, password } = connection
    const body = JSON.stringify({ grant_type: 'password', username, password }).padEnd(300, ' ')
    expect((await ask(pim, connection, body)).status).toBe(200)
  })

  it('[C] check order: content type, grant_type, client, grant of the client, parameters, user', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const nobody = { client_id: '9_x', secret: 'x' }
    const wrongUser = { grant_type: 'password', username: 'u', password: 'p' }
    const xml = { 'content-type': 'application/xml' }
    expect((await ask(pim, nobody, {}, xml)).status).toBe(415)
    await refused(await ask(pim, nobody, { grant_type: 'passwordd' }), 422, grantMissing)
    await refused(await ask(pim, nobody, { grant_type: 'token' }), 422, clientWrong)
    await refused(await ask(pim, nobody, { grant_type: 'password' }), 422, clientWrong)
    await refused(await ask(pim, connection, { grant_type: 'token' }), 422, grantForbidden)
    await refused(await ask(pim, connection, { grant_type: 'password' }), 422, grantMissing)
    await refused(await ask(pim, connection, wrongUser), 422, userWrong)
  })

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('answers 405 to %s', async (method) => {
    const pim = buildPim()
    const authorization = basic(await connect(pim))
    const response = await pim.send(tokenPath, { method, headers: { authorization } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    expect(lastFailure(pim)).toBe('method.allowed')
  })
})
