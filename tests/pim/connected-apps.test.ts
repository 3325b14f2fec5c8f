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

test('an app that asks for more is flagged until somebody who manages apps opens it', async () => {
  const pim = buildPim()
  const { path, token } = await connected(pim)
  const update = '/connect/apps/v1/scopes/update?scopes='
  const response = await pim.api('POST', `${update}read_products`, { token })
  expect(await response.json()).toBe('Ok')
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({ has_outdated_scopes: false })
  await pim.api('POST', `${update}read_products%20fly`, { token })
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({ has_outdated_scopes: false })
  await pim.api('POST', `${update}write_products`, { token })
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({
    has_outdated_scopes: true,
    scopes: ['read_products'],
  })
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  await pim.screen('GET', `${path}/open-app-url`)
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({ has_outdated_scopes: true })
  await pim.signIn('admin')
  await pim.screen('GET', `${path}/open-app-url`)
  expect(await (await pim.screen('GET', path)).json()).toMatchObject({ has_outdated_scopes: false })
})

test('POST /connect/apps/v1/scopes/update answers 403 to a connection and 401 without a token', async () => {
  const pim = buildPim()
  const [client] = (await pim.dump()).oauthClients
  const body = {
    grant_type: 'password',
    client_id: client?.id,
    client_secret: client?.secret,
    username: 'admin',
    password: 'admin',
  }
  const answer = await pim.api('POST', '/api/oauth/v1/token', { body })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const response = await pim.api('POST', '/connect/apps/v1/scopes/update?scopes=a', { token })
  expect(response.status).toBe(403)
  expect(await response.json()).toEqual({ code: 403, message: 'Not an authenticated App' })
  const bare = await pim.api('POST', '/connect/apps/v1/scopes/update?scopes=a')
  expect(bare.status).toBe(401)
  expect(await bare.json()).toEqual({
    error: 'access_denied',
    error_description: 'OAuth2 authentication required',
  })
  expect(bare.headers.get('www-authenticate')).toContain('Bearer')
})

test('GET /connect/apps/v1/connected_app/{clientId} goes to the page of the app', async () => {
  const pim = buildPim()
  const { app, code } = await connected(pim)
  const path = '/connect/apps/v1/connected_app'
  const response = await pim.send(`${path}/${app.clientId}`)
  expect(response.headers.get('location')).toBe(`/#/connect/connected-apps/${code}`)
  expect((await pim.send(`${path}/nobody`)).status).toBe(404)
  await pim.signIn('noor')
  expect((await pim.send(`${path}/${app.clientId}`)).status).toBe(403)
})

test('GET /connect/apps/v1/catalogs/{id} goes to the page of the catalog', async () => {
  const pim = buildPim()
  const { code } = await connected(pim)
  const scenario = await pim.dump()
  const owner = scenario.connectedApps[0]?.username ?? ''
  const catalogs = [{ id: 'c-1', name: 'Summer', enabled: false, owner }]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, catalogs } })
  const response = await pim.send('/connect/apps/v1/catalogs/c-1')
  expect(response.headers.get('location')).toBe(`/#/connect/connected-apps/${code}/catalogs/c-1`)
  expect((await pim.send('/connect/apps/v1/catalogs/c-2')).status).toBe(404)
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
