import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

interface Connected {
  pim: BuiltPim
  token: string
  owner: string
  id: string
}

/** A connected app with one catalog. */
async function connected(): Promise<Connected> {
  const pim = buildPim()
  const scopes = 'read_products read_catalogs write_catalogs'
  const { access_token: token } = await activate(pim, await registerApp(pim), scopes)
  const made = await pim.api('POST', '/api/rest/v1/catalogs', { token, body: { name: 'Shop' } })
  const { id } = (await made.json()) as { id: string }
  const [app] = (await pim.dump()).connectedApps
  return { pim, token, id, owner: app?.username ?? '' }
}

test('the screens list the catalogs of one owner', async () => {
  const { pim, id, owner } = await connected()
  const response = await pim.screen('GET', `/rest/catalogs?owner=${owner}`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual([
    { id, name: 'Shop', enabled: false, owner_username: owner },
  ])
  expect(await (await pim.screen('GET', '/rest/catalogs?owner=nobody')).json()).toEqual([])
})

test('without an owner there is no list', async () => {
  const { pim } = await connected()
  const response = await pim.screen('GET', '/rest/catalogs')
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ code: 400, message: 'owner must not be empty.' })
})

test('a person switches a catalog on, and the app sees it', async () => {
  const { pim, token, id, owner } = await connected()
  expect((await pim.screen('PATCH', `/rest/catalogs/${id}`, { enabled: true })).status).toBe(204)
  expect(await (await pim.screen('GET', `/rest/catalogs/${id}`)).json()).toEqual({
    id,
    name: 'Shop',
    enabled: true,
    owner_username: owner,
  })
  const seen = await pim.api('GET', `/api/rest/v1/catalogs/${id}`, { token })
  expect(await seen.json()).toMatchObject({ id, enabled: true })
})

test.each<[string, unknown]>([
  ['nothing', {}],
  ['a text', { enabled: 'yes' }],
])('switching a catalog to %s is refused', async (_, body) => {
  const { pim, id } = await connected()
  const response = await pim.screen('PATCH', `/rest/catalogs/${id}`, body)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    errors: [{ propertyPath: '[enabled]', message: 'This value should be of type bool.' }],
    message: 'Catalog is not valid.',
  })
  expect((await pim.dump()).catalogs).toMatchObject([{ enabled: false }])
})

test('a catalog that does not exist is a 404', async () => {
  const { pim } = await connected()
  const path = '/rest/catalogs/00000000-0000-4000-8000-999999999999'
  const response = await pim.screen('GET', path)
  expect(response.status).toBe(404)
  expect((await pim.screen('PATCH', path, { enabled: true })).status).toBe(404)
})

test('who may not manage apps sees no catalog and switches none', async () => {
  const { pim, id, owner } = await connected()
  await pim.grant('admin', [])
  expect((await pim.screen('GET', `/rest/catalogs?owner=${owner}`)).status).toBe(403)
  expect((await pim.screen('GET', `/rest/catalogs/${id}`)).status).toBe(403)
  expect((await pim.screen('PATCH', `/rest/catalogs/${id}`, { enabled: true })).status).toBe(403)
})

test('what is no call of a screen is sent to the start page', async () => {
  const { pim, id } = await connected()
  const response = await pim.send(`/rest/catalogs/${id}`, { redirect: 'manual' })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/')
})
