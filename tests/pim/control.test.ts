import { expect, test } from 'vitest'
import { obtainCode, redeem, registerApp, tokenRequest } from './activation.ts'
import { buildPim, startTime, type BuiltPim } from './build-pim.ts'
import { buildTracked } from './tracked.ts'

async function put(pim: BuiltPim, path: string, body: unknown): Promise<Response> {
  const response = await pim.api('PUT', path, { body })
  expect(response.headers.get('content-type')).toBe('application/json')
  return response
}

async function moveClock(pim: BuiltPim, body: unknown): Promise<Response> {
  return pim.api('POST', '/_control/clock', { body })
}

async function nowOf(pim: BuiltPim): Promise<number> {
  const response = await moveClock(pim, { advance: 0 })
  return Date.parse(((await response.json()) as { now: string }).now)
}

test('POST /_control/reset goes back to the first scenario, whatever was put since', async () => {
  const pim = buildPim()
  const first = await pim.dump()
  await put(pim, '/_control/scenario', { ...first, era: 'test-apps-2022', connections: [] })
  await put(pim, '/_control/faults', ['rate_limit'])
  await moveClock(pim, { advance: 3, freeze: true })
  await pim.signIn('noor')
  await pim.screen('GET', '/rest/user')
  const response = await pim.send('/_control/reset', { method: 'POST' })
  expect(response.status).toBe(200)
  expect(await pim.dump()).toEqual(first)
  expect(await nowOf(pim)).toBe(startTime)
  expect(pim.journal.entries()).toEqual([])
})

test('POST /_control/reset brings back products that were changed and deleted, PUT leaves them alone', async () => {
  const { pim, token } = await buildTracked('data_destination', { auditable: false })
  const path = '/api/rest/v1/products/carafe-ruisse'
  const scenario = await pim.dump()
  const before = await (await pim.api('GET', path, { token })).text()
  await pim.api('PATCH', path, { token, body: { enabled: false } })
  await put(pim, '/_control/scenario', scenario)
  expect(await (await pim.api('GET', path, { token })).text()).not.toBe(before)
  await pim.api('DELETE', path, { token })
  await pim.send('/_control/reset', { method: 'POST' })
  expect((await pim.api('GET', path, { token })).status).toBe(401)
  await put(pim, '/_control/scenario', scenario)
  expect(await (await pim.api('GET', path, { token })).text()).toBe(before)
})

test('POST /_control/clock advances by seconds, also by parts of them', async () => {
  const pim = buildPim()
  await moveClock(pim, { advance: 31 })
  expect(await nowOf(pim)).toBe(startTime + 31_000)
  await moveClock(pim, { advance: 0.5 })
  expect(await nowOf(pim)).toBe(startTime + 31_500)
})

test('a frozen clock stands, advances by exactly what it is told, and goes on from there', async () => {
  const pim = buildPim()
  expect(await (await moveClock(pim, { freeze: true })).json()).toMatchObject({ frozen: true })
  pim.wait(5000)
  expect(await nowOf(pim)).toBe(startTime)
  await moveClock(pim, { advance: 60 })
  expect(await nowOf(pim)).toBe(startTime + 60_000)
  await moveClock(pim, { freeze: false })
  expect(await nowOf(pim)).toBe(startTime + 60_000)
  pim.wait(5000)
  expect(await nowOf(pim)).toBe(startTime + 65_000)
})

test('a code still works after 30 seconds of a moved clock, and has expired after 31', async () => {
  for (const [seconds, status] of [
    [30, 200],
    [31, 400],
  ] as const) {
    const pim = buildPim()
    await moveClock(pim, { freeze: true })
    const app = await registerApp(pim)
    const code = await obtainCode(pim, app, 'read_products')
    await moveClock(pim, { advance: seconds })
    expect((await redeem(pim, tokenRequest(app, code))).status, `${seconds} s`).toBe(status)
  }
})

test('two dumps under a frozen clock are equal', async () => {
  const pim = buildPim()
  await moveClock(pim, { freeze: true })
  const first = await (await pim.send('/_control/scenario')).text()
  pim.wait(60_000)
  expect(await (await pim.send('/_control/scenario')).text()).toBe(first)
})

test.each([
  [{}, 422],
  [{ advance: -1 }, 422],
  [{ advance: '31' }, 422],
  [{ advance: null }, 422],
  [{ advance: 1e300 }, 422],
  [{ freeze: 1 }, 422],
  [{ forward: 1 }, 422],
  [{ advance: 1, forward: 1 }, 422],
  [[], 422],
  ['{', 400],
])('POST /_control/clock with %j answers %i and moves nothing', async (body, status) => {
  const pim = buildPim()
  expect((await moveClock(pim, body)).status).toBe(status)
  expect(await nowOf(pim)).toBe(startTime)
})

test('GET /_control/exchanges gives the journal with secrets masked, newest last', async () => {
  const pim = buildPim()
  const draft = { code: 'harbour_pos', label: 'Harbour', flow_type: 'other' }
  const made = (await (await pim.screen('POST', '/rest/connections', draft)).json()) as {
    client_id: string
    secret: string
    username: string
    password: string
  }
  const { client_id, secret, username, password } = made
  const body = { grant_type: 'password', client_id, client_secret: secret, username, password }
  const tokens = (await (await pim.api('POST', '/api/oauth/v1/token', { body })).json()) as {
    access_token: string
    refresh_token: string
  }
  await pim.api('GET', '/api/rest/v1/channels', { token: tokens.access_token })
  const text = await (await pim.send('/_control/exchanges')).text()
  for (const hidden of [secret, password, tokens.access_token, tokens.refresh_token]) {
    expect(text).not.toContain(hidden)
  }
  const entries = JSON.parse(text) as { request: { url: string }; checks: unknown[] }[]
  expect(entries.map(({ request }) => new URL(request.url).pathname)).toEqual([
    '/rest/connections',
    '/api/oauth/v1/token',
    '/api/rest/v1/channels',
  ])
  expect(entries[1]?.checks).toContainEqual(expect.objectContaining({ id: 'client.authenticated' }))
})

test('GET /_control/exchanges masks a form, an address and a Basic header', async () => {
  const pim = buildPim()
  const form = new URLSearchParams({
    client_secret: 'open-sesame-and-more',
    code: 'my-own-code-of-now',
  })
  const authorization = `Basic ${btoa('some-client:some-secret')}`
  await pim.send('/x?code=my-own-code-of-now', {
    method: 'POST',
    body: form,
    headers: { authorization },
  })
  const text = await (await pim.send('/_control/exchanges')).text()
  expect(text).not.toContain('open-sesame')
  expect(text).not.toContain('my-own-code')
  expect(text).not.toContain(authorization.slice(6))
})

test('DELETE /_control/exchanges empties the journal', async () => {
  const pim = buildPim()
  await pim.screen('GET', '/rest/user')
  expect((await pim.send('/_control/exchanges', { method: 'DELETE' })).status).toBe(200)
  expect(await (await pim.send('/_control/exchanges')).json()).toEqual([])
})

test('PUT /_control/faults turns faults on, GET names those that are on', async () => {
  const pim = buildPim()
  expect(await (await pim.send('/_control/faults')).json()).toEqual([])
  await put(pim, '/_control/faults', ['rate_limit', 'rate_limit', 'expired_code'])
  expect(await (await pim.send('/_control/faults')).json()).toEqual(['rate_limit', 'expired_code'])
})

test.each([[['earthquake']], [[1]], [{ rate_limit: true }], [null]])(
  'PUT /_control/faults with %j answers 422 and changes nothing',
  async (body) => {
    const pim = buildPim()
    expect((await put(pim, '/_control/faults', body)).status).toBe(422)
    expect(await (await pim.send('/_control/faults')).json()).toEqual([])
  },
)

test('PUT /_control/session says who is signed in', async () => {
  const pim = buildPim()
  await pim.signIn('noor')
  expect(await (await pim.screen('GET', '/rest/user')).json()).toMatchObject({
    username: 'noor',
    acls: [],
  })
  expect(await (await pim.send('/_control/session')).json()).toEqual({ username: 'noor' })
})

test.each([
  [{ username: 'nobody' }],
  [{ username: 'fernwood_erp_2718' }],
  [{ username: '__proto__' }],
  [{ username: 1 }],
  [{ username: 'noor', as: 'admin' }],
  [{}],
  [[]],
])('PUT /_control/session with %j answers 422 and leaves who is signed in', async (body) => {
  const pim = buildPim()
  expect((await put(pim, '/_control/session', body)).status).toBe(422)
  expect(await (await pim.send('/_control/session')).json()).toEqual({ username: 'admin' })
})

test('an unknown address under /_control answers 404 in JSON', async () => {
  const response = await buildPim().send('/_control/secrets')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/json')
})

test('without control, /_control answers 404', async () => {
  const pim = buildPim({ options: { control: false } })
  expect((await pim.send('/_control/scenario')).status).toBe(404)
})

test('the fault rate_limit answers 429 with Retry-After', async () => {
  const pim = buildPim()
  const [client] = (await pim.dump()).oauthClients
  const body = {
    grant_type: 'password',
    client_id: client?.id,
    client_secret: client?.secret,
    username: 'admin',
    password: 'admin',
  }
  const tokens = (await (await pim.api('POST', '/api/oauth/v1/token', { body })).json()) as {
    access_token: string
  }
  await put(pim, '/_control/faults', ['rate_limit'])
  const response = await pim.api('GET', '/api/rest/v1/channels', { token: tokens.access_token })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('1')
  await put(pim, '/_control/faults', ['expired_token'])
  const expired = await pim.api('GET', '/api/rest/v1/channels', { token: tokens.access_token })
  expect(await expired.json()).toEqual({
    code: 401,
    message: 'The access token provided has expired.',
  })
})
