import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { connect, exchange, ask as askToken } from './connect.ts'

function create(pim: BuiltPim, number: number): Promise<Response> {
  const draft = { code: `harbour_${number}`, label: `Harbour ${number}`, flow_type: 'other' }
  return pim.screen('POST', '/rest/connections', draft)
}

test('[B.1] limit of connections and connected apps: 50 created at once, none is lost, and the limit is exact', async () => {
  const pim = buildPim()
  const { connections: before } = await pim.dump()
  const answers = await Promise.all(Array.from({ length: 50 }, (_, number) => create(pim, number)))
  const created = answers.filter(({ status }) => status === 201)
  const refused = answers.filter(({ status }) => status === 422)
  expect(created).toHaveLength(50 - before.length)
  expect(refused).toHaveLength(before.length)
  for (const response of refused) {
    expect(await response.json()).toMatchObject({
      errors: [
        {
          name: '',
          reason:
            'akeneo_connectivity.connection.connection.constraint.connections_number_limit_reached',
        },
      ],
    })
  }
  const codes = await Promise.all(
    created.map(async (response) => ((await response.json()) as { code: string }).code),
  )
  const { connections, users, oauthClients } = await pim.dump()
  expect(
    connections
      .slice(before.length)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(codes.sort())
  expect(new Set(users.map(({ username }) => username)).size).toBe(users.length)
  expect(new Set(users.map(({ id }) => id)).size).toBe(users.length)
  expect(oauthClients).toHaveLength(connections.length)
})

test('one connection code, 50 requests at once: exactly one gets it', async () => {
  const pim = buildPim()
  const answers = await Promise.all(Array.from({ length: 50 }, () => create(pim, 1)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
})

test('50 custom apps declared at once: the limit of 20 is exact', async () => {
  const pim = buildPim()
  const answers = await Promise.allSettled(Array.from({ length: 50 }, () => registerApp(pim)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect((await pim.dump()).customApps).toHaveLength(20)
})

test('one refresh token, 50 requests at once: exactly one new pair', async () => {
  const pim = buildPim()
  const connection = await connect(pim)
  const { refresh_token } = await exchange(pim, connection)
  const body = { grant_type: 'refresh_token', refresh_token }
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => askToken(pim, connection, body)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await pim.dump()).refreshTokens).toHaveLength(1)
})

test('20 apps connected at once: each has a connection, a user, a group and a role of its own', async () => {
  const pim = buildPim()
  const apps = []
  for (let number = 0; number < 20; number += 1) apps.push(await registerApp(pim))
  await Promise.all(apps.map((app) => activate(pim, app)))
  const { connectedApps, accessTokens } = await pim.dump()
  expect(connectedApps).toHaveLength(20)
  expect(accessTokens).toHaveLength(20)
  for (const field of ['connectionCode', 'username', 'roleId', 'userGroup'] as const) {
    expect(new Set(connectedApps.map((app) => app[field])).size).toBe(20)
  }
})
