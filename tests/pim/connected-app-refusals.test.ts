import { describe, expect, it } from 'vitest'
import { activate, ask, confirm, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { reopen } from './reopen.ts'
import { lastFailure, refused } from './connect.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const list = '/rest/apps/connected-apps'
const storeApp = { clientId: 'd95bafc8-f2a4-427b-9cf4-bb99f4bea973', clientSecret: '' }

const addresses = [
  ['GET', ''],
  ['GET', '/scope-messages'],
  ['GET', '/authentication-scopes'],
  ['GET', '/monitoring-settings'],
  ['POST', '/monitoring-settings'],
  ['DELETE', ''],
  ['POST', '/refresh'],
  ['GET', '/open-app-url'],
] as const

/** A connected custom app, and one of the App Store. */
async function buildConnected(): Promise<{ pim: BuiltPim; custom: string; store: string }> {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  await ask(pim, storeApp)
  await confirm(pim, storeApp)
  const { connectedApps } = await pim.dump()
  const [custom = '', store = ''] = connectedApps.map(({ connectionCode }) => connectionCode)
  return { pim, custom, store }
}

describe('/rest/apps/connected-apps', () => {
  it.each(addresses)('[H.1] unknown app: 404 (%s …/{connectionCode}%s)', async (method, action) => {
    const pim = buildPim()
    const response = await pim.screen(method, `${list}/nobody${action}`)
    await refused(response, 404, 'Connected app with connection code nobody does not exist.')
    expect(lastFailure(pim)).toBe('connected-app.known')
  })

  it('answers 404 to a connection that is no app', async () => {
    const response = await buildPim().screen('GET', `${list}/fernwood_erp`)
    await refused(response, 404, 'Connected app with connection code fernwood_erp does not exist.')
  })

  it.each(addresses)(
    '[H.1] without Manage apps: 403 (%s …/{connectionCode}%s)',
    async (method, action) => {
      const { pim, store } = await buildConnected()
      await pim.grant('noor', action === '/open-app-url' ? [] : [openApps])
      await pim.signIn('noor')
      const before = await pim.dump()
      const response = await pim.screen(method, `${list}/${store}${action}`)
      expect(response.status).toBe(403)
      expect(lastFailure(pim)).toBe('acl.granted')
      expect(await pim.dump()).toEqual(before)
    },
  )

  it('[H.1] a custom app is read without any right: 200, and everything else needs Manage apps', async () => {
    const { pim, custom } = await buildConnected()
    await pim.signIn('noor')
    expect((await pim.screen('GET', `${list}/${custom}`)).status).toBe(200)
    for (const [method, action] of addresses.slice(1)) {
      expect((await pim.screen(method, `${list}/${custom}${action}`)).status).toBe(403)
    }
  })

  it.each([['GET', list], ...addresses.map(([method, action]) => [method, `${list}/x${action}`])])(
    '[H.1] not XHR: 302 to / (%s %s)',
    async (method = '', path = '') => {
      const response = await buildPim().send(path, { method })
      expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
    },
  )

  it.each<[string, object]>([
    ['flowType', { flowType: 1, auditable: true }],
    ['flowType', { flowType: ['other'], auditable: true }],
    ['auditable', { flowType: 'other', auditable: 'yes' }],
    ['auditable', { flowType: 'other', auditable: 1 }],
  ])('[H.1] monitoring settings of a wrong type: 422 (%s: %j)', async (_, settings) => {
    const { pim, custom } = await buildConnected()
    const before = await pim.dump()
    const response = await pim.screen('POST', `${list}/${custom}/monitoring-settings`, settings)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({ error: 'Wrong type for parameters' })
    expect(lastFailure(pim)).toBe('settings.types')
    expect(await pim.dump()).toEqual(before)
  })

  it('[H.1] an unknown flow type: 422 with the violation of a connection', async () => {
    const { pim, custom } = await buildConnected()
    const before = await pim.dump()
    const settings = { flowType: 'magic', auditable: true }
    const response = await pim.screen('POST', `${list}/${custom}/monitoring-settings`, settings)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual({
      message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
      errors: [
        {
          name: 'flowType',
          reason: 'akeneo_connectivity.connection.connection.constraint.flow_type.invalid',
        },
      ],
    })
    expect(await pim.dump()).toEqual(before)
  })

  it.each(['{', '[]', 'null', ''])('answers 400 to the settings %j', async (settings) => {
    const { pim, custom } = await buildConnected()
    const response = await pim.screen('POST', `${list}/${custom}/monitoring-settings`, settings)
    await refused(response, 400, 'Invalid json message received')
  })

  it('answers 404 to open-app-url of an app that is listed nowhere any more', async () => {
    const { pim, custom } = await buildConnected()
    const state = await pim.dump()
    const gone = { collection: 'customApps', key: state.customApps[0]?.clientId ?? '' }
    const other = await reopen(state, { ...gone, value: undefined })
    const response = await other.screen('GET', `${list}/${custom}/open-app-url`)
    await refused(response, 404, 'Invalid app identifier')
    expect(lastFailure(other)).toBe('app.listed')
  })
})
