import { expect, test } from 'vitest'
import { messages, type MessageKey } from '../../playground/pim/index.ts'
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

/** The text of the error page that the browser is sent to. */
function errorOf(response: Response): string {
  const location = locationOf(response)
  expect(location).toMatch(/^\/#\/connect\/apps\/authorize\?error=/)
  return messages[location.split('error=')[1] as MessageKey]
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

test.each([
  ['no client_id', undefined],
  ['an empty client_id', ''],
  ['an unknown client_id', 'nobody'],
  ['the client_id __proto__', '__proto__'],
])('GET authorize with %s goes to the error page', async (_, client_id) => {
  const response = await authorize(buildPim(), { response_type: 'code', client_id })
  expect(errorOf(response)).toBe('The client_id does not match any existing app.')
})

test.each([
  ['no response_type', { response_type: undefined }, 'The response_type is required.'],
  ['an empty response_type', { response_type: '' }, 'The response_type is required.'],
  ['another response_type', { response_type: 'token' }, 'The response_type must be "code".'],
  [
    'a scope in brackets',
    { 'scope[]': 'read_products' },
    'The scope list must be a string separated by spaces.',
  ],
  [
    'a scope of 1001 characters',
    { scope: 'a'.repeat(1001) },
    'The scope list must not contain more than 1000 characters.',
  ],
])('GET authorize with %s goes to the error page and changes nothing', async (_, changes, text) => {
  const pim = buildPim()
  const { clientId } = await registerApp(pim)
  const before = await pim.dump()
  const response = await authorize(pim, {
    response_type: 'code',
    client_id: clientId,
    ...changes,
  })
  expect(errorOf(response)).toBe(text)
  expect(pim.lastChecks().at(-1)?.ok).toBe(false)
  expect(await pim.dump()).toEqual(before)
})

test('GET authorize reports the response type before the scope', async () => {
  const pim = buildPim()
  const { clientId } = await registerApp(pim)
  const response = await authorize(pim, { client_id: clientId, scope: 'a'.repeat(1001) })
  expect(errorOf(response)).toBe('The response_type is required.')
})

test('GET authorize without any right on apps answers a 403 page', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await pim.signIn('noor')
  const response = await ask(pim, app)
  expect(response.status).toBe(403)
  expect(response.headers.get('content-type')).toContain('text/html')
})

test('GET authorize with Open apps only answers 403 for an app that is not connected', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  expect((await ask(pim, app)).status).toBe(403)
  expect((await pim.dump()).authorizationRequests).toEqual([])
})

test('GET authorize of an app that is not connected goes to the wizard and remembers the request', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const response = await ask(pim, app, 'write_products openid read_products profile', 'a state')
  expect(locationOf(response)).toBe(wizardOf(app))
  expect((await pim.dump()).authorizationRequests).toEqual([
    {
      username: 'admin',
      clientId: app.clientId,
      authorizationScopes: ['read_products', 'write_products'],
      authenticationScopes: ['openid', 'profile'],
      redirectUri: appDraft.callbackUrl,
      state: 'a state',
    },
  ])
})

test('GET authorize drops unknown scopes, those of another edition, and repetitions', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, ' read_products  fly_to_moon read_products __proto__ read_assets ')
  const [request] = (await pim.dump()).authorizationRequests
  expect(request?.authorizationScopes).toEqual(['read_products'])
})

test('GET authorize in the Enterprise Edition knows the scopes on assets', async () => {
  const pim = buildPim({ scenario: { edition: 'EE' } })
  const app = await registerApp(pim)
  await ask(pim, app, 'read_assets')
  const [request] = (await pim.dump()).authorizationRequests
  expect(request?.authorizationScopes).toEqual(['read_assets'])
})

test('GET authorize ignores redirect_uri', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await authorize(pim, {
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: 'https://elsewhere.example.com',
  })
  expect((await confirm(pim, app)).origin).toBe('https://lantern.example.com')
})

test('a new authorization request takes the place of the one before', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'read_products', 'first')
  await ask(pim, app, 'read_categories', 'second')
  expect((await confirm(pim, app)).searchParams.get('state')).toBe('second')
  expect(await scopesOf(pim)).toEqual(['read_categories'])
})

test('GET authorize of a connected app that asks for nothing new goes straight to the callback', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  const location = locationOf(await ask(pim, app, 'read_products', 'a&b=c d'))
  expect(codeIn(location)).toMatch(/^[A-Za-z0-9_-]{86}$/)
  expect([...new URL(location).searchParams.keys()]).toEqual(['code', 'state'])
  expect(new URL(location).searchParams.get('state')).toBe('a&b=c d')
})

test('the callback carries no state when none was given, and keeps its own query', async () => {
  const pim = buildPim()
  const app = await registerApp(pim, { callbackUrl: 'https://lantern.example.com/é?tenant=7' })
  await activate(pim, app, '')
  const location = locationOf(await ask(pim, app))
  expect(location).toMatch(/^https:\/\/lantern\.example\.com\/%C3%A9\?tenant=7&code=[\w-]{86}$/)
})

test('GET authorize for more scopes goes to the wizard again and changes nothing before it is confirmed', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  expect(locationOf(await ask(pim, app, 'read_products write_categories'))).toBe(wizardOf(app))
  expect(await scopesOf(pim)).toEqual(['read_products'])
})

test('GET authorize for a lower scope of a granted one needs no wizard', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'delete_products')
  expect(codeIn(locationOf(await ask(pim, app, 'write_products')))).not.toBeNull()
})

test('GET authorize for fewer scopes takes the others away without a word', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'read_categories read_products')
  await ask(pim, app, 'read_categories')
  expect(await scopesOf(pim)).toEqual(['read_categories'])
  expect((await pim.api('GET', '/api/rest/v1/categories', { token })).status).toBe(200)
  expect((await pim.api('GET', '/api/rest/v1/products', { token })).status).toBe(403)
})

test('a user with Open apps only gets a code with the old scopes, whatever the app asks for', async () => {
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

test('GET authorize with Manage apps but not Open apps goes on as well', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await pim.grant('noor', [manageApps])
  await pim.signIn('noor')
  expect(locationOf(await ask(pim, app))).toBe(wizardOf(app))
})

test('GET authorize with openid alone agrees to it without a question', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  expect(codeIn(locationOf(await ask(pim, app, 'read_products openid')))).not.toBeNull()
  expect((await pim.dump()).consents).toEqual([
    { username: 'admin', appId: app.clientId, scopes: ['openid'] },
  ])
})

test('GET authorize with profile or email that is new asks the user to agree', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  const response = await ask(pim, app, 'email openid profile read_products')
  expect(locationOf(response)).toBe(`/#/connect/apps/authenticate?client_id=${app.clientId}`)
  expect((await pim.dump()).consents).toEqual([])
})

test('GET authorize without openid forgets what the user agreed to', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'email openid read_products')
  await ask(pim, app, 'read_products')
  expect((await pim.dump()).consents).toEqual([
    { username: 'admin', appId: app.clientId, scopes: [] },
  ])
})

test('GET authorize with fewer authentication scopes forgets the others', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'email openid profile')
  await ask(pim, app, 'openid profile')
  expect((await pim.dump()).consents[0]?.scopes).toEqual(['openid', 'profile'])
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

test('POST authorize answers 405', async () => {
  const response = await buildPim().send('/connect/apps/v1/authorize', { method: 'POST' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET')
})
