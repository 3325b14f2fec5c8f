import { describe, expect, it } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { lastFailure } from './connect.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const appPage = '/connect/apps/v1/connected_app'
const catalogPage = '/connect/apps/v1/catalogs'
const screen = '/#/connect/connected-apps'

/** An app with a catalog. */
async function connected(pim: BuiltPim) {
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'write_catalogs read_products')
  const body = { name: 'Summer' }
  const response = await pim.api('POST', '/api/rest/v1/catalogs', { token, body })
  const { id } = (await response.json()) as { id: string }
  const code = (await pim.dump()).connectedApps[0]?.connectionCode ?? ''
  return { app, code, catalog: id }
}

async function expectPage(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await response.text()).toContain(`<h1>${status}</h1>`)
}

describe('GET /connect/apps/v1/connected_app/{clientId}', () => {
  it('[F.4] GET /connect/apps/v1/connected_app/{clientId}: 302 to the page of the app', async () => {
    const pim = buildPim()
    const { app, code } = await connected(pim)
    const response = await pim.send(`${appPage}/${app.clientId}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`${screen}/${code}`)
  })

  it.each(['nobody', '__proto__', '%3Cscript%3E'])('[F.4] unknown app: 404 (%s)', async (id) => {
    const pim = buildPim()
    await expectPage(await pim.send(`${appPage}/${id}`), 404)
    expect(lastFailure(pim)).toBe('connected-app.known')
  })

  it('[F.4] an app that is declared but not connected: 404', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    await expectPage(await pim.send(`${appPage}/${clientId}`), 404)
  })

  it('[F.4] app without rights: 403', async () => {
    const pim = buildPim()
    const { app } = await connected(pim)
    await pim.grant('noor', [openApps])
    await pim.signIn('noor')
    await expectPage(await pim.send(`${appPage}/${app.clientId}`), 403)
    expect(lastFailure(pim)).toBe('acl.granted')
  })
})

describe('GET /connect/apps/v1/catalogs/{uuid}', () => {
  it('[F.4] GET /connect/apps/v1/catalogs/{uuid}: 302 to the page of the catalog', async () => {
    const pim = buildPim()
    const { code, catalog } = await connected(pim)
    const response = await pim.send(`${catalogPage}/${catalog}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`${screen}/${code}/catalogs/${catalog}`)
  })

  it('[F.4] unknown catalog: 404', async () => {
    const pim = buildPim()
    await connected(pim)
    await expectPage(await pim.send(`${catalogPage}/00000000-0000-4000-8000-999999999999`), 404)
    expect(lastFailure(pim)).toBe('catalog.known')
  })

  it('answers 404 to a catalog whose owner is no connected app', async () => {
    const pim = buildPim()
    const catalog = { id: 'c-1', name: 'Summer', enabled: false, owner: 'noor' }
    const body = { ...(await pim.dump()), catalogs: [catalog] }
    await pim.api('PUT', '/_control/scenario', { body })
    await expectPage(await pim.send(`${catalogPage}/c-1`), 404)
    expect(lastFailure(pim)).toBe('catalog.known')
  })

  it('[F.4] catalog without rights: 403', async () => {
    const pim = buildPim()
    const { catalog } = await connected(pim)
    await pim.signIn('noor')
    await expectPage(await pim.send(`${catalogPage}/${catalog}`), 403)
    expect(lastFailure(pim)).toBe('acl.granted')
  })
})
