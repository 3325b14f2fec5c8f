import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'
import { ask, redeem, registerApp, tokenRequest, type AppCredentials } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

// Whatever people and apps do, in whatever order: what belongs to an app is all there or all gone.

const scopes = ['', 'read_products', 'delete_products', 'openid read_categories', 'email openid']

// What is done more often stands here twice.
const actions = [
  'ask',
  'ask',
  'confirm',
  'confirm',
  'agree',
  'redeem',
  'redeem',
  'wait',
  'sign in',
  'disconnect',
  'delete',
  'new secret',
  'wish',
] as const

const step = record({ action: constantFrom(...actions), app: nat(1), choice: nat(20) })

interface World {
  readonly pim: BuiltPim
  readonly apps: AppCredentials[]
  readonly codes: { readonly app: number; readonly code: string; isRedeemed: boolean }[]
  readonly tokens: Set<string>
}

async function act(
  world: World,
  { action, app, choice }: { action: string; app: number; choice: number },
) {
  const { pim, apps, codes, tokens } = world
  const credentials = apps[app] as AppCredentials
  const keep = (address: string | null | undefined) => {
    const code = /[?&]code=([\w-]+)/.exec(address ?? '')?.[1]
    if (code !== undefined) codes.push({ app, code, isRedeemed: false })
  }
  const confirm = async (what: string) => {
    const response = await pim.screen('POST', `/rest/apps/confirm-${what}/${credentials.clientId}`)
    if (response.status === 200)
      keep(((await response.json()) as { redirectUrl: string }).redirectUrl)
  }

  if (action === 'ask') {
    const response = await ask(pim, credentials, scopes[choice % scopes.length])
    keep(response.headers.get('location'))
  } else if (action === 'confirm') await confirm('authorization')
  else if (action === 'agree') await confirm('authentication')
  else if (action === 'wait') pim.wait(choice * 2000)
  else if (action === 'sign in') await pim.signIn(choice % 3 === 0 ? 'noor' : 'admin')
  else if (action === 'redeem') {
    const code = codes.at(-1 - (choice % 3))
    if (!code) return
    const request = tokenRequest(apps[code.app] as AppCredentials, code.code)
    const response = await redeem(pim, request)
    expect(response.status === 200 && code.isRedeemed, 'a code was redeemed twice').toBe(false)
    expect([200, 400]).toContain(response.status)
    if (response.status !== 200) return
    code.isRedeemed = true
    tokens.add(((await response.json()) as { access_token: string }).access_token)
  } else if (action === 'disconnect') {
    const { connectedApps } = await pim.dump()
    const connected = connectedApps.find(({ id }) => id === credentials.clientId)
    await pim.screen('DELETE', `/rest/apps/connected-apps/${connected?.connectionCode ?? 'none'}`)
  } else if (action === 'delete') {
    const path = `/rest/custom-apps/${credentials.clientId}`
    if ((await pim.screen('DELETE', path)).status === 204) apps[app] = await registerApp(pim)
  } else if (action === 'new secret') {
    const path = `/rest/custom-apps/${credentials.clientId}/secret`
    const response = await pim.screen('POST', path)
    if (response.status !== 200) return
    apps[app] = { ...credentials, clientSecret: (await response.json()) as string }
  } else if (action === 'wish') {
    const token = [...tokens][choice % Math.max(tokens.size, 1)] ?? 'none'
    await pim.api('POST', '/connect/apps/v1/scopes/update?scopes=write_products', { token })
  }
}

/** What belongs to each connected app is there once, and nothing that belongs to none. */
function expectWhole(state: Scenario): void {
  const { connectedApps } = state
  const ids = connectedApps.map(({ id }) => id).sort()
  const ofApps = <Kind extends { readonly type: string }>(records: readonly Kind[]) =>
    records.filter(({ type }) => type === 'app')
  expect(
    ofApps(state.connections)
      .map(({ clientId }) => clientId)
      .sort(),
  ).toEqual(ids)
  expect(
    ofApps(state.roles)
      .map(({ label }) => label)
      .sort(),
  ).toEqual(ids)
  const groups = connectedApps.map(({ userGroup }) => userGroup).sort()
  expect(
    ofApps(state.userGroups)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(groups)
  const users = state.users
    .map(({ username }) => username)
    .filter((name) => name.startsWith('app_'))
  expect(users.sort()).toEqual(connectedApps.map(({ username }) => username).sort())

  const declared = new Set(state.customApps.map(({ clientId }) => clientId))
  for (const { clientId } of [...state.authorizationCodes, ...state.accessTokens]) {
    expect(ids).toContain(clientId)
  }
  for (const { clientId } of state.authorizationRequests) expect(declared).toContain(clientId)
  for (const { appId } of state.consents) expect(ids).toContain(appId)
  for (const { id, scopes: granted, roleId } of connectedApps) {
    expect(state.accessTokens.filter(({ clientId }) => clientId === id).length).toBeLessThan(2)
    const acls = state.roles.find((role) => role.id === roleId)?.acls ?? []
    expect(acls).toContain('pim_api_overall_access')
    expect(acls.includes('pim_api_product_remove')).toBe(granted.includes('delete_products'))
    expect(acls.includes('pim_api_category_list')).toBe(granted.includes('read_categories'))
  }
}

/** A token that was ever given works exactly while it is kept, and says so when its app is gone. */
async function expectTokens({ pim, tokens }: World, state: Scenario): Promise<void> {
  const kept = new Set(state.accessTokens.map(({ token }) => token))
  const revoked = new Set(state.revokedAppTokens.map(({ token }) => token))
  for (const token of tokens) {
    const response = await pim.api('GET', '/api/rest/v1/channels', { token })
    expect(response.status).toBe(kept.has(token) ? 403 : 401)
    const { message } = (await response.json()) as { message: string }
    expect(message.includes('disconnected')).toBe(revoked.has(token))
    expect(kept.has(token) && revoked.has(token)).toBe(false)
  }
}

test('after any 30 steps of activations, everything of an app is all there or all gone', async () => {
  await assert(
    asyncProperty(array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const pim = buildPim()
      await pim.grant('noor', ['akeneo_connectivity_connection_open_apps'])
      const apps = [await registerApp(pim), await registerApp(pim)]
      const world: World = { pim, apps, codes: [], tokens: new Set() }
      for (const each of steps) {
        await act(world, each)
        expectWhole(await pim.dump())
      }
      await expectTokens(world, await pim.dump())
    }),
    { numRuns: 60 },
  )
})
