import { expect, test } from 'vitest'
import { activate, appDraft, ask, confirm, obtainCode, registerApp } from './activation.ts'
import { buildPim, pimUrl, type BuiltPim } from './build-pim.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const list = '/rest/apps/connected-apps'

async function connected(pim: BuiltPim, scope = 'read_products') {
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, scope)
  const code = (await pim.dump()).connectedApps.at(-1)?.connectionCode ?? ''
  return { app, token, path: `${list}/${code}`, code }
}

test('[H.1] GET /rest/apps/connected-apps: 200 with the apps by name, to anybody signed in', async () => {
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

test('[H.1] GET /rest/apps/connected-apps/{connectionCode}: 200 with the same object as in the list', async () => {
  const pim = buildPim()
  const { path } = await connected(pim, 'read_products write_categories')
  const response = await pim.screen('GET', path)
  expect(response.status).toBe(200)
  const [first] = (await (await pim.screen('GET', list)).json()) as unknown[]
  expect(await response.json()).toEqual(first)
})

test('[H.1] is_pending: while a code was issued but no access token exists', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await obtainCode(pim, app)
  expect(await (await pim.screen('GET', list)).json()).toMatchObject([{ is_pending: true }])
  const custom = await (await pim.screen('GET', '/rest/custom-apps')).json()
  expect(custom).toMatchObject({ apps: [{ connected: true, isPending: true }] })
  await activate(pim, app)
  expect(await (await pim.screen('GET', list)).json()).toMatchObject([{ is_pending: false }])
})

test('[H.1] GET /rest/apps/connected-apps/{connectionCode}/scope-messages: 200 with the highest right per group', async () => {
  const pim = buildPim()
  const { path } = await connected(pim, 'read_products delete_products read_association_types')
  expect(await (await pim.screen('GET', `${path}/scope-messages`)).json()).toEqual([
    { icon: 'products', type: 'delete', entities: 'products' },
    { icon: 'association_types', type: 'view', entities: 'association_types' },
  ])
})

test('[H.1] GET /rest/apps/connected-apps/{connectionCode}/authentication-scopes: 200 with what the user agreed to', async () => {
  const pim = buildPim()
  const { path } = await connected(pim, 'openid email')
  const response = await pim.screen('GET', `${path}/authentication-scopes`)
  expect(await response.json()).toEqual(['email', 'openid'])
})

test('[H.1] GET /rest/apps/connected-apps/{connectionCode}/monitoring-settings: 200, at first other and not tracked', async () => {
  const pim = buildPim()
  const { path } = await connected(pim)
  const response = await pim.screen('GET', `${path}/monitoring-settings`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ flowType: 'other', auditable: false })
})

test('[H.1] POST /rest/apps/connected-apps/{connectionCode}/monitoring-settings: 204, and flow type and tracking are changed', async () => {
  const pim = buildPim()
  const path = `${(await connected(pim)).path}/monitoring-settings`
  const settings = { flowType: 'data_source', auditable: true }
  const response = await pim.screen('POST', path, settings)
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(await (await pim.screen('GET', path)).json()).toEqual(settings)
})

test('[H.1] DELETE /rest/apps/connected-apps/{connectionCode}: 204, all of the app is gone, and its declaration stays', async () => {
  const pim = buildPim()
  await registerApp(pim)
  const before = await pim.dump()
  const { path, token, app } = await connected(pim, 'openid read_products write_catalogs')
  await pim.api('POST', '/api/rest/v1/catalogs', { token, body: { name: 'Summer' } })
  await ask(pim, app, 'openid read_products write_catalogs')
  const response = await pim.screen('DELETE', path)
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  const { customApps, revokedAppTokens, nextId, ...after } = await pim.dump()
  expect(customApps.map(({ clientId }) => clientId)).toContain(app.clientId)
  expect(revokedAppTokens).toEqual([{ token }])
  expect(nextId).toBeGreaterThan(before.nextId)
  expect(after).toEqual({
    ...before,
    customApps: undefined,
    revokedAppTokens: undefined,
    nextId: undefined,
  })
  const again = await activate(pim, app)
  const products = await pim.api('GET', '/api/rest/v1/products', { token: again.access_token })
  expect(products.status).toBe(200)
})

test('[H.1] GET /rest/apps/connected-apps/{connectionCode}/open-app-url: 200 to whoever may open or manage apps', async () => {
  const pim = buildPim()
  const { path } = await connected(pim)
  const url = `${appDraft.activateUrl}?pim_url=${encodeURIComponent(pimUrl)}`
  expect(await (await pim.screen('GET', `${path}/open-app-url`)).json()).toEqual({ url })
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  expect(await (await pim.screen('GET', `${path}/open-app-url`)).json()).toEqual({ url })
})

test('[H.1] POST /rest/apps/connected-apps/{connectionCode}/refresh: 204, and name and logo come from the store again', async () => {
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
