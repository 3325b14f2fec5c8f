import { expect, test } from 'vitest'
import { messages, type MessageKey } from '../../playground/pim/index.ts'
import { activate, appDraft, registerApp } from './activation.ts'
import { buildPim, pimUrl } from './build-pim.ts'

const manage = 'akeneo_connectivity_connection_manage_test_apps'

async function violationsOf(response: Response): Promise<string[]> {
  const body = (await response.json()) as {
    errors: { propertyPath: string; message: MessageKey }[]
  }
  expect(response.status).toBe(422)
  return body.errors.map(({ propertyPath, message }) => `${propertyPath}: ${messages[message]}`)
}

test('POST /rest/custom-apps answers 201 with a UUID and a secret of 86 characters', async () => {
  const pim = buildPim()
  const { clientId, clientSecret } = await registerApp(pim)
  expect(clientId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(clientSecret).toMatch(/^[A-Za-z0-9_-]{86}$/)
})

test('GET /rest/custom-apps lists the apps with their author and where to activate them', async () => {
  const pim = buildPim()
  const { clientId } = await registerApp(pim, { activateUrl: 'http://localhost:8000/activate?a=b' })
  const response = await pim.screen('GET', '/rest/custom-apps')
  expect(await response.json()).toEqual({
    total: 1,
    apps: [
      {
        id: clientId,
        name: 'Lantern Feeds',
        logo: null,
        author: 'Ada Marlow',
        partner: null,
        description: null,
        url: null,
        categories: [],
        certified: false,
        activate_url: `http://localhost:8000/activate?a=b&pim_url=${encodeURIComponent(pimUrl)}`,
        callback_url: appDraft.callbackUrl,
        connected: false,
        isPending: false,
        isCustomApp: true,
      },
    ],
  })
})

const long = 'a'.repeat(256)
const required = 'name: The name of the app is required.'
const short = 'name: The name of the app is too short. It must have 3 characters or more.'

test.each<[string, object, string[]]>([
  ['no name', { name: '' }, [required, short]],
  ['a number for a name', { name: 7 }, [required, short]],
  ['a name of two characters', { name: 'ab' }, [short]],
  [
    'a name of 256 characters',
    { name: long },
    ['name: The name of the app is too long. It must have 255 characters or less.'],
  ],
  ['no activate url', { activateUrl: '' }, ['activateUrl: The activate url is required.']],
  [
    'an activate url that is none',
    { activateUrl: 'lantern' },
    ['activateUrl: The activate url must be a valid URL.'],
  ],
  [
    'an activate url of 256 characters',
    { activateUrl: `https://a.example.com/${'a'.repeat(234)}` },
    ['activateUrl: The activate url of the app is too long. It must have 255 characters or less.'],
  ],
  ['no callback url', { callbackUrl: '' }, ['callbackUrl: The callback url is required.']],
  [
    'a callback url that is none',
    { callbackUrl: '/callback' },
    ['callbackUrl: The callback url must be a valid URL.'],
  ],
  [
    'a callback url that is none and of 256 characters',
    { callbackUrl: long },
    [
      'callbackUrl: The callback url must be a valid URL.',
      'callbackUrl: The callback url of the app is too long. It must have 255 characters or less.',
    ],
  ],
  [
    'nothing but mistakes',
    { name: 'ab', activateUrl: '', callbackUrl: 'x' },
    [
      short,
      'activateUrl: The activate url is required.',
      'callbackUrl: The callback url must be a valid URL.',
    ],
  ],
])('POST /rest/custom-apps with %s answers 422 and creates nothing', async (_, changes, texts) => {
  const pim = buildPim()
  const response = await pim.screen('POST', '/rest/custom-apps', { ...appDraft, ...changes })
  expect(await violationsOf(response)).toEqual(texts)
  expect((await pim.dump()).customApps).toEqual([])
})

test.each([
  'javascript:alert(1)',
  'ftp://lantern.example.com',
  '//lantern.example.com',
  'https://',
  'https:///path',
  'https:lantern.example.com',
  'https://lantern.example.com/a b',
  ' https://lantern.example.com',
  'https://lantern.example.com/\n',
  'https://lantern\\example.com',
  'https://lantern.example.com/\0',
  'https://lantern.example.com/\ud800',
  'https://exa<mple.com',
  'https://user@',
  'https://a.example.com:99999',
])('POST /rest/custom-apps refuses the activate url %j', async (activateUrl) => {
  const response = await buildPim().screen('POST', '/rest/custom-apps', {
    ...appDraft,
    activateUrl,
  })
  expect(await violationsOf(response)).toEqual([
    'activateUrl: The activate url must be a valid URL.',
  ])
})

test.each([
  'http://localhost:8000/activate',
  'http://127.0.0.1/activate',
  'http://[::1]:8000/',
  'https://lantern.example.com',
  'HTTPS://LANTERN.example.com/?a=b#c',
  'https://bücher.example.com/é',
  'https://my_app.example.com',
])('POST /rest/custom-apps takes the activate url %s', async (activateUrl) => {
  const pim = buildPim()
  expect((await registerApp(pim, { activateUrl })).clientId).not.toBe('')
})

test.each(['{', '[]', 'null', '7'])(
  'POST /rest/custom-apps with the body %s answers 400',
  async (body) => {
    expect((await buildPim().screen('POST', '/rest/custom-apps', body)).status).toBe(400)
  },
)

test('POST /rest/custom-apps at the limit of 20 answers 422 about the whole', async () => {
  const pim = buildPim()
  const limit = '/rest/custom-apps/max-limit-reached'
  for (let index = 0; index < 20; index += 1) {
    expect(await (await pim.screen('GET', limit)).json()).toBe(false)
    await registerApp(pim)
  }
  expect(await (await pim.screen('GET', limit)).json()).toBe(true)
  const response = await pim.screen('POST', '/rest/custom-apps', appDraft)
  expect(await violationsOf(response)).toEqual([': You can create up to 20 custom apps.'])
})

test('GET /rest/custom-apps/{id}/secret shows the last 4 characters after 30 stars', async () => {
  const pim = buildPim()
  const { clientId, clientSecret } = await registerApp(pim)
  const response = await pim.screen('GET', `/rest/custom-apps/${clientId}/secret`)
  expect(await response.json()).toBe('*'.repeat(30) + clientSecret.slice(-4))
})

test('POST /rest/custom-apps/{id}/secret gives a new secret, and the token keeps working', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'read_channel_settings')
  const response = await pim.screen('POST', `/rest/custom-apps/${app.clientId}/secret`)
  const clientSecret = (await response.json()) as string
  expect(clientSecret).toMatch(/^[A-Za-z0-9_-]{86}$/)
  expect(clientSecret).not.toBe(app.clientSecret)
  expect((await pim.api('GET', '/api/rest/v1/channels', { token })).status).toBe(200)
  await expect(activate(pim, app, 'read_channel_settings')).rejects.toThrow('invalid_client')
  const renewed = await activate(pim, { ...app, clientSecret }, 'read_channel_settings')
  expect(renewed.access_token).toBe(token)
})

test('DELETE /rest/custom-apps/{id} disconnects the app and forgets it', async () => {
  const pim = buildPim()
  const before = await pim.dump()
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'openid profile read_products')
  expect((await pim.screen('DELETE', `/rest/custom-apps/${app.clientId}`)).status).toBe(204)
  expect(await pim.dump()).toEqual({
    ...before,
    nextId: expect.any(Number) as number,
    revokedAppTokens: [{ token }],
  })
  const response = await pim.api('GET', '/api/rest/v1/products', { token })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({
    code: 401,
    message: 'The access token provided is invalid. Your app has been disconnected from that PIM.',
  })
})

test.each([
  ['DELETE', '/rest/custom-apps/none'],
  ['DELETE', '/rest/custom-apps/__proto__'],
  ['GET', '/rest/custom-apps/none/secret'],
  ['POST', '/rest/custom-apps/none/secret'],
])('%s %s answers 404', async (method, path) => {
  const response = await buildPim().screen(method, path)
  const id = path.split('/')[3]
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    code: 404,
    message: `Custom app with id ${id} was not found.`,
  })
})

const addresses = [
  ['GET', '/rest/custom-apps'],
  ['POST', '/rest/custom-apps'],
  ['DELETE', '/rest/custom-apps/x'],
  ['GET', '/rest/custom-apps/x/secret'],
  ['POST', '/rest/custom-apps/x/secret'],
  ['GET', '/rest/custom-apps/max-limit-reached'],
] as const

test.each(addresses)(
  '%s %s without Create and delete custom apps answers 403',
  async (method, path) => {
    const pim = buildPim()
    await pim.signIn('noor')
    expect((await pim.screen(method, path)).status).toBe(403)
    await pim.grant('noor', [manage])
    expect((await pim.screen(method, path)).status).not.toBe(403)
  },
)

test.each([
  ...addresses,
  ['GET', '/rest/marketplace/apps'],
  ['GET', '/rest/marketplace/extensions'],
  ['GET', '/rest/marketplace/marketplace-url'],
] as const)('%s %s without X-Requested-With answers 302 to /', async (method, path) => {
  const response = await buildPim().send(path, { method })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/')
})

test('GET /rest/marketplace/apps lists store apps, extensions and the address of the store', async () => {
  const pim = buildPim()
  const apps = (await (await pim.screen('GET', '/rest/marketplace/apps')).json()) as {
    total: number
    apps: Record<string, unknown>[]
  }
  expect(apps.total).toBe(apps.apps.length)
  expect(apps.apps[0]).toMatchObject({ isCustomApp: false, connected: false })
  expect(apps.apps[0]).not.toHaveProperty('secret')
  const extensions = await (await pim.screen('GET', '/rest/marketplace/extensions')).json()
  expect(extensions).toMatchObject({ total: 2 })
  const url = await (await pim.screen('GET', '/rest/marketplace/marketplace-url')).json()
  expect(url).toBe('https://app-store.example.com')
})
