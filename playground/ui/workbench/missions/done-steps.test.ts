import { expect, test } from 'vitest'
import type { Exchange } from '../../../flow/exchange.ts'
import { defaultScenario, namedScenarios, type Scenario } from '../../../pim/index.ts'
import { doneSteps, seeExchanges } from './done-steps.ts'
import { adoptScopes, firstMarks, marksOf } from './marks.ts'
import type { MissionRun, Situation } from './mission.ts'
import { missions } from './missions.ts'

const url = 'http://localhost:8000'

const declared = {
  clientId: 'client',
  clientSecret: 'secret',
  name: 'Harbour Sync',
  activateUrl: `${url}/activate`,
  callbackUrl: `${url}/callback`,
  author: 'admin',
  createdAt: 1,
}
const connected = {
  id: 'client',
  name: 'Harbour Sync',
  scopes: ['read_products'],
  connectionCode: 'harbour',
  username: 'harbour_1',
  roleId: '9',
  userGroup: 'harbour',
  logo: null,
  author: null,
  categories: [],
  certified: false,
  partner: null,
  isCustomApp: true,
  hasOutdatedScopes: false,
}
const shop = {
  code: 'quay_shop',
  label: 'Quay Shop',
  flowType: 'data_destination',
  image: null,
  auditable: false,
  type: 'default',
  clientId: '3_shop',
  username: 'quay_shop_1',
  createdAt: 5,
} as const

function accessToken(token: string, clientId: string, scope: string | null = null) {
  return { token, clientId, username: 'someone', scope, expiresAt: null }
}

function listing(token: string, status: number): Exchange {
  return {
    id: '1',
    from: 'app',
    to: 'pim',
    at: '2026-01-05T10:00:00.000Z',
    durationMs: 1,
    request: {
      method: 'GET',
      url: 'https://my-pim.example.com/api/rest/v1/products?limit=10',
      headers: { Authorization: `Bearer ${token}` },
      body: '',
    },
    response: { status, headers: {}, body: '{}' },
    checks: [],
    title: 'List products',
    part: 'flow',
  }
}

interface Told {
  state?: Partial<Scenario>
  run?: Partial<MissionRun>
  app?: Partial<Situation['app']>
}

function situation({ state = {}, run = {}, app = {} }: Told = {}): Situation {
  const whole = { ...defaultScenario, ...state }
  return {
    state: whole,
    run: { start: firstMarks(defaultScenario), seen: {}, ...run },
    app: { url, clientId: '', clientSecret: '', isRunning: false, source: '', ...app },
  }
}

function mission(id: string) {
  const found = missions.find((each) => each.id === id)
  if (!found) throw new RangeError(`No mission ${id}`)
  return found
}

test('there are six missions, and none is begun in the PIM as it is at first', () => {
  expect(missions.map(({ title }) => title)).toEqual([
    'Create a connection',
    'Read products with a connection',
    'Get your first app token',
    'Upgrade the scopes',
    'Sign your users in with OpenID Connect',
    'Recover from a revoked token',
  ])
  for (const each of missions) expect(doneSteps(each, situation())).toEqual([])
})

test('every mission begins with a scenario of the gallery that leaves steps to do', async () => {
  for (const each of missions) {
    const scenario = await namedScenarios.find(({ id }) => id === each.scenario)?.load()
    expect(scenario).toBeDefined()
    if (!scenario) continue
    const run = { start: firstMarks(scenario), seen: {} }
    const done = doneSteps(each, situation({ state: scenario, run }))
    expect(done.length).toBeLessThan(each.steps.length - 1)
  }
})

test('a connection counts by its flow type, its tracking and its group', () => {
  const source = { ...shop, flowType: 'data_source' as const }
  const create = mission('create-connection')
  const user = {
    id: '9',
    username: shop.username,
    password: 'p',
    firstName: 'Quay',
    lastName: ' ',
    email: 'quay@example.com',
    type: 'api' as const,
    enabled: true,
    roleId: '2',
    groupIds: ['1'],
  }
  const after = (connection: Scenario['connections'][number], groupIds: string[]) =>
    doneSteps(
      create,
      situation({
        state: {
          connections: [...defaultScenario.connections, connection],
          users: [...defaultScenario.users, { ...user, groupIds }],
        },
      }),
    )
  expect(after(shop, ['1'])).toEqual([])
  expect(after(source, ['1'])).toEqual(['create'])
  expect(after({ ...source, auditable: true }, ['1'])).toEqual(['create', 'track'])
  expect(after({ ...source, auditable: true }, ['1', '2'])).toEqual(['create', 'track', 'group'])
})

test('what was there at the start of the run does not count, until it is made again', () => {
  const create = mission('create-connection')
  const source = { ...shop, flowType: 'data_source' as const }
  const state = { connections: [source] }
  const start = marksOf({ ...defaultScenario, ...state })
  expect(doneSteps(create, situation({ state, run: { start } }))).toEqual([])
  const again = { connections: [{ ...source, createdAt: 6 }] }
  expect(doneSteps(create, situation({ state: again, run: { start } }))).toEqual(['create'])
})

test('the way to a first token is told by the declared app, the session, and the token', () => {
  const first = mission('first-token')
  const state = { customApps: [declared] }
  expect(doneSteps(first, situation({ state }))).toEqual(['declare'])
  const app = { clientId: 'client', clientSecret: 'secret' }
  expect(doneSteps(first, situation({ state, app }))).toEqual(['declare', 'credentials'])
  const wrong = { ...app, clientSecret: 'other' }
  expect(doneSteps(first, situation({ state, app: { ...wrong, isRunning: true } }))).toEqual([
    'declare',
  ])
  const running = { ...app, isRunning: true }
  expect(doneSteps(first, situation({ state, app: running }))).toContain('run')
  const earned = {
    ...state,
    connectedApps: [connected],
    accessTokens: [accessToken('t'.repeat(20), 'client', 'read_products')],
  }
  // The app no longer runs and the authorization request is gone, but the token proves them.
  expect(doneSteps(first, situation({ state: earned, app }))).toEqual(
    first.steps.map(({ id }) => id),
  )
})

test('an app that answers elsewhere is not the one that the reader runs', () => {
  const elsewhere = { ...declared, activateUrl: 'http://localhost:80001/activate' }
  const state = { customApps: [elsewhere] }
  expect(doneSteps(mission('first-token'), situation({ state }))).toEqual([])
})

test('only a list that was asked for with the token of a connection counts as read', () => {
  const read = mission('read-products')
  const token = 'a'.repeat(40)
  const told = situation({
    state: {
      connections: [...defaultScenario.connections, shop],
      accessTokens: [accessToken(token, shop.clientId)],
    },
  })
  expect(doneSteps(read, told)).toEqual(['create', 'token'])
  expect(doneSteps(read, told, [listing('b'.repeat(40), 200)])).toEqual(['create', 'token'])
  expect(doneSteps(read, told, [listing(token, 403)])).toEqual(['create', 'token'])
  expect(doneSteps(read, told, [listing(token, 200)])).toEqual(['create', 'token', 'products'])
})

test('what was seen outlives the exchange, but not what it was seen with', () => {
  const read = mission('read-products')
  const token = 'a'.repeat(40)
  const state = { connections: [shop], accessTokens: [accessToken(token, shop.clientId)] }
  const seen = seeExchanges(read, situation({ state }), [listing(token, 200)])
  expect(JSON.stringify(seen)).not.toContain(token)
  const later = { connections: [shop], accessTokens: [] }
  expect(doneSteps(read, situation({ state: later, run: { seen } }))).toContain('products')
  expect(doneSteps(read, situation({ run: { seen } }))).toEqual([])
})

test('an upgrade is what the app gets beyond what it got first', () => {
  const upgrade = mission('upgrade-scopes')
  const app = { clientId: 'client', clientSecret: 'secret', isRunning: true }
  const before = { customApps: [declared], connectedApps: [connected] }
  const { run } = situation()
  const adopted = adoptScopes(run, { ...defaultScenario, ...before })
  expect(adoptScopes(adopted, { ...defaultScenario, ...before })).toBe(adopted)
  expect(doneSteps(upgrade, situation({ state: before, run: adopted, app }))).toEqual([
    'connected',
    'credentials',
    'run',
  ])
  const scopes = ['read_products', 'read_categories']
  const after = {
    ...before,
    connectedApps: [{ ...connected, scopes }],
    accessTokens: [accessToken('t'.repeat(20), 'client', 'read_products read_categories')],
  }
  expect(doneSteps(upgrade, situation({ state: after, run: adopted, app }))).toHaveLength(6)
})

test('a revoked token is recovered from by connecting again, not by having been connected', () => {
  const recover = mission('revoked-token')
  const old = 'r'.repeat(40)
  const fresh = 'f'.repeat(40)
  const state = { customApps: [declared], connectedApps: [connected] }
  expect(doneSteps(recover, situation({ state }))).toEqual([])
  const revoked = situation({
    state: { customApps: [declared], revokedAppTokens: [{ token: old }] },
  })
  expect(doneSteps(recover, revoked, [listing(old, 401)])).toEqual(['disconnect', 'refusal'])
  expect(doneSteps(recover, revoked, [listing(old, 503)])).toEqual(['disconnect'])
  const again = situation({
    state: {
      ...state,
      revokedAppTokens: [{ token: old }],
      accessTokens: [accessToken(fresh, 'client', 'read_products')],
    },
    app: { clientId: 'client', clientSecret: 'secret' },
  })
  expect(doneSteps(recover, again, [listing(old, 401), listing(fresh, 200)])).toEqual(
    recover.steps.map(({ id }) => id),
  )
})

test('a sign-in is seen in the answer of the token endpoint, and the key by its address', () => {
  const signIn = mission('openid-connect')
  const base = listing('x', 200)
  const pim = 'https://my-pim.example.com'
  const issued: Exchange = {
    ...base,
    request: { method: 'POST', url: `${pim}/connect/apps/v1/oauth2/token`, headers: {}, body: '' },
    response: { status: 200, headers: {}, body: '{"access_token":"x","id_token":"a.b.c"}' },
  }
  const without = {
    ...issued,
    response: { status: 200, headers: {}, body: '{"access_token":"x"}' },
  }
  const key = {
    ...base,
    request: { ...base.request, url: `${pim}/connect/apps/v1/openid/public-key` },
  }
  const told = situation({
    state: {
      customApps: [declared],
      consents: [{ username: 'admin', appId: 'client', scopes: ['openid', 'email'] }],
    },
  })
  expect(doneSteps(signIn, told, [without])).not.toContain('id-token')
  expect(doneSteps(signIn, told, [issued, key])).toEqual([
    'declare',
    'credentials',
    'run',
    'ask',
    'consent',
    'id-token',
    'public-key',
  ])
})
