import { expect, test } from 'vitest'
import { activate, appDraft, ask, confirm, registerApp } from './activation.ts'
import { buildPim, startTime } from './build-pim.ts'

test('[E.6] POST /rest/apps/confirm-authorization/{clientId}: 200, and all that an app has is made in one go', async () => {
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

test('[E.6] next times: only scopes and role are updated', async () => {
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

test('a second confirmation gives a second code, and changes nothing else', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'read_products')
  const first = (await confirm(pim, app)).searchParams.get('code')
  const { authorizationCodes: _, ...before } = await pim.dump()
  const second = (await confirm(pim, app)).searchParams.get('code')
  const { authorizationCodes, ...after } = await pim.dump()
  expect(after).toEqual(before)
  expect(authorizationCodes.map(({ code }) => code)).toEqual([first, second])
})

test('the reasoning of a confirmation is told in the order of its decisions', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'openid read_products')
  await confirm(pim, app)
  expect(pim.lastChecks().map(({ id, ok }) => [id, ok])).toEqual([
    ['screen.asks', true],
    ['session.signed-in', true],
    ['client.known', true],
    ['acl.granted', true],
    ['session.ongoing', true],
    ['connections.limit', true],
    ['app.connected', true],
    ['consent.given', true],
    ['code.issued', true],
  ])
})
