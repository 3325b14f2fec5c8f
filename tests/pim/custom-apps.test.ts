import { expect, test } from 'vitest'
import { activate, appDraft, registerApp } from './activation.ts'
import { buildPim, pimUrl } from './build-pim.ts'

const manage = 'akeneo_connectivity_connection_manage_test_apps'

test('[D.3] POST /rest/custom-apps: 201 with a UUID and a secret of 86 characters', async () => {
  const pim = buildPim()
  const { clientId, clientSecret } = await registerApp(pim)
  expect(clientId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(clientSecret).toMatch(/^[A-Za-z0-9_-]{86}$/)
})

test('[D.3] GET /rest/custom-apps: lists the apps with their author and where to activate them', async () => {
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

test.each(['{', '[]', 'null', '7'])(
  '[D.3] POST /rest/custom-apps with the body %s answers 400',
  async (body) => {
    expect((await buildPim().screen('POST', '/rest/custom-apps', body)).status).toBe(400)
  },
)

test('[D.3] GET /rest/custom-apps/{clientId}/secret: shows the last 4 characters after 30 stars', async () => {
  const pim = buildPim()
  const { clientId, clientSecret } = await registerApp(pim)
  const response = await pim.screen('GET', `/rest/custom-apps/${clientId}/secret`)
  expect(await response.json()).toBe('*'.repeat(30) + clientSecret.slice(-4))
})

test('[D.3] POST /rest/custom-apps/{clientId}/secret: gives a new secret, and the token keeps working', async () => {
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

test('[D.3] DELETE /rest/custom-apps/{clientId}: 204, disconnects the app and forgets it', async () => {
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
  ['[D.3] DELETE /rest/custom-apps/{clientId}', 'DELETE', 'none', ''],
  ['[D.3] DELETE /rest/custom-apps/{clientId}', 'DELETE', '__proto__', ''],
  ['[D.3] GET /rest/custom-apps/{clientId}/secret', 'GET', 'none', '/secret'],
  ['[D.3] POST /rest/custom-apps/{clientId}/secret', 'POST', 'none', '/secret'],
])('%s, %s of the unknown %s%s answers 404', async (_, method, id, end) => {
  const pim = buildPim()
  const before = await pim.dump()
  const response = await pim.screen(method, `/rest/custom-apps/${id}${end}`)
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    code: 404,
    message: `Custom app with id ${id} was not found.`,
  })
  expect(await pim.dump()).toEqual(before)
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
  '[D.3] without Create and delete custom apps: %s %s answers 403',
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
] as const)('[D.3] without X-Requested-With: %s %s answers 302 to /', async (method, path) => {
  const response = await buildPim().send(path, { method })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/')
})

test('[D.3] GET /rest/custom-apps/max-limit-reached: a boolean', async () => {
  const pim = buildPim({ scenario: { limits: { connections: 50, customApps: 1, catalogs: 15 } } })
  const path = '/rest/custom-apps/max-limit-reached'
  expect(await (await pim.screen('GET', path)).json()).toBe(false)
  await registerApp(pim)
  expect(await (await pim.screen('GET', path)).json()).toBe(true)
})

test('[D.3] GET /rest/marketplace/apps: total and apps, without what the store keeps secret', async () => {
  const pim = buildPim()
  const response = await pim.screen('GET', '/rest/marketplace/apps')
  const { total, apps } = (await response.json()) as {
    total: number
    apps: Record<string, unknown>[]
  }
  expect(total).toBe(apps.length)
  expect(apps[0]).toMatchObject({ isCustomApp: false, connected: false, isPending: false })
  expect(apps[0]?.['activate_url']).toContain(`pim_url=${encodeURIComponent(pimUrl)}`)
  expect(apps[0]).not.toHaveProperty('secret')
})

test('[D.3] GET /rest/marketplace/extensions: total and extensions, to anybody signed in', async () => {
  const pim = buildPim()
  await pim.signIn('noor')
  const response = await pim.screen('GET', '/rest/marketplace/extensions')
  const { total, extensions } = (await response.json()) as {
    total: number
    extensions: Record<string, unknown>[]
  }
  expect(total).toBe(2)
  expect(Object.keys(extensions[0] ?? {})).toEqual([
    'id',
    'name',
    'logo',
    'author',
    'partner',
    'description',
    'url',
    'categories',
    'certified',
  ])
})

test('[D.3] GET /rest/marketplace/marketplace-url: a JSON string', async () => {
  const url = await buildPim().screen('GET', '/rest/marketplace/marketplace-url')
  expect(await url.json()).toBe('https://app-store.example.com')
})
