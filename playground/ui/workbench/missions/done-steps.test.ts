import { expect, test } from 'vitest'
import { defaultScenario, namedScenarios, type Scenario } from '../../../pim/index.ts'
import { doneSteps, seeExchanges } from './done-steps.ts'
import { firstMarks, marksOf } from './marks.ts'
import { missions } from './missions.ts'
import { accessToken, listing, mission, shop, situation } from './told-situation.ts'

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
