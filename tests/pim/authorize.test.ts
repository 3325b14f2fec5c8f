import { expect, test } from 'vitest'
import {
  activate,
  appDraft,
  ask,
  authorize,
  confirm,
  registerApp,
  type AppCredentials,
} from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const manageApps = 'akeneo_connectivity_connection_manage_apps'
const openApps = 'akeneo_connectivity_connection_open_apps'

function locationOf(response: Response): string {
  expect(response.status).toBe(302)
  return response.headers.get('location') ?? ''
}

function wizardOf({ clientId }: AppCredentials): string {
  return `/#/connect/apps/authorize?client_id=${clientId}`
}

/** The code in an address of the app's callback. */
function codeIn(location: string): string | null {
  const url = new URL(location)
  expect(url.origin + url.pathname).toBe(appDraft.callbackUrl)
  return url.searchParams.get('code')
}

async function scopesOf(pim: BuiltPim): Promise<readonly string[] | undefined> {
  return (await pim.dump()).connectedApps[0]?.scopes
}

test('[E.3] GET /connect/apps/v1/authorize: 302 to the wizard, and the session remembers the request', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const response = await ask(pim, app, 'write_products openid read_products profile', 'a state')
  expect(locationOf(response)).toBe(wizardOf(app))
  expect(await response.text()).toBe('')
  const { authorizationRequests, oauthClients, connectedApps } = await pim.dump()
  expect(authorizationRequests).toEqual([
    {
      username: 'admin',
      clientId: app.clientId,
      authorizationScopes: ['read_products', 'write_products'],
      authenticationScopes: ['openid', 'profile'],
      redirectUri: appDraft.callbackUrl,
      state: 'a state',
    },
  ])
  expect(connectedApps).toEqual([])
  expect(oauthClients.at(-1)).toMatchObject({ id: app.clientId, secret: app.clientSecret })
})

test('[E.3] 4 an OAuth client: is made once for an app', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app)
  const { oauthClients: first } = await pim.dump()
  await ask(pim, app)
  expect((await pim.dump()).oauthClients).toEqual(first)
})

test('[E.3] unknown scopes: are dropped without a word, as are those of another edition and repetitions', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(
    pim,
    app,
    ' read_products  fly_to_moon read_products __proto__ read_assets READ_CATALOGS ',
  )
  const [request] = (await pim.dump()).authorizationRequests
  expect(request?.authorizationScopes).toEqual(['read_products'])
})

test('[E.3] redirect_uri: is ignored', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await authorize(pim, {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: 'https://elsewhere.example.com',
  })
  expect((await confirm(pim, app)).origin).toBe('https://lantern.example.com')
})

test('[E.3] a new authorize call: overwrites the one before', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'read_products', 'first')
  await ask(pim, app, 'read_categories', 'second')
  expect((await confirm(pim, app)).searchParams.get('state')).toBe('second')
  expect(await scopesOf(pim)).toEqual(['read_categories'])
})

test('[E.3] 7 app not connected: 302 to the wizard, also with Manage apps but not Open apps', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await pim.grant('noor', [manageApps])
  await pim.signIn('noor')
  expect(locationOf(await ask(pim, app))).toBe(wizardOf(app))
})

test('[E.3] 7 a scope not granted yet: 302 to the wizard, and nothing is granted before it is confirmed', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  expect(locationOf(await ask(pim, app, 'read_products write_categories'))).toBe(wizardOf(app))
  expect(await scopesOf(pim)).toEqual(['read_products'])
})

test('[E.3] 8 no new scope: the granted scopes are replaced by the requested ones, so they may shrink', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'read_categories read_products')
  expect(codeIn(locationOf(await ask(pim, app, 'read_categories')))).not.toBeNull()
  expect(await scopesOf(pim)).toEqual(['read_categories'])
  expect((await pim.api('GET', '/api/rest/v1/categories', { token })).status).toBe(200)
  expect((await pim.api('GET', '/api/rest/v1/products', { token })).status).toBe(403)
})

test('a lower scope of a granted one is nothing new', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'delete_products')
  expect(codeIn(locationOf(await ask(pim, app, 'write_products')))).not.toBeNull()
  expect(await scopesOf(pim)).toEqual(['write_products'])
  expect(locationOf(await ask(pim, app, 'delete_products'))).toBe(wizardOf(app))
})

test('[E.3] 10 otherwise: 302 straight to the callback with code and state', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  const location = locationOf(await ask(pim, app, 'read_products', 'a&b=c d'))
  expect(codeIn(location)).toMatch(/^[A-Za-z0-9_-]{86}$/)
  expect([...new URL(location).searchParams.keys()]).toEqual(['code', 'state'])
  expect(new URL(location).searchParams.get('state')).toBe('a&b=c d')
})

test('[E.8] code and callback: the code lives 30 seconds and belongs to client and user', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app)
  const code = (await confirm(pim, app)).searchParams.get('code')
  const { authorizationCodes } = await pim.dump()
  const expiresAt = Date.UTC(2024, 4, 6, 12, 0, 30)
  expect(authorizationCodes).toEqual([
    { code, clientId: app.clientId, username: 'admin', expiresAt },
  ])
})

test('[E.8] no state: none is sent back, and a query of the callback stays', async () => {
  const pim = buildPim()
  const app = await registerApp(pim, { callbackUrl: 'https://lantern.example.com/é?tenant=7' })
  await activate(pim, app, '')
  const location = locationOf(await ask(pim, app))
  expect(location).toMatch(/^https:\/\/lantern\.example\.com\/%C3%A9\?tenant=7&code=[\w-]{86}$/)
})

test('[E.8] an empty state: is sent back empty', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, '')
  const location = locationOf(await ask(pim, app, '', ''))
  expect([...new URL(location).searchParams]).toEqual([
    ['code', expect.any(String)],
    ['state', ''],
  ])
})

test('[E.3] only Open apps and new scopes: a code, and a token with the old scopes', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  expect(codeIn(locationOf(await ask(pim, app, 'read_products write_products')))).not.toBeNull()
  expect(await scopesOf(pim)).toEqual(['read_products'])
  expect(codeIn(locationOf(await ask(pim, app, '')))).not.toBeNull()
  expect(await scopesOf(pim)).toEqual(['read_products'])
})

test('the reasoning of a successful authorization is told in the order of its decisions', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  await ask(pim, app, 'read_products')
  expect(pim.lastChecks().map(({ id, ok }) => [id, ok])).toEqual([
    ['session.signed-in', true],
    ['client.known', true],
    ['acl.granted', true],
    ['response-type.present', true],
    ['response-type.code', true],
    ['scope.text', true],
    ['scope.short-enough', true],
    ['app.connected', true],
    ['scopes.granted', true],
    ['scopes.replaced', true],
    ['consent.needed', true],
    ['code.issued', true],
  ])
})
