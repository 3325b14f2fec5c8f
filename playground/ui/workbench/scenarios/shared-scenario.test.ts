import { expect, test } from 'vitest'
import {
  checkScenario,
  createMemoryDriver,
  createPim,
  defaultScenario,
  namedScenarios,
  scenarioSchema,
  type Scenario,
} from '../../../pim/index.ts'
import { fieldKinds, type FieldKind } from './field-kinds.ts'
import { findSecret, withFreshSecrets, withoutSecrets } from './shared-scenario.ts'

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly description?: string
}

const appId = '0f2c8d1e-5a57-4c55-9f0b-6c2b1f6b7a10'
const [firstClient] = defaultScenario.oauthClients
const hook = { enabled: false, url: null, isUsingUuid: false }

/** A scenario with at least one record in each collection that holds secrets. */
const scenario: Scenario = {
  ...defaultScenario,
  oauthClients: [
    ...defaultScenario.oauthClients,
    { id: appId, secret: 'secret-of-app', grantTypes: ['authorization_code'] },
  ],
  customApps: [
    {
      clientId: appId,
      clientSecret: 'secret-of-app',
      name: 'Harbour Sync',
      activateUrl: 'http://localhost:8000/activate',
      callbackUrl: 'http://localhost:8000/callback',
      author: 'admin',
      createdAt: 0,
    },
  ],
  authorizationRequests: [
    {
      username: 'admin',
      clientId: appId,
      authorizationScopes: ['read_products'],
      authenticationScopes: [],
      redirectUri: 'http://localhost:8000/callback',
      state: 'state-of-app',
    },
    {
      username: 'noor',
      clientId: appId,
      authorizationScopes: [],
      authenticationScopes: [],
      redirectUri: 'http://localhost:8000/callback',
      state: null,
    },
  ],
  authorizationCodes: [
    { code: 'code-of-app', clientId: appId, username: 'admin', expiresAt: 9 },
    { code: 'other-code-of-app', clientId: appId, username: 'admin', expiresAt: 9 },
  ],
  accessTokens: [
    { token: 'access-token', clientId: appId, username: 'admin', scope: null, expiresAt: null },
  ],
  refreshTokens: [
    { token: 'refresh-token', clientId: firstClient!.id, username: 'admin', expiresAt: 9 },
  ],
  revokedAppTokens: [{ token: 'revoked-token' }],
  webhooks: [
    { ...hook, connectionCode: 'fernwood_erp', secret: 'hook-secret' },
    { ...hook, connectionCode: 'larkspur_shop', secret: null },
  ],
}

/** Every list of records that the schema names, with its fields. */
function listsOfSchema(): [string, string[]][] {
  const { properties = {} } = scenarioSchema() as Schema
  return Object.entries(properties).flatMap(([name, { items }]) =>
    items?.properties ? [[name, Object.keys(items.properties)]] : [],
  )
}

test('every field of every record in the schema is named as open or as a secret, and no other', () => {
  const kinds = Object.entries(fieldKinds).map(([name, fields]) => [name, Object.keys(fields)])
  expect(kinds).toEqual(listsOfSchema())
  expect(kinds.length).toBeGreaterThan(20)
})

test('what the schema calls a secret, password, token, code of an app or key is no open field', () => {
  const telling = /secret|password|token|privateKey|certificate/i
  for (const [name, fields] of listsOfSchema()) {
    const kinds: Record<string, FieldKind> = fieldKinds[name as keyof typeof fieldKinds]
    for (const field of fields.filter((each) => telling.test(each))) {
      expect(kinds[field], `${name}.${field}`).not.toBe('open')
    }
  }
  expect(fieldKinds.authorizationCodes.code).not.toBe('open')
})

test('the example holds every secret that there is', () => {
  for (const [name, kinds] of Object.entries(fieldKinds)) {
    if (Object.values(kinds).every((kind) => kind === 'open')) continue
    expect(scenario[name as keyof typeof fieldKinds], name).not.toEqual([])
  }
})

test('no secret is left in what is shared', () => {
  const text = JSON.stringify(withoutSecrets(scenario))
  for (const [name, kinds] of Object.entries(fieldKinds)) {
    for (const record of scenario[name as keyof typeof fieldKinds]) {
      for (const [field, kind] of Object.entries<FieldKind>(kinds)) {
        const value = (record as unknown as Record<string, unknown>)[field]
        if (kind === 'open' || typeof value !== 'string') continue
        // A person of the default scenario has the username as password.
        if ('username' in record && value === record.username) continue
        expect(text, `${name}.${field}`).not.toContain(JSON.stringify(value).slice(1, -1))
      }
    }
  }
  expect(text).not.toContain('"password":')
  expect(findSecret(JSON.parse(text))).toBeUndefined()
})

test('a field that no table knows is not shared', () => {
  const [first, ...others] = scenario.connections
  const grown = { ...scenario, connections: [{ ...first!, apiKey: 'new-secret' }, ...others] }
  expect(JSON.stringify(withoutSecrets(grown))).not.toContain('new-secret')
})

test('with fresh secrets it is a scenario again, and all but the secrets is as before', () => {
  const fresh = withFreshSecrets(withoutSecrets(scenario)) as Scenario
  expect(checkScenario(fresh)).toBeUndefined()
  expect(withoutSecrets(fresh)).toEqual(withoutSecrets(scenario))
  const app = fresh.oauthClients.find(({ id }) => id === appId)
  expect(app?.secret).toBe(fresh.customApps[0]?.clientSecret)
  expect(app?.secret).toMatch(/^[\w+/]{86}$/)
  expect(fresh.oauthClients[0]?.secret).toMatch(/^[\da-z]{50}$/)
  expect(fresh.accessTokens[0]?.token).toMatch(/^[\w+/]{86}$/)
  const codes = fresh.authorizationCodes.map(({ code }) => code)
  expect(new Set(codes).size).toBe(2)
  expect(fresh.authorizationRequests.map(({ state }) => typeof state)).toEqual(['string', 'object'])
  expect(fresh.webhooks.map(({ secret }) => secret)).toEqual([
    expect.stringMatching(/^[\da-z]{50}$/),
    null,
  ])
  expect(fresh.users.find(({ username }) => username === 'noor')?.password).toBe('noor')
  expect(fresh.users.find(({ type }) => type === 'api')?.password).toMatch(/^[\da-f]{9}$/)
  expect(fresh.openIdKeys).toEqual(defaultScenario.openIdKeys)
})

test('no two openings give the same secrets', () => {
  const shared = withoutSecrets(scenario)
  const [one, other] = [withFreshSecrets(shared), withFreshSecrets(shared)] as [Scenario, Scenario]
  expect(one.oauthClients[0]?.secret).not.toBe(other.oauthClients[0]?.secret)
  expect(one.accessTokens).not.toEqual(other.accessTokens)
})

test('a secret that somebody wrote into a link is found, with its place', () => {
  expect(findSecret({ users: [{ username: 'x' }, { password: 'p' }] })).toEqual({
    pointer: '/users/1/password',
    message: 'A link must not hold a secret',
  })
})

test.each([[null], ['text'], [[]], [7], [{ users: 'none' }], [{ users: [null, 3] }]])(
  '%j is no scenario, and stays none',
  (value) => {
    expect(findSecret(value)).toBeUndefined()
    expect(withFreshSecrets(value)).toEqual(value)
    expect(checkScenario(withFreshSecrets(value))).toBeDefined()
  },
)

test.each(namedScenarios)('what the shared scenario $id holds still works', async (named) => {
  const shared = withoutSecrets(await named.load())
  const fresh = withFreshSecrets(shared) as Scenario
  const url = 'https://my-pim.example.com'
  const pim = createPim({ url, driver: createMemoryDriver(), scenario: fresh })
  await pim.ready()
  for (const { clientId, username } of fresh.connections) {
    const client = fresh.oauthClients.find(({ id }) => id === clientId)
    if (!client?.grantTypes.includes('password')) continue
    const user = fresh.users.find((each) => each.username === username)
    const response = await pim.fetch(
      new Request(`${url}/api/oauth/v1/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ grant_type: 'password', username, password: user?.password }),
      }),
    )
    expect(response.status, username).toBe(200)
  }
  for (const { token } of fresh.accessTokens) {
    const headers = { authorization: `Bearer ${token}` }
    const response = await pim.fetch(
      new Request(`${url}/api/rest/v1/categories?limit=1`, { headers }),
    )
    expect(response.status).toBe(200)
  }
})
