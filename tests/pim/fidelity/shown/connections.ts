import { expect } from 'vitest'
import { defaultScenario, words } from '../../../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from '../../build-pim.ts'
import { ask, callApi, connect, exchange } from '../../connect.ts'
import type { Shown } from './shown.ts'

const webhook = '/rest/connections/larkspur_shop/webhook'
const eventLogs = '/rest/events-api-debug/search-event-subscription-logs'
const admin = { username: 'admin', password: 'admin' }
const draft = { code: 'quay', label: 'Quay', flow_type: 'other' }

async function subscribe(pim: BuiltPim, changes: object = {}): Promise<Response> {
  const body = { url: 'https://x.example.com/events', enabled: true, ...changes }
  return pim.screen('POST', webhook, body)
}

async function upload(path: string): Promise<number> {
  const body = new FormData()
  body.append('file', new File(['GIF89a'], 'logo.gif'))
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  return (await buildPim().send(path, { method: 'POST', headers, body })).status
}

/** Lines of section B and C. */
export const shownConnections: Shown = {
  async 'Number of connections and connected apps'() {
    expect(defaultScenario.limits.connections).toBe(50)
    const limits = { ...defaultScenario.limits, connections: 2 }
    const response = await buildPim({ scenario: { limits } }).screen(
      'POST',
      '/rest/connections',
      draft,
    )
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('connections_number_limit_reached')
  },
  async 'UUIDs in an event subscription'() {
    for (const name of ['isUsingUuid', 'is_using_uuid']) {
      const pim = buildPim()
      expect((await subscribe(pim, { [name]: true })).status).toBe(204)
      const read = await (await pim.screen('GET', webhook)).json()
      expect(read).toMatchObject({ event_subscription: { isUsingUuid: true } })
    }
  },
  async 'Usernames in the list of wrong credentials'() {
    const pim = buildPim()
    const credentials = await connect(pim)
    await exchange(pim, { ...credentials, username: 'admin', password: 'admin' })
    const path = '/rest/connections/wrong-credentials-combination'
    expect(await (await pim.screen('GET', path)).json()).toMatchObject({
      harbour_pos: { users: { admin: { username: 'admin' } } },
    })
  },
  async 'Right to upload a picture and to read business errors'() {
    const pim = buildPim()
    await pim.signIn('noor')
    const errors = '/rest/connections/larkspur_shop/business-errors'
    expect((await pim.screen('POST', '/media/')).status).toBe(403)
    expect((await pim.screen('GET', errors)).status).toBe(403)
    await pim.grant('noor', ['akeneo_connectivity_connection_manage_apps'])
    expect((await pim.screen('POST', '/media/')).status).toBe(403)
    expect((await pim.screen('GET', errors)).status).toBe(200)
  },
  async 'Event subscriptions'() {
    const pim = buildPim()
    expect((await subscribe(pim)).status).toBe(204)
    const body = { url: 'https://x.example.com/events', secret: 'x' }
    const tested = await pim.screen('POST', `${webhook}/check-reachability`, body)
    expect(await tested.json()).toEqual({ success: false, message: 'Failed to connect to server' })
    const token = (await exchange(pim, { ...(await connect(pim)), ...admin })).access_token
    await pim.api('PATCH', '/api/rest/v1/products/a-lamp', { token, body: {} })
    const logs = await pim.screen('GET', `${eventLogs}?connection_code=larkspur_shop`)
    expect(await logs.json()).toMatchObject({
      results: [{ level: 'error', message: 'The endpoint failed to answer under 500 ms.' }],
    })
  },
  async 'Whether the address of an event subscription is private'() {
    for (const url of ['http://localhost/events', 'http://10.0.0.1/', 'http://[fd00::1]/']) {
      expect((await subscribe(buildPim(), { url })).status, url).toBe(422)
    }
    // Whatever this name stands for: it is not looked up.
    expect((await subscribe(buildPim(), { url: 'http://localtest.example.com/' })).status).toBe(204)
  },
  async 'Number of active event subscriptions'() {
    const read = await (await buildPim().screen('GET', webhook)).json()
    expect(read).toMatchObject({ active_event_subscriptions_limit: { limit: 3 } })
  },
  async "Where a connection's picture is uploaded"() {
    expect(await upload('/media/')).toBe(200)
    expect(await upload('/rest/media/')).toBe(200)
  },
  async "What is refused after a connection's secret was regenerated"() {
    const pim = buildPim()
    const credentials = await connect(pim)
    const { access_token } = await exchange(pim, credentials)
    await pim.screen('POST', '/rest/connections/harbour_pos/regenerate-secret')
    expect((await callApi(pim, access_token)).status).toBe(401)
    const { username, password } = credentials
    const body = { grant_type: 'password', username, password }
    expect((await ask(pim, credentials, body)).status).toBe(422)
  },
  async 'Names of flow types'() {
    const names = (['apps-2019', 'connections-2020', 'today'] as const).map(
      (era) => words[era].flowTypes.data_source.one,
    )
    expect(names).toEqual(['Source app', 'Source connection', 'Data source'])
  },
  async 'Ids of role and group in a connection'() {
    const read = await (await buildPim().screen('GET', '/rest/connections/fernwood_erp')).json()
    expect(read).toMatchObject({ user_role_id: '2', user_group_id: null })
  },
  async 'Shape of the wrong credentials'() {
    const pim = buildPim()
    const credentials = await connect(pim)
    await exchange(pim, { ...credentials, username: 'admin', password: 'admin' })
    const read = await pim.screen('GET', '/rest/connections/wrong-credentials-combination')
    const date = expect.any(String)
    expect(await read.json()).toEqual({
      harbour_pos: { code: 'harbour_pos', users: { admin: { username: 'admin', date } } },
    })
  },
  async 'Limit of a token request'() {
    const pim = buildPim()
    const body = `{"grant_type":"password","username":"${'x'.repeat(300)}"}`
    expect((await ask(pim, await connect(pim), body)).status).toBe(413)
  },
  async 'What a disabled user is told'() {
    const noor = defaultScenario.users.find(({ username }) => username === 'noor')
    if (!noor) throw new Error('There is no Noor')
    const users = [
      ...defaultScenario.users.filter(({ username }) => username !== 'noor'),
      { ...noor, enabled: false },
    ]
    const pim = buildPim({ scenario: { users } })
    const body = { grant_type: 'password', username: 'noor', password: 'noor' }
    const response = await ask(pim, await connect(pim), body)
    expect(await response.json()).toEqual({
      code: 422,
      message: 'No user found for the given username and password',
    })
  },
}
