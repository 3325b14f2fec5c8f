import { expect, test } from 'vitest'
import { activate, appDraft, ask, confirm, obtainCode, registerApp } from './activation.ts'
import { buildPim, pimUrl, type BuiltPim } from './build-pim.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const manageApps = 'akeneo_connectivity_connection_manage_apps'
const list = '/rest/apps/connected-apps'

async function connected(pim: BuiltPim, scope = 'read_products') {
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, scope)
  const code = (await pim.dump()).connectedApps.at(-1)?.connectionCode ?? ''
  return { app, token, path: `${list}/${code}`, code }
}

test('GET /rest/apps/connected-apps answers the apps by name, to anybody signed in', async () => {
  const pim = buildPim()
  const second = await registerApp(pim, { name: 'Zephyr' })
  await activate(pim, second)
  const { app, code } = await connected(pim, 'read_products write_categories')
  await pim.signIn('noor')
  const response = await pim.screen('GET', list)
  expect(await response.json()).toEqual([
    {
      id: app.clientId,
      name: appDraft.name,
      scopes: ['read_products', 'write_categories'],
      connection_code: code,
      logo: null,
      author: 'Ada Marlow',
      user_group_name: code,
      connection_username: expect.stringMatching(new RegExp(`^${code}_\\d{4}$`)) as string,
      categories: [],
      certified: false,
      partner: null,
      is_custom_app: true,
      is_pending: false,
      has_outdated_scopes: false,
    },
    expect.objectContaining({ name: 'Zephyr' }),
  ])
})

test('an app is pending until it gets its token', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await obtainCode(pim, app)
  expect(await (await pim.screen('GET', list)).json()).toMatchObject([{ is_pending: true }])
  const custom = await (await pim.screen('GET', '/rest/custom-apps')).json()
  expect(custom).toMatchObject({ apps: [{ connected: true, isPending: true }] })
  await activate(pim, app)
  expect(await (await pim.screen('GET', list)).json()).toMatchObject([{ is_pending: false }])
})

test('GET /rest/apps/connected-apps/{code} of a custom app needs no right', async () => {
  const pim = buildPim()
  const { path } = await connected(pim)
  await pim.signIn('noor')
  expect((await pim.screen('GET', path)).status).toBe(200)
})

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

test.each(addresses)(
  '%s /rest/apps/connected-apps/{unknown}%s answers 404',
  async (method, action) => {
    const response = await buildPim().screen(method, `${list}/nobody${action}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      code: 404,
      message: 'Connected app with connection code nobody does not exist.',
    })
  },
)

test.each(addresses.slice(1))(
  '%s /rest/apps/connected-apps/{code}%s without rights answers 403',
  async (method, action) => {
    const pim = buildPim()
    const { path } = await connected(pim)
    await pim.signIn('noor')
    expect((await pim.screen(method, path + action)).status).toBe(403)
  },
)

test.each([
  ['GET', '/rest/apps/connected-apps'],
  ...addresses.map(([method, action]) => [method, `${list}/x${action}`]),
])('%s %s without X-Requested-With answers 302 to /', async (method = '', path = '') => {
  const response = await buildPim().send(path, { method })
  expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
})

test('GET scope-messages answers the highest right per group', async () => {
  const pim = buildPim()
  const { path } = await connected(pim, 'read_products delete_products read_association_types')
  expect(await (await pim.screen('GET', `${path}/scope-messages`)).json()).toEqual([
    { icon: 'products', type: 'delete', entities: 'products' },
    { icon: 'association_types', type: 'view', entities: 'association_types' },
  ])
})

test('GET authentication-scopes answers what the user agreed to', async () => {
  const pim = buildPim()
  const { path } = await connected(pim, 'openid email')
  const response = await pim.screen('GET', `${path}/authentication-scopes`)
  expect(await response.json()).toEqual(['email', 'openid'])
})

test('GET and POST monitoring-settings read and change flow type and tracking', async () => {
  const pim = buildPim()
  const path = `${(await connected(pim)).path}/monitoring-settings`
  expect(await (await pim.screen('GET', path)).json()).toEqual({
    flowType: 'other',
    auditable: false,
  })
  const settings = { flowType: 'data_source', auditable: true }
  expect((await pim.screen('POST', path, settings)).status).toBe(204)
  expect(await (await pim.screen('GET', path)).json()).toEqual(settings)
})

test.each<[object, object]>([
  [{ flowType: 1, auditable: true }, { error: 'Wrong type for parameters' }],
  [{ flowType: 'other', auditable: 'yes' }, { error: 'Wrong type for parameters' }],
  [
    { flowType: 'magic', auditable: true },
    {
      message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
      errors: [
        {
          name: 'flowType',
          reason: 'akeneo_connectivity.connection.connection.constraint.flow_type.invalid',
        },
      ],
    },
  ],
])('POST monitoring-settings with %j answers 422 and changes nothing', async (settings, body) => {
  const pim = buildPim()
  const path = `${(await connected(pim)).path}/monitoring-settings`
  const before = await pim.dump()
  const response = await pim.screen('POST', path, settings)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual(body)
  expect(await pim.dump()).toEqual(before)
})

test('DELETE /rest/apps/connected-apps/{code} ends the app; its declaration stays', async () => {
  const pim = buildPim()
  const { path, token, app } = await connected(pim)
  expect((await pim.screen('DELETE', path)).status).toBe(204)
  const state = await pim.dump()
  expect(state.connectedApps).toEqual([])
  expect(state.connections).toHaveLength(2)
  expect(state.roles).toHaveLength(3)
  expect(state.customApps).toHaveLength(1)
  const response = await pim.api('GET', '/api/rest/v1/products', { token })
  expect(await response.json()).toEqual({
    code: 401,
    message: 'The access token provided is invalid. Your app has been disconnected from that PIM.',
  })
  const again = await activate(pim, app)
  expect(
    (await pim.api('GET', '/api/rest/v1/products', { token: again.access_token })).status,
  ).toBe(200)
})

test('the fault revoked_token refuses the tokens of apps', async () => {
  const pim = buildPim()
  const { token } = await connected(pim)
  await pim.api('PUT', '/_control/faults', { body: ['revoked_token'] })
  const response = await pim.api('GET', '/api/rest/v1/products', { token })
  expect(response.status).toBe(401)
  expect(((await response.json()) as { message: string }).message).toContain('disconnected')
})

test('GET open-app-url answers where to open the app, to whoever may open or manage apps', async () => {
  const pim = buildPim()
  const { path } = await connected(pim)
  const url = `${appDraft.activateUrl}?pim_url=${encodeURIComponent(pimUrl)}`
  expect(await (await pim.screen('GET', `${path}/open-app-url`)).json()).toEqual({ url })
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  expect(await (await pim.screen('GET', `${path}/open-app-url`)).json()).toEqual({ url })
})

test('POST refresh takes a store app again from the App Store', async () => {
  const pim = buildPim()
  const { apps } = (await (await pim.screen('GET', '/rest/marketplace/apps')).json()) as {
    apps: { id: string; name: string }[]
  }
  const store = apps[0]
  const app = { clientId: store?.id ?? '', clientSecret: '' }
  await ask(pim, app)
  await confirm(pim, app)
  const scenario = await pim.dump()
  const connectedApps = [{ ...scenario.connectedApps[0], name: 'Old name' }]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, connectedApps } })
  const path = `${list}/${scenario.connectedApps[0]?.connectionCode}`
  expect((await pim.screen('POST', `${path}/refresh`)).status).toBe(204)
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({ name: store?.name })
  await pim.grant('noor', [manageApps])
  await pim.signIn('noor')
  expect((await pim.screen('GET', path)).status).toBe(200)
  await pim.grant('noor', [])
  expect((await pim.screen('GET', path)).status).toBe(403)
})

test('a whole activation survives a dump and a load, code, token and all', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app, 'read_products openid')
  const text = await (await pim.send('/_control/scenario')).text()
  const other = buildPim()
  expect((await other.api('PUT', '/_control/scenario', { body: text })).status).toBe(200)
  expect(await (await other.send('/_control/scenario')).text()).toBe(text)
  expect(code).toHaveLength(86)
  expect((await activate(other, app, 'read_products openid')).scope).toBe('openid read_products')
})
