import { describe, expect, it } from 'vitest'
import { activate, appDraft, ask, confirm, registerApp } from './activation.ts'
import { buildPim, pimUrl, type BuiltPim } from './build-pim.ts'
import { lastFailure, refused } from './connect.ts'

const load = (id: string) => `/rest/apps/load-wizard-data/${id}`
const start = (id: string) => `/rest/apps/activate/${id}`

async function wizardOf(pim: BuiltPim, { clientId }: { clientId: string }) {
  const response = await pim.screen('GET', load(clientId))
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

describe('GET /rest/apps/activate/{clientId}', () => {
  it.each([
    ['?', 'https://lantern.example.com/activate'],
    ['&', 'https://lantern.example.com/activate?tenant=7'],
  ])('[E.1] GET /rest/apps/activate/{clientId}: 200, pim_url glued with %s', async (glue, url) => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim, { activateUrl: url })
    const response = await pim.screen('GET', start(clientId))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      url: `${url}${glue}pim_url=${encodeURIComponent(pimUrl)}`,
    })
  })

  it('[E.1] without Manage apps: 403', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    await pim.grant('noor', ['akeneo_connectivity_connection_open_apps'])
    await pim.signIn('noor')
    expect((await pim.screen('GET', start(clientId))).status).toBe(403)
    expect(lastFailure(pim)).toBe('acl.granted')
  })

  it('[E.1] limit of connections reached: 400, before app and right are looked at', async () => {
    const limits = { connections: 2, customApps: 20, catalogs: 15 }
    const pim = buildPim({ scenario: { limits } })
    await refused(
      await pim.screen('GET', start('nobody')),
      400,
      'App and connections limit reached',
    )
    expect(lastFailure(pim)).toBe('connections.limit')
  })

  it('[E.1] unknown app: 404', async () => {
    const pim = buildPim()
    await refused(await pim.screen('GET', start('nobody')), 404, 'Invalid app identifier')
    expect(lastFailure(pim)).toBe('client.known')
  })

  it('[E.1] not XHR: 302 to /', async () => {
    const pim = buildPim()
    const response = await pim.send(start('nobody'))
    expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
  })
})

describe('GET /rest/apps/load-wizard-data/{clientId}', () => {
  it('[E.5] GET /rest/apps/load-wizard-data/{clientId}: 200 with what is asked for on a first connection', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(
      pim,
      app,
      'delete_products read_products write_catalog_structure email openid profile',
    )
    expect(await wizardOf(pim, app)).toEqual({
      appName: appDraft.name,
      appLogo: null,
      appUrl: null,
      appIsCertified: false,
      oldScopeMessages: null,
      scopeMessages: [
        { icon: 'products', type: 'delete', entities: 'products' },
        { icon: 'catalog_structure', type: 'edit', entities: 'catalog_structure' },
      ],
      oldAuthenticationScopes: null,
      authenticationScopes: ['email', 'profile'],
      displayCheckboxConsent: true,
    })
  })

  it('[E.5] scope upgrade: 200, the new scopes apart from the old ones', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await activate(pim, app, 'openid profile read_products')
    await ask(pim, app, 'openid profile email read_products write_products read_categories')
    expect(await wizardOf(pim, app)).toMatchObject({
      oldScopeMessages: [{ icon: 'products', type: 'view', entities: 'products' }],
      scopeMessages: [
        { icon: 'categories', type: 'view', entities: 'categories' },
        { icon: 'products', type: 'edit', entities: 'products' },
      ],
      oldAuthenticationScopes: ['profile'],
      authenticationScopes: ['email'],
      displayCheckboxConsent: false,
    })
  })

  it('[E.5] no scope: 200 with empty lists; a connected app had none before', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app)
    expect(await wizardOf(pim, app)).toMatchObject({
      oldScopeMessages: null,
      scopeMessages: [],
      oldAuthenticationScopes: null,
      authenticationScopes: [],
    })
    await confirm(pim, app)
    expect(await wizardOf(pim, app)).toMatchObject({
      oldScopeMessages: [],
      oldAuthenticationScopes: [],
    })
  })

  it('[E.5] openid alone: 200, and it is no scope to ask about', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app, 'openid')
    expect(await wizardOf(pim, app)).toMatchObject({ authenticationScopes: [] })
  })

  it('[E.5] an app of the App Store: 200 with its address, logo and certification', async () => {
    const pim = buildPim()
    const { apps } = (await (await pim.screen('GET', '/rest/marketplace/apps')).json()) as {
      apps: { id: string; name: string; logo: string; url: string; certified: boolean }[]
    }
    expect(new Set(apps.map(({ certified }) => certified))).toEqual(new Set([true, false]))
    for (const { id, name, logo, url, certified } of apps) {
      const app = { clientId: id, clientSecret: '' }
      await ask(pim, app)
      expect(await wizardOf(pim, app)).toMatchObject({
        appName: name,
        appLogo: logo,
        appUrl: url,
        appIsCertified: certified,
      })
    }
  })

  it('[E.5] app missing: 404', async () => {
    const pim = buildPim()
    await refused(await pim.screen('GET', load('nobody')), 404, 'Invalid app identifier')
  })

  it('[E.5] session data missing: 404', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    await refused(await pim.screen('GET', load(clientId)), 404, 'Invalid app identifier')
    expect(lastFailure(pim)).toBe('session.ongoing')
  })

  it('[E.5] without rights: 403', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app)
    await pim.grant('admin', [])
    expect((await pim.screen('GET', load(app.clientId))).status).toBe(403)
    expect(lastFailure(pim)).toBe('acl.granted')
  })

  it('[E.5] not XHR: 302 to /', async () => {
    const response = await buildPim().send(load('nobody'))
    expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
  })
})
