import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const path = '/rest/connections/fernwood_erp/webhook'
const prefix = 'akeneo_connectivity.connection.webhook.error.'
const hook = { url: 'https://hooks.example.com/pim', enabled: true, isUsingUuid: true }

interface Form {
  event_subscription: { secret: string | null }
}

async function read(pim: BuiltPim, at = path): Promise<Form> {
  const response = await pim.screen('GET', at)
  expect(response.status).toBe(200)
  return (await response.json()) as Form
}

test('[B.4] GET /rest/connections/{code}/webhook of a connection without one answers an empty one and the limit', async () => {
  expect(await read(buildPim())).toEqual({
    event_subscription: {
      connectionCode: 'fernwood_erp',
      enabled: false,
      secret: null,
      url: null,
      isUsingUuid: false,
    },
    active_event_subscriptions_limit: { limit: 3, current: 0 },
  })
})

test('[B.4] POST /rest/connections/{code}/webhook answers 204, and makes a secret the first time only', async () => {
  const pim = buildPim()
  expect((await pim.screen('POST', path, hook)).status).toBe(204)
  const first = await read(pim)
  expect(first).toMatchObject({
    event_subscription: hook,
    active_event_subscriptions_limit: { current: 1 },
  })
  expect(first.event_subscription.secret).toMatch(/^[0-9a-z]{50}$/)
  await pim.screen('POST', path, { ...hook, enabled: false })
  const second = await read(pim)
  expect(second.event_subscription.secret).toBe(first.event_subscription.secret)
  expect(second).toMatchObject({ event_subscription: { enabled: false, isUsingUuid: true } })
})

test.each<[string, unknown, string, string]>([
  ['on without a URL', { ...hook, url: null }, 'url', `${prefix}required`],
  ['on with an empty URL', { ...hook, url: '' }, 'url', `${prefix}required`],
  ['no URL', { ...hook, url: 'nonsense' }, 'url', 'This value is not a valid URL.'],
  ['localhost', { ...hook, url: 'http://localhost:8080' }, 'url', `${prefix}not_allowed_url`],
  ['127.0.0.1', { ...hook, url: 'http://127.0.0.1/' }, 'url', `${prefix}not_allowed_url`],
  ['a short loopback', { ...hook, url: 'http://127.1/' }, 'url', `${prefix}not_allowed_url`],
  ['a private network', { ...hook, url: 'http://172.20.1.1/' }, 'url', `${prefix}not_allowed_url`],
  ['IPv6 loopback', { ...hook, url: 'http://[::1]/' }, 'url', `${prefix}not_allowed_url`],
])(
  '[B.4] POST /rest/connections/{code}/webhook with %s answers 422',
  async (_, body, field, message) => {
    const pim = buildPim()
    const response = await pim.screen('POST', path, body)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({
      errors: [{ field, message }],
      message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
    })
    expect((await pim.dump()).webhooks).toEqual([])
  },
)

test('[B.4] POST /rest/connections/{code}/webhook of an unknown connection answers 422', async () => {
  const response = await buildPim().screen('POST', '/rest/connections/nobody/webhook', hook)
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    errors: [{ field: 'code', message: `${prefix}not_found` }],
  })
})

test.each([
  [{ ...hook, url: 7 }],
  [{ ...hook, enabled: 'yes' }],
  [{ ...hook, isUsingUuid: 1 }],
  ['{'],
  [[]],
])('[B.4] POST /rest/connections/{code}/webhook with %j answers 400', async (body) => {
  expect((await buildPim().screen('POST', path, body)).status).toBe(400)
})

test('the fourth active event subscription is refused, switching one that is on is not', async () => {
  const pim = buildPim()
  for (const number of [1, 2, 3, 4]) {
    const draft = { code: `harbour_${number}`, label: 'Harbour', flow_type: 'other' }
    await pim.screen('POST', '/rest/connections', draft)
    const answer = await pim.screen('POST', `/rest/connections/harbour_${number}/webhook`, hook)
    expect(answer.status).toBe(number < 4 ? 204 : 422)
    if (number === 4) {
      expect(await answer.json()).toMatchObject({
        errors: [{ field: 'enabled', message: `${prefix}limit_reached` }],
      })
    }
  }
  const again = await pim.screen('POST', '/rest/connections/harbour_1/webhook', hook)
  expect(again.status).toBe(204)
})

test('[B.4] POST /rest/connections/{code}/webhook asks last whether there is such a connection', async () => {
  const body = { ...hook, url: 'nonsense' }
  const response = await buildPim().screen('POST', '/rest/connections/nobody/webhook', body)
  expect(await response.json()).toMatchObject({ errors: [{ field: 'url' }] })
})

test('[B.4] GET /rest/connections/{code}/webhook/regenerate-secret answers 204 and makes another secret', async () => {
  const pim = buildPim()
  await pim.screen('POST', path, hook)
  const before = await read(pim)
  const response = await pim.screen('GET', `${path}/regenerate-secret`)
  expect(response.status).toBe(204)
  const after = await read(pim)
  expect(after.event_subscription.secret).toMatch(/^[0-9a-z]{50}$/)
  expect(after.event_subscription.secret).not.toBe(before.event_subscription.secret)
})

test('[B.4] GET /rest/connections/{code}/webhook/regenerate-secret of an unknown connection answers 404', async () => {
  const response = await buildPim().screen(
    'GET',
    '/rest/connections/nobody/webhook/regenerate-secret',
  )
  expect(response.status).toBe(404)
  expect(await response.json()).toBe(`${prefix}not_found`)
})

test.each([
  ['', 'This value should not be blank.'],
  ['nonsense', 'This value is not a valid URL.'],
  ['http://10.0.0.1/', `${prefix}not_allowed_url`],
  ['https://hooks.example.com/pim', 'Failed to connect to server'],
])(
  '[B.4] POST /rest/connections/{code}/webhook/check-reachability of "%s" answers 200 and why not',
  async (url, message) => {
    const body = { url, secret: 'a-secret' }
    const response = await buildPim().screen('POST', `${path}/check-reachability`, body)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ success: false, message })
  },
)

test('an event subscription goes with its connection, also that of an app', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  const [{ connectionCode = '' } = {}] = (await pim.dump()).connectedApps
  await pim.screen('POST', path, hook)
  await pim.screen('POST', `/rest/connections/${connectionCode}/webhook`, hook)
  expect((await pim.dump()).webhooks).toHaveLength(2)
  await pim.screen('DELETE', '/rest/connections/fernwood_erp')
  await pim.screen('DELETE', `/rest/apps/connected-apps/${connectionCode}`)
  expect((await pim.dump()).webhooks).toEqual([])
  expect((await pim.screen('GET', path)).status).toBe(404)
})

test('event subscriptions need the right to manage connections', async () => {
  const pim = buildPim()
  await pim.signIn('noor')
  for (const [method, end] of [
    ['GET', ''],
    ['POST', ''],
    ['GET', '/regenerate-secret'],
    ['POST', '/check-reachability'],
  ] as const) {
    expect((await pim.screen(method, path + end)).status).toBe(403)
  }
})
