import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const list = '/rest/apps/connected-apps'

async function connected(pim: BuiltPim, scope = 'read_products') {
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, scope)
  const code = (await pim.dump()).connectedApps.at(-1)?.connectionCode ?? ''
  return { app, token, path: `${list}/${code}`, code }
}

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
