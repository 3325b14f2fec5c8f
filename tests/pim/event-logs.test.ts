import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, startTime, type BuiltPim } from './build-pim.ts'
import { connect, exchange } from './connect.ts'

const search = '/rest/events-api-debug/search-event-subscription-logs'
const download = '/rest/events-api-debug/download-event-subscription-logs'
const url = 'https://hooks.example.com/events'
const hour = 60 * 60 * 1000
const timeOut = 'The endpoint failed to answer under 500 ms.'
const ownEvent = 'The event was not sent because it was raised by the same connection.'

interface Line {
  timestamp: number
  level: string
  message: string
  connection_code: string
  context: Record<string, unknown>
}

interface Page {
  results: Line[]
  total: number
  search_after: string
}

/** A PIM whose ERP wants to be told of events, and a connection that may change products. */
async function buildListening(): Promise<{ pim: BuiltPim; token: string }> {
  const pim = buildPim()
  await subscribe(pim, 'fernwood_erp')
  const credentials = await connect(pim)
  const { users } = await pim.dump()
  const admin = users.find(({ username }) => username === 'admin')
  const update = { label: 'Harbour', flow_type: 'other', user_role_id: admin?.roleId }
  expect((await pim.screen('POST', '/rest/connections/harbour_pos', update)).status).toBe(204)
  return { pim, token: (await exchange(pim, credentials)).access_token }
}

async function subscribe(pim: BuiltPim, code: string, enabled = true): Promise<void> {
  const body = { url, enabled, isUsingUuid: false }
  expect((await pim.screen('POST', `/rest/connections/${code}/webhook`, body)).status).toBe(204)
}

async function logsOf(
  pim: BuiltPim,
  code = 'fernwood_erp',
  query: Record<string, string> = {},
): Promise<Page> {
  const asked = new URLSearchParams({ connection_code: code, ...query })
  const response = await pim.screen('GET', `${search}?${asked}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Page
}

async function change(pim: BuiltPim, token: string, identifier: string, enabled = true) {
  const path = `/api/rest/v1/products/${identifier}`
  const response = await pim.api('PATCH', path, { token, body: { enabled } })
  expect([201, 204]).toContain(response.status)
}

test('a product that is created, changed and deleted is logged for who wants to be told', async () => {
  const { pim, token } = await buildListening()
  await change(pim, token, 'a-lamp')
  await change(pim, token, 'a-lamp')
  await change(pim, token, 'a-lamp', false)
  await pim.api('DELETE', '/api/rest/v1/products/a-lamp', { token })
  const { results, total } = await logsOf(pim)
  expect(total).toBe(3)
  const [removed, , created] = results
  expect(created).toEqual({
    timestamp: startTime / 1000,
    level: 'error',
    message: timeOut,
    connection_code: 'fernwood_erp',
    context: {
      event_subscription_url: url,
      events: [
        {
          action: 'product.created',
          event_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          event_datetime: '2024-05-06T12:00:00+00:00',
          author: expect.stringMatching(/^harbour_pos_\d{4}$/),
          author_type: 'api',
          product_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
          product_identifier: 'a-lamp',
        },
      ],
    },
  })
  const actions = results.map(({ context }) => (context['events'] as { action: string }[])[0])
  expect(actions.map((event) => event?.action)).toEqual([
    'product.removed',
    'product.updated',
    'product.created',
  ])
  expect(removed?.context).toMatchObject({ events: [{ product_identifier: 'a-lamp' }] })
})

test('a product model tells of itself, and when it is deleted of all below it', async () => {
  const { pim, token } = await buildListening()
  const models = await pim.api('GET', '/api/rest/v1/product-models?limit=100', { token })
  const { _embedded } = (await models.json()) as {
    _embedded: { items: { code: string; parent: string | null }[] }
  }
  const root = _embedded.items.find(({ parent }) => parent === null)
  const path = `/api/rest/v1/product-models/${root?.code}`
  const body = { categories: [] }
  expect((await pim.api('PATCH', path, { token, body })).status).toBe(204)
  expect((await pim.api('DELETE', path, { token })).status).toBe(204)
  const { results } = await logsOf(pim)
  const events = results.map(
    ({ context }) => (context['events'] as Record<string, string>[])[0] ?? {},
  )
  expect(events.at(-1)).toMatchObject({
    action: 'product_model.updated',
    product_model_code: root?.code,
  })
  const rest = events.slice(0, -1).map(({ action }) => action)
  expect(new Set(rest)).toEqual(new Set(['product.removed', 'product_model.removed']))
})

test('a connection is not told of what it did itself, and the log says so', async () => {
  const { pim, token } = await buildListening()
  await subscribe(pim, 'harbour_pos')
  await change(pim, token, 'a-lamp')
  const { results } = await logsOf(pim, 'harbour_pos')
  expect(results).toMatchObject([
    {
      level: 'notice',
      message: ownEvent,
      context: { event: { action: 'product.created', product_identifier: 'a-lamp' } },
    },
  ])
  expect((await logsOf(pim)).total).toBe(1)
})

test('a person who calls the API with their own username is the author, of the type ui', async () => {
  const { pim } = await buildListening()
  const { client_id, secret } = (await (
    await pim.screen('GET', '/rest/connections/harbour_pos')
  ).json()) as { client_id: string; secret: string }
  const person = { client_id, secret, username: 'admin', password: 'admin' }
  await change(pim, (await exchange(pim, person)).access_token, 'a-lamp')
  const { results } = await logsOf(pim)
  expect(results[0]?.context).toMatchObject({
    events: [{ author: 'admin', author_type: 'ui' }],
  })
})

test('nobody is told where no subscription is active, and a refused change raises nothing', async () => {
  const { pim, token } = await buildListening()
  const body = { unknown: 1 }
  await pim.api('PATCH', '/api/rest/v1/products/a-lamp', { token, body })
  expect((await logsOf(pim)).total).toBe(0)
  await subscribe(pim, 'fernwood_erp', false)
  await change(pim, token, 'a-lamp')
  expect((await pim.dump()).eventLogs).toEqual([])
})

test('[B.4] GET /rest/events-api-debug/search-event-subscription-logs gives 25 at a time, newest first, and goes on from a cursor', async () => {
  const { pim, token } = await buildListening()
  for (let number = 0; number < 30; number += 1) {
    pim.wait(1000)
    await change(pim, token, `lamp-${number}`)
  }
  const first = await logsOf(pim)
  expect(first.total).toBe(30)
  expect(first.results).toHaveLength(25)
  expect(first.results[0]?.timestamp).toBe(startTime / 1000 + 30)
  const second = await logsOf(pim, 'fernwood_erp', { search_after: first.search_after })
  expect(second.results.map(({ timestamp }) => timestamp - startTime / 1000)).toEqual([
    5, 4, 3, 2, 1,
  ])
  const third = await logsOf(pim, 'fernwood_erp', { search_after: second.search_after })
  expect(third).toMatchObject({ results: [], total: 30, search_after: second.search_after })
  const wrong = await pim.screen('GET', `${search}?connection_code=fernwood_erp&search_after=x`)
  expect(wrong.status).toBe(400)
})

test.each([
  [{ levels: ['notice'] }, 1],
  [{ levels: ['error', 'notice'] }, 3],
  [{ levels: [] }, 0],
  [{ text: 'LAMP-2 endpoint' }, 1],
  [{ text: 'nothing like it' }, 0],
  [{ timestamp_from: startTime / 1000 + 2 }, 1],
  [{ timestamp_to: startTime / 1000 + 1 }, 2],
  [{ timestamp_from: null, timestamp_to: null, text: '' }, 3],
  ['no JSON', 3],
  [[], 3],
])('with the filters %j %i lines are found', async (filters, total) => {
  const { pim, token } = await buildListening()
  pim.wait(1000)
  await change(pim, token, 'lamp-1')
  pim.wait(1000)
  await change(pim, token, 'lamp-2')
  const scenario = await pim.dump()
  const own = {
    id: 'own',
    connectionCode: 'fernwood_erp',
    at: startTime,
    level: 'notice',
    message: ownEvent,
    context: {},
  }
  const eventLogs = [own, ...scenario.eventLogs]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, eventLogs } })
  const text = typeof filters === 'string' ? filters : JSON.stringify(filters)
  expect((await logsOf(pim, 'fernwood_erp', { filters: text })).total).toBe(total)
})

test('errors and warnings are shown for 72 hours, of notices and infos the last 100', async () => {
  const { pim, token } = await buildListening()
  const scenario = await pim.dump()
  const line = (id: string, level: string, at: number) => ({
    id,
    connectionCode: 'fernwood_erp',
    at,
    level,
    message: 'Some',
    context: {},
  })
  const eventLogs = [
    line('too old', 'warning', startTime - 72 * hour - 1),
    line('old', 'error', startTime - 72 * hour),
    ...Array.from({ length: 101 }, (_, index) => line(`i${index}`, 'info', index)),
  ]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, eventLogs } })
  expect((await logsOf(pim)).total).toBe(101)
  expect((await pim.dump()).eventLogs).toHaveLength(103)
  await change(pim, token, 'a-lamp')
  const kept = (await pim.dump()).eventLogs.map(({ id }) => id)
  expect(kept).toHaveLength(102)
  expect(kept).not.toContain('too old')
  expect(kept).not.toContain('i0')
})

test('[B.4] GET /rest/events-api-debug/download-event-subscription-logs is a text file, a line a log, as PHP writes JSON', async () => {
  const { pim, token } = await buildListening()
  await change(pim, token, 'lämpchen')
  const response = await pim.send(`${download}?connection_code=fernwood_erp`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename=events_api_logs_20240506_120000.txt',
  )
  const text = await response.text()
  expect(text).toMatch(
    /^2024\/05\/06 12:00:00 ERROR The endpoint failed to answer under 500 ms\. \{.*\}\n$/,
  )
  expect(text).toContain(String.raw`"event_subscription_url":"https:\/\/hooks.example.com\/events"`)
  expect(text).toContain(String.raw`"product_identifier":"l\u00e4mpchen"`)
  expect(await (await pim.send(download)).text()).toBe('')
})

test('the logs need the right to manage connections, and the list is for screens only', async () => {
  const { pim } = await buildListening()
  expect((await pim.send(search)).status).toBe(403)
  await pim.signIn('noor')
  expect((await pim.screen('GET', `${search}?connection_code=fernwood_erp`)).status).toBe(403)
  expect((await pim.send(`${download}?connection_code=fernwood_erp`)).status).toBe(403)
})

test('the logs go with their connection, also with that of an app', async () => {
  const { pim, token } = await buildListening()
  await activate(pim, await registerApp(pim))
  const [app] = (await pim.dump()).connectedApps
  await subscribe(pim, app?.connectionCode ?? '')
  await change(pim, token, 'a-lamp')
  expect((await pim.dump()).eventLogs).toHaveLength(2)
  await pim.screen('DELETE', `/rest/apps/connected-apps/${app?.connectionCode}`)
  await pim.screen('DELETE', '/rest/connections/fernwood_erp')
  expect((await pim.dump()).eventLogs).toEqual([])
})

test('a scenario from before there were logs is loaded, and has none', async () => {
  const pim = buildPim()
  const { eventLogs, ...before } = await pim.dump()
  expect(eventLogs).toEqual([])
  const response = await pim.api('PUT', '/_control/scenario', { body: before })
  expect(response.status).toBe(200)
  expect(await pim.dump()).toEqual({ ...before, eventLogs })
})
