import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, startTime } from './build-pim.ts'
import { exchange } from './connect.ts'
import { buildListening, change, hookUrl, logsOf, ownEvent, subscribe } from './listening.ts'

const timeOut = 'The endpoint failed to answer under 500 ms.'

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
      event_subscription_url: hookUrl,
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
