import { expect, test } from 'vitest'
import type { Exchange } from '../../../flow/exchange.ts'
import { defaultScenario } from '../../../pim/index.ts'
import { doneSteps } from './done-steps.ts'
import { adoptScopes } from './marks.ts'
import { accessToken, connected, declared, listing, mission, situation } from './told-situation.ts'

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
