import { expect, test } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'
import { activate, confirm, ask as askAuthorization, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { ask, callApi, connect, exchange, refused } from './connect.ts'
import { reopen } from './reopen.ts'

// States that the PIM's own screens do not lead to, but a scenario can.

const invalid = 'The access token provided is invalid.'
const storeApp = 'd95bafc8-f2a4-427b-9cf4-bb99f4bea973'

/** Loads what `change` makes of the state. */
async function reload(pim: BuiltPim, change: (scenario: Scenario) => Scenario): Promise<void> {
  const body = change(await pim.dump())
  const response = await pim.api('PUT', '/_control/scenario', { body })
  if (response.status !== 200) throw new Error(await response.text())
}

function disabled(username: string) {
  return (scenario: Scenario): Scenario => ({
    ...scenario,
    users: scenario.users.map((user) => ({ ...user, enabled: user.username !== username })),
  })
}

test('the token of a user who is not enabled any more answers 401', async () => {
  const pim = buildPim()
  const connection = await connect(pim)
  const { access_token } = await exchange(pim, connection)
  await reload(pim, disabled(connection.username))
  await refused(await callApi(pim, access_token), 401, invalid)
})

test('the token of a user who is gone answers 401', async () => {
  const pim = buildPim()
  const connection = await connect(pim)
  const { access_token } = await exchange(pim, connection)
  const other = await reopen(
    await pim.dump(),
    { collection: 'connections', key: 'harbour_pos', value: undefined },
    { collection: 'users', key: connection.username, value: undefined },
  )
  await refused(await callApi(other, access_token), 401, invalid)
})

test('the screens of somebody who is not enabled answer 401', async () => {
  const pim = buildPim()
  await reload(pim, disabled('admin'))
  const response = await pim.screen('GET', '/rest/connections')
  expect(response.status).toBe(401)
})

test('a token of a client without a connection notes no wrong credentials', async () => {
  const pim = buildPim()
  const client = { id: 'orphan', secret: 'a-secret', grantTypes: ['password'] }
  await reload(pim, (all) => ({ ...all, oauthClients: [...all.oauthClients, client] }))
  const body = { grant_type: 'password', username: 'noor', password: 'noor' }
  const credentials = { client_id: client.id, secret: client.secret }
  expect((await ask(pim, credentials, body)).status).toBe(200)
  expect((await pim.dump()).wrongCredentials).toEqual([])
})

test('without the default role no connection is created', async () => {
  const pim = buildPim()
  await reload(pim, (all) => ({
    ...all,
    roles: all.roles.map((role) => (role.code === 'ROLE_USER' ? { ...role, code: 'X' } : role)),
  }))
  const draft = { code: 'harbour_pos', label: 'Harbour POS', flow_type: 'other' }
  const response = await pim.screen('POST', '/rest/connections', draft)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    message: 'The default role "ROLE_USER" does not exist.',
  })
})

test('an app that neither store nor PIM knows any more cannot be opened, and stays as it is', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  await reload(pim, (all) => ({
    ...all,
    customApps: [],
    connectedApps: all.connectedApps.map((app) => ({ ...app, isCustomApp: false })),
  }))
  const before = await pim.dump()
  const path = `/rest/apps/connected-apps/${before.connectedApps[0]?.connectionCode}`
  expect((await pim.screen('GET', `${path}/open-app-url`)).status).toBe(404)
  expect((await pim.screen('POST', `${path}/refresh`)).status).toBe(204)
  expect(await pim.dump()).toEqual(before)
})

test('POST /rest/apps/connected-apps/{code}/refresh takes the name of a store app again', async () => {
  const pim = buildPim()
  const app = { clientId: storeApp, clientSecret: '' }
  await askAuthorization(pim, app)
  await confirm(pim, app)
  await reload(pim, (all) => ({
    ...all,
    connectedApps: all.connectedApps.map((each) => ({ ...each, name: 'An old name' })),
  }))
  const [connected] = (await pim.dump()).connectedApps
  await pim.screen('POST', `/rest/apps/connected-apps/${connected?.connectionCode}/refresh`)
  expect((await pim.dump()).connectedApps[0]?.name).toBe('Shelfline')
})

test('the secret of an app that never asked for anything can be made anew', async () => {
  const pim = buildPim()
  const { clientId, clientSecret } = await registerApp(pim)
  const made = await pim.screen('POST', `/rest/custom-apps/${clientId}/secret`)
  const secret: unknown = await made.json()
  expect(secret).not.toBe(clientSecret)
  const { customApps, oauthClients } = await pim.dump()
  expect(customApps[0]?.clientSecret).toBe(secret)
  expect(oauthClients.map(({ id }) => id)).not.toContain(clientId)
})

test('connected apps of one name both stand in the list, behind those that come earlier', async () => {
  const pim = buildPim()
  for (const name of ['Same name', 'another name', 'Same name', 'Zebra', 'Brand']) {
    await activate(pim, await registerApp(pim, { name }))
  }
  const apps = (await (await pim.screen('GET', '/rest/apps/connected-apps')).json()) as {
    name: string
  }[]
  expect(apps.map(({ name }) => name)).toEqual([
    'another name',
    'Brand',
    'Same name',
    'Same name',
    'Zebra',
  ])
})

test('GET …/authentication-scopes of an app that asked for none answers an empty list', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  const [app] = (await pim.dump()).connectedApps
  await reload(pim, (all) => ({ ...all, consents: [] }))
  const path = `/rest/apps/connected-apps/${app?.connectionCode}/authentication-scopes`
  expect(await (await pim.screen('GET', path)).json()).toEqual([])
})

test('POST …/monitoring-settings changes what it names and leaves the rest', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  const [app] = (await pim.dump()).connectedApps
  const path = `/rest/apps/connected-apps/${app?.connectionCode}/monitoring-settings`
  await pim.screen('POST', path, { flowType: 'data_source' })
  await pim.screen('POST', path, { auditable: true })
  expect(await (await pim.screen('GET', path)).json()).toEqual({
    flowType: 'data_source',
    auditable: true,
  })
})

test('POST /connect/apps/v1/scopes/update without scopes asks for nothing more', async () => {
  const pim = buildPim()
  const { access_token: token } = await activate(pim, await registerApp(pim))
  const response = await pim.api('POST', '/connect/apps/v1/scopes/update', { token })
  expect(await response.json()).toBe('Ok')
  expect((await pim.dump()).connectedApps[0]?.hasOutdatedScopes).toBe(false)
})

test('POST /rest/connections/{code} with null for the role keeps the role', async () => {
  const pim = buildPim()
  const settings = { label: 'Fernwood', flow_type: 'data_source', user_role_id: null }
  const before = (await pim.dump()).users
  expect((await pim.screen('POST', '/rest/connections/fernwood_erp', settings)).status).toBe(204)
  expect((await pim.dump()).users).toEqual(before)
})

test('a connection whose every username is taken is not created', async () => {
  const pim = buildPim()
  await reload(pim, (all) => {
    const [user] = all.users
    if (!user) throw new Error('The default scenario has no user')
    const taken = Array.from({ length: 9999 }, (_, index) => ({
      ...user,
      id: String(all.nextId + index),
      username: `harbour_pos_${String(index + 1).padStart(4, '0')}`,
    }))
    return { ...all, nextId: all.nextId + taken.length, users: [...all.users, ...taken] }
  })
  const draft = { code: 'harbour_pos', label: 'Harbour POS', flow_type: 'other' }
  const response = await pim.screen('POST', '/rest/connections', draft)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    message: 'Every username for "harbour_pos" is taken.',
  })
})

test('where chance repeats itself, user names and app codes still differ', async () => {
  const pim = buildPim({ options: { random: (length) => new Uint8Array(length) } })
  const taken = { username: 'harbour_pos_0001', id: '99' }
  await reload(pim, (all) => ({
    ...all,
    nextId: 100,
    users: [...all.users, ...all.users.slice(0, 1).map((user) => Object.assign({}, user, taken))],
  }))
  expect((await connect(pim)).username).toBe('harbour_pos_0002')
  for (const name of ['First app', 'Second app']) {
    const app = await registerApp(pim, { name })
    await askAuthorization(pim, app)
    await confirm(pim, app)
  }
  const codes = (await pim.dump()).connectedApps.map(({ connectionCode }) => connectionCode)
  expect(new Set(codes).size).toBe(2)
  for (const code of codes) expect(code).toMatch(/^app_[0-9a-z]{1,26}$/)
})
