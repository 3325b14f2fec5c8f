import { expect, test } from 'vitest'
import {
  activate,
  appDraft,
  ask,
  confirm,
  obtainCode,
  redeem,
  registerApp,
  tokenRequest,
} from './activation.ts'
import { buildPim, startTime } from './build-pim.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const manageApps = 'akeneo_connectivity_connection_manage_apps'
const apps = 'akeneo_connectivity.connection.connect.apps.'

test('POST confirm-authorization makes group, role, user, connection and connected app in one go', async () => {
  const pim = buildPim()
  const before = await pim.dump()
  const app = await registerApp(pim, { name: 'Lantern & "Feeds"' })
  await ask(pim, app, 'read_products write_categories', 'xyz')
  const path = `/rest/apps/confirm-authorization/${app.clientId}`
  const response = await pim.screen('POST', path)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Record<string, string>
  const after = await pim.dump()
  const [connected] = after.connectedApps
  const code = connected?.connectionCode ?? ''
  expect(code).toMatch(/^app_[0-9a-z]{1,26}$/)
  expect(connected).toEqual({
    id: app.clientId,
    name: 'Lantern & "Feeds"',
    scopes: ['read_products', 'write_categories'],
    connectionCode: code,
    username: expect.stringMatching(new RegExp(`^${code}_\\d{4}$`)) as string,
    roleId: expect.any(String) as string,
    userGroup: code,
    logo: null,
    author: 'Ada Marlow',
    categories: [],
    certified: false,
    partner: null,
    isCustomApp: true,
    hasOutdatedScopes: false,
  })
  expect(body).toEqual({
    appId: app.clientId,
    userGroup: code,
    redirectUrl: `${appDraft.callbackUrl}?code=${after.authorizationCodes[0]?.code}&state=xyz`,
  })
  expect(after.userGroups.at(-1)).toMatchObject({ name: code, type: 'app' })
  expect(after.roles.at(-1)).toMatchObject({
    id: connected?.roleId,
    label: app.clientId,
    type: 'app',
    acls: [
      'pim_api_overall_access',
      'pim_api_product_list',
      'pim_api_category_list',
      'pim_api_category_edit',
    ],
  })
  expect(after.users.at(-1)).toMatchObject({
    username: connected?.username,
    type: 'api',
    firstName: 'Lantern _ _Feeds_',
    roleId: connected?.roleId,
    groupIds: [after.userGroups.at(-1)?.id],
  })
  expect(after.connections.at(-1)).toEqual({
    code,
    label: 'Lantern & "Feeds"',
    flowType: 'other',
    image: null,
    auditable: false,
    type: 'app',
    clientId: app.clientId,
    username: connected?.username,
    createdAt: startTime,
  })
  expect(after.connections).toHaveLength(before.connections.length + 1)
})

test('roles and groups of apps are not offered to people, and their connection is not one made by hand', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  expect(await (await pim.screen('GET', '/rest/roles')).json()).toHaveLength(3)
  expect(await (await pim.screen('GET', '/rest/user-groups')).json()).toHaveLength(2)
  const [, , { code }] = (await (await pim.screen('GET', '/rest/connections')).json()) as [
    unknown,
    unknown,
    { code: string },
  ]
  expect((await pim.screen('GET', `/rest/connections/${code}`)).status).toBe(404)
  expect((await pim.screen('DELETE', `/rest/connections/${code}`)).status).toBe(400)
})

test('POST confirm-authorization of a connected app only grants the new scopes', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  const before = await pim.dump()
  await ask(pim, app, 'read_products read_channel_settings')
  await confirm(pim, app)
  const after = await pim.dump()
  expect(after.connections).toEqual(before.connections)
  expect(after.users).toEqual(before.users)
  expect(after.connectedApps[0]?.scopes).toEqual(['read_channel_settings', 'read_products'])
  expect(after.roles.at(-1)?.acls).toContain('pim_api_channel_list')
})

test('POST confirm-authorization stores what the user agrees to share', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await obtainCode(pim, app, 'email openid')
  expect((await pim.dump()).consents).toEqual([
    { username: 'admin', appId: app.clientId, scopes: ['email', 'openid'] },
  ])
})

test('POST confirm-authorization of an unknown app answers 404', async () => {
  const response = await buildPim().screen('POST', '/rest/apps/confirm-authorization/nobody')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ errors: [{ message: `${apps}error.app_not_found` }] })
})

test('POST confirm-authorization without an authorization request in the session answers 400', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const response = await pim.screen('POST', `/rest/apps/confirm-authorization/${app.clientId}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    errors: [
      {
        message: `${apps}constraint.client_id.must_have_ongoing_authorization`,
        property_path: 'clientId',
      },
    ],
  })
})

test('POST confirm-authorization needs a request of the same user', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app)
  await pim.grant('noor', [manageApps])
  await pim.signIn('noor')
  const response = await pim.screen('POST', `/rest/apps/confirm-authorization/${app.clientId}`)
  expect(response.status).toBe(400)
})

test('POST confirm-authorization at the limit of connections answers 400 and creates nothing', async () => {
  const pim = buildPim({ scenario: { limits: { connections: 2, customApps: 20, catalogs: 15 } } })
  const app = await registerApp(pim)
  await ask(pim, app)
  const before = await pim.dump()
  const response = await pim.screen('POST', `/rest/apps/confirm-authorization/${app.clientId}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    errors: [
      {
        message:
          'akeneo_connectivity.connection.connection.constraint.connections_number_limit_reached',
        property_path: '',
      },
    ],
  })
  expect(await pim.dump()).toEqual(before)
})

test('POST confirm-authorization without Manage apps answers 403, not as XHR 302', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const path = `/rest/apps/confirm-authorization/${app.clientId}`
  const direct = await pim.send(path, { method: 'POST' })
  expect([direct.status, direct.headers.get('location')]).toEqual([302, '/'])
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  expect((await pim.screen('POST', path)).status).toBe(403)
})

test('POST confirm-authentication stores the consent and answers where to go', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  await ask(pim, app, 'read_products openid profile')
  const path = `/rest/apps/confirm-authentication/${app.clientId}`
  const response = await pim.screen('POST', path)
  const { redirectUrl } = (await response.json()) as { redirectUrl: string }
  const code = new URL(redirectUrl).searchParams.get('code') ?? ''
  const token = await redeem(pim, tokenRequest(app, code))
  expect(await token.json()).toMatchObject({ scope: 'openid profile read_products' })
})

test('POST confirm-authentication answers 403, 404 and 400', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const path = `/rest/apps/confirm-authentication/${app.clientId}`
  expect((await pim.screen('POST', '/rest/apps/confirm-authentication/nobody')).status).toBe(404)
  expect((await pim.screen('POST', path)).status).toBe(400)
  await ask(pim, app, 'openid profile')
  expect((await pim.screen('POST', path)).status).toBe(404)
  await pim.grant('admin', [manageApps])
  expect((await pim.screen('POST', path)).status).toBe(403)
})
