import { expect, test } from 'vitest'
import { activate, appDraft, ask, confirm, registerApp } from './activation.ts'
import { buildPim, pimUrl } from './build-pim.ts'

test('GET /rest/apps/activate/{id} answers the activate url with the address of the PIM', async () => {
  const pim = buildPim()
  const { clientId } = await registerApp(pim)
  const response = await pim.screen('GET', `/rest/apps/activate/${clientId}`)
  expect(await response.json()).toEqual({
    url: `${appDraft.activateUrl}?pim_url=${encodeURIComponent(pimUrl)}`,
  })
})

test('GET /rest/apps/activate/{id} answers 403, 400 at the limit, and 404', async () => {
  const pim = buildPim()
  const missing = await pim.screen('GET', '/rest/apps/activate/nobody')
  expect(missing.status).toBe(404)
  expect(await missing.json()).toEqual({ code: 404, message: 'Invalid app identifier' })
  await pim.signIn('noor')
  expect((await pim.screen('GET', '/rest/apps/activate/nobody')).status).toBe(403)
  const full = buildPim({ scenario: { limits: { connections: 2, customApps: 20, catalogs: 15 } } })
  const { clientId } = await registerApp(full)
  const response = await full.screen('GET', `/rest/apps/activate/${clientId}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ code: 400, message: 'App and connections limit reached' })
})

test('an app of the App Store is activated as well', async () => {
  const pim = buildPim()
  const { apps: store } = (await (await pim.screen('GET', '/rest/marketplace/apps')).json()) as {
    apps: { id: string; name: string }[]
  }
  const id = store[0]?.id ?? ''
  const app = { clientId: id, clientSecret: '' }
  await ask(pim, app, 'read_products')
  await confirm(pim, app)
  expect((await pim.dump()).connectedApps[0]).toMatchObject({ id, isCustomApp: false })
})

test('GET /rest/apps/load-wizard-data/{id} answers what is asked for on a first connection', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'delete_products read_products write_catalog_structure email openid profile')
  const response = await pim.screen('GET', `/rest/apps/load-wizard-data/${app.clientId}`)
  expect(await response.json()).toEqual({
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

test('GET /rest/apps/load-wizard-data/{id} tells new from old on an upgrade', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'openid profile read_products')
  await ask(pim, app, 'openid profile email read_products write_products read_categories')
  const response = await pim.screen('GET', `/rest/apps/load-wizard-data/${app.clientId}`)
  expect(await response.json()).toMatchObject({
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

test('GET /rest/apps/load-wizard-data/{id} without a session or an app answers 404, without rights 403', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const path = `/rest/apps/load-wizard-data/${app.clientId}`
  expect((await pim.screen('GET', path)).status).toBe(404)
  expect((await pim.screen('GET', '/rest/apps/load-wizard-data/nobody')).status).toBe(404)
  await ask(pim, app)
  await pim.grant('admin', [])
  expect((await pim.screen('GET', path)).status).toBe(403)
})
