import { expect, test } from 'vitest'
import {
  activate,
  ask,
  challenge,
  confirm,
  obtainCode,
  redeem,
  registerApp,
  tokenRequest,
} from './activation.ts'
import { buildPim } from './build-pim.ts'

const path = '/connect/apps/v1/oauth2/token'

async function refused(response: Response, error: string, description?: string): Promise<void> {
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    error,
    ...(description && { error_description: description }),
  })
}

test('POST /connect/apps/v1/oauth2/token with a code answers the token, its type and the scopes', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app, 'write_products read_products')
  const response = await redeem(pim, tokenRequest(app, code))
  const body = (await response.json()) as Record<string, unknown>
  expect(response.status).toBe(200)
  expect(Object.keys(body)).toEqual(['access_token', 'token_type', 'scope'])
  expect(body).toMatchObject({ token_type: 'bearer', scope: 'read_products write_products' })
  expect(body['access_token']).toMatch(/^[A-Za-z0-9_-]{86}$/)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('POST /connect/apps/v1/oauth2/token takes JSON as well', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const body = tokenRequest(app, await obtainCode(pim, app))
  const response = await pim.api('POST', path, { body })
  expect(await response.json()).toMatchObject({ scope: '' })
})

test("the token lists products with the app's scope, and for ever", async () => {
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

test.each<[string, Record<string, string>, string, string?]>([
  ['an empty client_id', { client_id: '' }, 'invalid_request'],
  ['an unknown client_id', { client_id: 'nobody' }, 'invalid_client'],
  [
    'an unknown client_id and no challenge',
    { client_id: 'nobody', code_challenge: '' },
    'invalid_client',
  ],
  ['a wrong code_challenge', { code_challenge: challenge('other', 'secret') }, 'invalid_client'],
  ['a code_challenge in capitals', { code_challenge: 'CAPITALS' }, 'invalid_client'],
  ['an empty code', { code: '' }, 'invalid_request'],
  ['an unknown code', { code: 'never-issued' }, 'invalid_grant', 'Code is not valid'],
  ['the code __proto__', { code: '__proto__' }, 'invalid_grant', 'Code is not valid'],
  ['an empty grant_type', { grant_type: '' }, 'unsupported_grant_type'],
  ['another grant_type', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['an empty code_identifier', { code_identifier: '' }, 'invalid_request'],
  ['an empty code_challenge', { code_challenge: '' }, 'invalid_request'],
])('POST /connect/apps/v1/oauth2/token with %s answers 400 %s', async (_, changes, error, text) => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app)
  const parameters = tokenRequest(app, code, changes)
  const upper = parameters['code_challenge'] === 'CAPITALS'
  const right = challenge('an-identifier', app.clientSecret)
  if (upper) parameters['code_challenge'] = right.toUpperCase()
  const before = await pim.dump()
  await refused(await redeem(pim, parameters), error, text)
  expect(await pim.dump()).toEqual(before)
  expect((await redeem(pim, tokenRequest(app, code))).status).toBe(200)
})

test.each(['client_id', 'code', 'grant_type', 'code_identifier', 'code_challenge'])(
  'POST /connect/apps/v1/oauth2/token without %s answers 400',
  async (name) => {
    const pim = buildPim()
    const app = await registerApp(pim)
    const { [name]: _, ...parameters } = tokenRequest(app, await obtainCode(pim, app))
    const error = name === 'grant_type' ? 'unsupported_grant_type' : 'invalid_request'
    await refused(await redeem(pim, parameters), error)
  },
)

test('POST /connect/apps/v1/oauth2/token reports only the first rule that is broken', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const wrong = tokenRequest(app, 'never', { grant_type: 'x', code_identifier: '' })
  await refused(await redeem(pim, wrong), 'invalid_grant', 'Code is not valid')
  await refused(await redeem(pim, {}), 'invalid_request')
})

test('POST /connect/apps/v1/oauth2/token with a code that was redeemed answers 400 invalid_grant', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app)
  expect((await redeem(pim, tokenRequest(app, code))).status).toBe(200)
  await refused(await redeem(pim, tokenRequest(app, code)), 'invalid_grant', 'Code is not valid')
  expect(pim.lastChecks().at(-1)?.because).toMatch(
    /^No authorization code "\w{6}…" was issued, or it was redeemed already$/,
  )
})

test('POST /connect/apps/v1/oauth2/token takes a code for 30 seconds and not longer', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await obtainCode(pim, app)
  pim.wait(30_000)
  expect((await redeem(pim, tokenRequest(app, first))).status).toBe(200)
  const second = await obtainCode(pim, app)
  pim.wait(30_001)
  await refused(await redeem(pim, tokenRequest(app, second)), 'invalid_grant', 'Code has expired')
})

test('the fault expired_code makes every code an expired one', async () => {
  const pim = buildPim({ scenario: { faults: ['expired_code'] } })
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app))
  await refused(await redeem(pim, parameters), 'invalid_grant', 'Code has expired')
  expect(pim.lastChecks().at(-1)?.id).toBe('fault.expired_code')
})

test('one code, 100 requests at once: exactly one token', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app))
  const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(pim, parameters)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('the same scopes give the same token again', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await activate(pim, app, 'read_products')
  const second = await activate(pim, app, 'read_products')
  expect(second).toEqual(first)
})

test('other scopes give a new token, and the old one ends', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await activate(pim, app, 'read_products')
  const second = await activate(pim, app, 'read_categories read_products')
  expect(second.access_token).not.toBe(first.access_token)
  const response = await pim.api('GET', '/api/rest/v1/products', { token: first.access_token })
  expect(await response.json()).toEqual({
    code: 401,
    message: 'The access token provided is invalid.',
  })
})

test('the scope names what was consented too, in alphabetical order', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const token = await activate(pim, app, 'read_products openid email profile read_categories')
  expect(token.scope).toBe('email openid profile read_categories read_products')
})

test('a code of another client is taken, as the PIM does, unless strict', async () => {
  for (const strict of [false, true]) {
    const pim = buildPim({ scenario: { strict } })
    const first = await registerApp(pim)
    const second = await registerApp(pim)
    await activate(pim, first)
    const code = await obtainCode(pim, second)
    const response = await redeem(pim, tokenRequest(first, code))
    if (strict) await refused(response, 'invalid_grant', 'Code is not valid')
    else expect(response.status).toBe(200)
  }
})

test('a code of another client does not connect an app that is not connected', async () => {
  const pim = buildPim()
  const stranger = await registerApp(pim)
  const code = await obtainCode(pim, await registerApp(pim))
  await refused(
    await redeem(pim, tokenRequest(stranger, code)),
    'invalid_grant',
    'Code is not valid',
  )
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

test.each(['GET', 'PUT', 'PATCH', 'DELETE'])(
  '%s /connect/apps/v1/oauth2/token answers 405',
  async (method) => {
    const response = await buildPim().send(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  },
)

test('POST /connect/apps/v1/oauth2/token with broken JSON answers 400', async () => {
  const response = await buildPim().api('POST', path, { body: '{"code":' })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ code: 400, message: 'Invalid json message received' })
})

test.each<[string, unknown]>([
  ['a list', []],
  ['null', 'null'],
  ['numbers', { client_id: 1, code: 2 }],
  ['lists for texts', { client_id: ['a'], code: { b: 1 } }],
])(
  'POST /connect/apps/v1/oauth2/token with %s in JSON answers 400 invalid_request',
  async (_, body) => {
    await refused(await buildPim().api('POST', path, { body }), 'invalid_request')
  },
)

test('POST /connect/apps/v1/oauth2/token does not read the address', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const query = new URLSearchParams(tokenRequest(app, await obtainCode(pim, app)))
  await refused(await pim.send(`${path}?${query}`, { method: 'POST' }), 'invalid_request')
})

test('the reasoning of a token names each rule, in the order of the PIM', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app)
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
  ])
})

test('no reasoning leaks into an answer', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const response = await redeem(pim, tokenRequest(app, 'wrong'))
  expect(await response.text()).toBe(
    '{"error":"invalid_grant","error_description":"Code is not valid"}',
  )
})
