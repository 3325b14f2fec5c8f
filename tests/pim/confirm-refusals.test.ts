import { describe, expect, it } from 'vitest'
import { activate, ask, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { lastFailure } from './connect.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const manageApps = 'akeneo_connectivity_connection_manage_apps'
const apps = 'akeneo_connectivity.connection.connect.apps.'
const connection = 'akeneo_connectivity.connection.connection.'

/** Confirms, which must be refused by the rule `id` and change nothing. */
async function refuses(
  pim: BuiltPim,
  clientId: string,
  id: string,
): Promise<{ status: number; body: unknown }> {
  const before = await pim.dump()
  const response = await pim.screen('POST', `/rest/apps/confirm-authorization/${clientId}`)
  expect(lastFailure(pim)).toBe(id)
  expect(await pim.dump()).toEqual(before)
  return { status: response.status, body: await response.json() }
}

function violation(message: string, property_path: string) {
  return { status: 400, body: { errors: [{ message, property_path }] } }
}

const ongoing = violation(`${apps}constraint.client_id.must_have_ongoing_authorization`, 'clientId')

describe('POST /rest/apps/confirm-authorization/{clientId}', () => {
  it.each(['nobody', '__proto__', '%20'])('[E.6] unknown app: 404 (%s)', async (id) => {
    expect(await refuses(buildPim(), id, 'client.known')).toEqual({
      status: 404,
      body: { errors: [{ message: `${apps}error.app_not_found` }] },
    })
  })

  it('[E.6] no ongoing authorization: 400 with property_path clientId', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    expect(await refuses(pim, clientId, 'session.ongoing')).toEqual(ongoing)
  })

  it('[E.6] an authorization of another user: is none', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app)
    await pim.grant('noor', [manageApps])
    await pim.signIn('noor')
    expect(await refuses(pim, app.clientId, 'session.ongoing')).toEqual(ongoing)
  })

  it('[E.6] limit of connections reached: 400 with property_path clientId, and nothing is made', async () => {
    const limits = { connections: 2, customApps: 20, catalogs: 15 }
    const pim = buildPim({ scenario: { limits } })
    const app = await registerApp(pim)
    await ask(pim, app)
    const key = `${connection}constraint.connections_number_limit_reached`
    expect(await refuses(pim, app.clientId, 'connections.limit')).toEqual(
      violation(key, 'clientId'),
    )
  })

  it('at the limit a connected app is confirmed again', async () => {
    const limits = { connections: 3, customApps: 20, catalogs: 15 }
    const pim = buildPim({ scenario: { limits } })
    const app = await registerApp(pim)
    await activate(pim, app, 'read_products')
    await ask(pim, app, 'read_categories read_products')
    const path = `/rest/apps/confirm-authorization/${app.clientId}`
    expect((await pim.screen('POST', path)).status).toBe(200)
  })

  it('[E.6] without Manage apps: 403', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await pim.grant('noor', [openApps])
    await pim.signIn('noor')
    const { status } = await refuses(pim, app.clientId, 'acl.granted')
    expect(status).toBe(403)
  })

  it('[E.6] not XHR: 302 to /', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    const path = `/rest/apps/confirm-authorization/${clientId}`
    const response = await pim.send(path, { method: 'POST' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
    expect(lastFailure(pim)).toBe('screen.asks')
  })

  it('[E.6] check order: flag, XHR, app, right, ongoing authorization', async () => {
    const pim = buildPim({ scenario: { faults: ['activation_off'] } })
    const { clientId } = await registerApp(pim)
    const path = (id: string) => `/rest/apps/confirm-authorization/${id}`
    const off = await pim.send(path('nobody'), { method: 'POST' })
    expect(off.status).toBe(404)
    expect(await off.json()).toEqual({ code: 404, message: 'Not Found' })
    await pim.api('PUT', '/_control/faults', { body: [] })
    expect((await pim.send(path('nobody'), { method: 'POST' })).status).toBe(302)
    await pim.signIn('noor')
    expect((await pim.screen('POST', path('nobody'))).status).toBe(404)
    expect((await pim.screen('POST', path(clientId))).status).toBe(403)
  })
})
