import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { expect, test } from 'vitest'
import { checkScenario, webApiAcls } from '../../playground/pim/index.ts'
import { activate, ask, confirm, redeem, registerApp, tokenRequest } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { ask as askToken, type Credentials } from './connect.ts'
import { buildTracked } from './tracked.ts'

// Whatever people and programs do, in whatever order: what GET /_control/scenario gives is a scenario.

const scopes = 'openid email read_products write_catalogs'

const actions = {
  'create a connection': createConnection,
  'track a connection': (world, choice) =>
    world.pim.screen('POST', `/rest/connections/${codeOf(world, choice)}`, {
      label: 'Tracked',
      flow_type: 'data_source',
      auditable: true,
      image: world.images.at(-1) ?? null,
    }),
  'subscribe to events': (world, choice) =>
    world.pim.screen('POST', `/rest/connections/${codeOf(world, choice)}/webhook`, {
      url: 'https://hooks.example.com',
      enabled: true,
      isUsingUuid: false,
    }),
  'delete a connection': (world, choice) =>
    world.pim.screen('DELETE', `/rest/connections/${codeOf(world, choice)}`),
  'get a token': getToken,
  'change a product': (world, choice) => {
    const identifier = ['a-lamp', 'with,comma', 'a-stool'][choice % 3]
    return callApi(world, choice, '/products', { identifier })
  },
  'make a catalog': (world, choice) => callApi(world, choice, '/catalogs', { name: 'Autumn' }),
  'upload a picture': uploadPicture,
  'ask for authorization': (world, choice) => ask(world.pim, appOf(world, choice), scopes),
  'connect an app': connectApp,
  'ask for more': (world, choice) =>
    world.pim.api('POST', '/connect/apps/v1/scopes/update?scopes=delete_products', {
      token: tokenOf(world, choice),
    }),
  'set permissions': setPermissions,
  'disconnect an app': async (world, choice) => {
    const { connectedApps } = await world.pim.dump()
    const code = connectedApps[choice % 2]?.connectionCode ?? 'none'
    await world.pim.screen('DELETE', `/rest/apps/connected-apps/${code}`)
  },
  'delete a custom app': async (world, choice) => {
    const { clientId } = appOf(world, choice)
    await world.pim.screen('DELETE', `/rest/custom-apps/${clientId}`)
    world.apps[choice % 2] = await registerApp(world.pim)
  },
  'wait for a day': async ({ pim }) => pim.wait(86_400_000),
} satisfies Record<string, (world: World, choice: number) => Promise<unknown>>

interface World {
  readonly pim: BuiltPim
  readonly apps: Awaited<ReturnType<typeof registerApp>>[]
  readonly connections: (Credentials & { readonly code: string })[]
  readonly tokens: string[]
  readonly images: string[]
}

function appOf({ apps }: World, choice: number) {
  return apps[choice % 2] as (typeof apps)[number]
}

function codeOf({ connections }: World, choice: number): string {
  return connections[choice % Math.max(connections.length, 1)]?.code ?? 'fernwood_erp'
}

function tokenOf({ tokens }: World, choice: number): string {
  return tokens.at(-1 - (choice % 3)) ?? 'none'
}

function callApi(world: World, choice: number, path: string, body: object) {
  return world.pim.api('POST', `/api/rest/v1${path}`, { token: tokenOf(world, choice), body })
}

async function createConnection({ pim, connections }: World): Promise<void> {
  const code = `quay_${connections.length}`
  const draft = { code, label: 'Quay', flow_type: 'data_source' }
  const answer = await pim.screen('POST', '/rest/connections', draft)
  connections.push({ ...((await answer.json()) as Credentials), code })
}

/** With the username of the connection itself, or of another one. */
async function getToken({ pim, connections, tokens }: World, choice: number): Promise<void> {
  const client = connections[choice % Math.max(connections.length, 1)]
  const user = connections[(choice % 7) % Math.max(connections.length, 1)]
  if (!client || !user) return
  const { username, password } = user
  const answer = await askToken(pim, client, { grant_type: 'password', username, password })
  if (answer.status !== 200) return
  tokens.push(((await answer.json()) as { access_token: string }).access_token)
}

async function uploadPicture({ pim, images }: World): Promise<void> {
  const body = new FormData()
  body.append('file', new File(['GIF89a'], 'logo.gif'))
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  const answer = await pim.send('/media/', { method: 'POST', headers, body })
  images.push(((await answer.json()) as { filePath: string }).filePath)
}

async function connectApp(world: World, choice: number): Promise<void> {
  const { pim, tokens } = world
  const app = appOf(world, choice)
  await ask(pim, app, scopes)
  const answer = await pim.screen('POST', `/rest/apps/confirm-authorization/${app.clientId}`)
  if (answer.status !== 200) return
  const { redirectUrl } = (await answer.json()) as { redirectUrl: string }
  const code = new URL(redirectUrl).searchParams.get('code') ?? ''
  // Some never come back for their token.
  if (choice % 4 === 3) return
  const token = await redeem(pim, tokenRequest(app, code))
  tokens.push(((await token.json()) as { access_token: string }).access_token)
}

async function setPermissions({ pim }: World, choice: number): Promise<void> {
  const { connectedApps } = await pim.dump()
  const userGroup = connectedApps[choice % 2]?.userGroup ?? 'none'
  const all = { all: true, identifiers: [] }
  const levels = { edit: all, view: all }
  await pim.screen('PUT', `/rest/app-permissions/${userGroup}`, {
    categories: { own: all, ...levels },
    locales: levels,
    attributeGroups: levels,
  })
}

const step = record({
  action: constantFrom(...(Object.keys(actions) as (keyof typeof actions)[])),
  choice: nat(20),
})

test('after any 40 steps, what the PIM holds is a scenario', async () => {
  await assert(
    asyncProperty(array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const pim = buildPim({ scenario: { edition: 'EE' } })
      const { roles } = await pim.dump()
      const role = roles.find(({ code }) => code === 'ROLE_USER')
      const acls = webApiAcls.map(({ id }) => id)
      await pim.screen('PUT', `/rest/roles/${role?.id}/acls`, { acls })
      const apps = [await registerApp(pim), await registerApp(pim)]
      const world: World = { pim, apps, connections: [], tokens: [], images: [] }
      for (const { action, choice } of steps) {
        await actions[action](world, choice)
        expect(checkScenario(await pim.dump()), action).toBeUndefined()
      }
    }),
    { numRuns: 40 },
  )
})

test('the catalogs of a connection go with it', async () => {
  const { pim, code, token } = await buildTracked('other')
  const made = await pim.api('POST', '/api/rest/v1/catalogs', { token, body: { name: 'Autumn' } })
  expect(made.status).toBe(201)
  await pim.screen('DELETE', `/rest/connections/${code}`)
  expect((await pim.dump()).catalogs).toEqual([])
})

test('where chance repeats itself, no two apps have roles of one code', async () => {
  const pim = buildPim({ options: { random: (length) => new Uint8Array(length) } })
  for (const name of ['First app', 'Second app']) {
    const app = await registerApp(pim, { name })
    await ask(pim, app)
    await confirm(pim, app)
  }
  expect(checkScenario(await pim.dump())).toBeUndefined()
})

test('nothing of an app is left, whatever its client could be used for', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app)
  const state = await pim.dump()
  const oauthClients = state.oauthClients.map((client) =>
    Object.assign({}, client, { grantTypes: ['password', 'authorization_code'] }),
  )
  const put = await pim.api('PUT', '/_control/scenario', { body: { ...state, oauthClients } })
  expect(put.status).toBe(200)
  const client = { client_id: app.clientId, secret: app.clientSecret }
  const body = { grant_type: 'password', username: 'noor', password: 'noor' }
  expect((await askToken(pim, client, body)).status).toBe(200)
  expect((await pim.dump()).wrongCredentials).toHaveLength(1)
  await pim.screen('DELETE', `/rest/custom-apps/${app.clientId}`)
  const left = await pim.dump()
  expect(checkScenario(left)).toBeUndefined()
  expect(left.revokedAppTokens.map((each) => each.token)).toContain(token)
})

test('nor of an app that only asked, nor of a connection whose client could ask', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'read_products')
  const state = await pim.dump()
  const [connection] = state.connections
  const clientId = connection?.clientId ?? ''
  const request = { ...state.authorizationRequests[0], username: 'noor', clientId }
  const body = {
    ...state,
    oauthClients: state.oauthClients.map((client) =>
      Object.assign({}, client, { grantTypes: ['password'] }),
    ),
    authorizationRequests: [...state.authorizationRequests, request],
    authorizationCodes: [{ code: 'a-code', clientId, username: 'noor', expiresAt: 0 }],
  }
  expect((await pim.api('PUT', '/_control/scenario', { body })).status).toBe(200)
  const client = { client_id: app.clientId, secret: app.clientSecret }
  const credentials = { grant_type: 'password', username: 'noor', password: 'noor' }
  expect((await askToken(pim, client, credentials)).status).toBe(200)
  await pim.screen('DELETE', `/rest/custom-apps/${app.clientId}`)
  expect(checkScenario(await pim.dump())).toBeUndefined()
  await pim.screen('DELETE', `/rest/connections/${connection?.code}`)
  expect(checkScenario(await pim.dump())).toBeUndefined()
})
