import { describe, expect, it } from 'vitest'
import { activate, ask, confirm, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { ask as askToken, basic, connect, lastFailure, refused, type Tokens } from './connect.ts'

const openApps = 'akeneo_connectivity_connection_open_apps'
const manageApps = 'akeneo_connectivity_connection_manage_apps'
const update = '/connect/apps/v1/scopes/update'

/** An app that may read products. */
async function connected(pim: BuiltPim) {
  const app = await registerApp(pim)
  const { access_token: token } = await activate(pim, app, 'read_products')
  const code = (await pim.dump()).connectedApps.at(-1)?.connectionCode ?? ''
  return { app, token, code, path: `/rest/apps/connected-apps/${code}` }
}

function wish(pim: BuiltPim, token: string, scopes: string): Promise<Response> {
  return pim.api('POST', `${update}?${new URLSearchParams({ scopes })}`, { token })
}

async function isOutdated(pim: BuiltPim, path: string): Promise<unknown> {
  const app = (await (await pim.screen('GET', path)).json()) as Record<string, unknown>
  return app['has_outdated_scopes']
}

describe('POST /connect/apps/v1/scopes/update', () => {
  it('[F.3] POST /connect/apps/v1/scopes/update: 200 "Ok"; new scopes flag the app, and none is granted', async () => {
    const pim = buildPim()
    const { path, token } = await connected(pim)
    const response = await wish(pim, token, 'read_products write_products')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).toBe('"Ok"')
    expect(await isOutdated(pim, path)).toBe(true)
    expect((await pim.dump()).connectedApps[0]?.scopes).toEqual(['read_products'])
  })

  it.each([
    '',
    'read_products',
    'read_products fly_to_moon',
    'openid profile email',
    'read_assets',
  ])('[F.3] nothing new: 200 "Ok" without any effect (%j)', async (scopes) => {
    const pim = buildPim()
    const { token } = await connected(pim)
    const before = await pim.dump()
    expect(await (await wish(pim, token, scopes)).json()).toBe('Ok')
    expect(await pim.dump()).toEqual(before)
  })

  it('[F.3] no scopes: 200 "Ok" without any effect', async () => {
    const pim = buildPim()
    const { token } = await connected(pim)
    const before = await pim.dump()
    expect(await (await pim.api('POST', update, { token })).json()).toBe('Ok')
    expect(await pim.dump()).toEqual(before)
  })

  it('[F.3] token of a user who is no app: 403 Not an authenticated App', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const body = { grant_type: 'password', username: 'admin', password: 'admin' }
    const { access_token } = (await (await askToken(pim, connection, body)).json()) as Tokens
    await refused(await wish(pim, access_token, 'a'), 403, 'Not an authenticated App')
    expect(lastFailure(pim)).toBe('token.of-app')
  })

  it('[F.3] bad token: 401', async () => {
    const pim = buildPim()
    await refused(await wish(pim, 'bad', 'a'), 401, 'The access token provided is invalid.')
    expect(lastFailure(pim)).toBe('token.known')
  })

  it.each(['', 'Basic YTpi', 'Bearer', 'Bearer a b'])(
    '[F.3] no token: 401 (%j)',
    async (authorization) => {
      const pim = buildPim()
      const init = { method: 'POST', headers: { authorization } }
      const response = await pim.send(update, init)
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({
        error: 'access_denied',
        error_description: 'OAuth2 authentication required',
      })
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /)
      expect(lastFailure(pim)).toBe('token.present')
    },
  )

  it('answers 405 to other methods, with a token or without', async () => {
    const pim = buildPim()
    const authorization = basic(await connect(pim))
    const response = await pim.send(update, { method: 'GET', headers: { authorization } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it('[F.3] opening the app: clears the flag for a user with Manage apps, and for nobody else', async () => {
    const pim = buildPim()
    const { path, token } = await connected(pim)
    await wish(pim, token, 'write_products')
    await pim.grant('noor', [openApps])
    await pim.signIn('noor')
    expect((await pim.screen('GET', `${path}/open-app-url`)).status).toBe(200)
    expect(await isOutdated(pim, path)).toBe(true)
    await pim.signIn('admin')
    expect((await pim.screen('GET', `${path}/open-app-url`)).status).toBe(200)
    expect(await isOutdated(pim, path)).toBe(false)
  })

  it('leads to the wizard, which grants what the app asked for', async () => {
    const pim = buildPim()
    const { app, token } = await connected(pim)
    await wish(pim, token, 'write_products')
    await ask(pim, app, 'write_products')
    await confirm(pim, app)
    const before = await pim.dump()
    expect(before.connectedApps[0]?.scopes).toEqual(['write_products'])
    await wish(pim, token, 'write_products')
    expect(await pim.dump()).toEqual(before)
  })
})

describe('the notification of who may manage apps', () => {
  const sentence =
    'The <strong>Lantern Feeds</strong> App requires an authorization update. Please open the app to proceed.'

  it('[F.3] notification: users with Manage apps are told, with a button that opens the app', async () => {
    const pim = buildPim()
    const { token, code } = await connected(pim)
    await wish(pim, token, 'write_products')
    const response = await pim.screen('GET', '/notification/list')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      notifications: [
        {
          id: expect.any(Number) as number,
          type: 'warning',
          message: sentence,
          viewed: false,
          url: `/connect/connected-apps/${code}/open`,
          createdAt: '2024-05-06 12:00:00',
          actionType: 'connected_app_authorizations',
          buttonLabel: 'Open App',
          showReportButton: true,
          comment: null,
        },
      ],
      unreadCount: 1,
    })
    await pim.signIn('noor')
    expect(await (await pim.screen('GET', '/notification/list')).json()).toEqual({
      notifications: [],
      unreadCount: 0,
    })
  })

  it('reaches everybody with Manage apps, each for themselves', async () => {
    const pim = buildPim()
    const { token } = await connected(pim)
    await pim.grant('noor', [manageApps])
    await wish(pim, token, 'write_products')
    await pim.screen('POST', '/notification/mark_viewed')
    expect(await (await pim.screen('GET', '/notification/count_unread')).json()).toBe(0)
    await pim.signIn('noor')
    expect(await (await pim.screen('GET', '/notification/count_unread')).json()).toBe(1)
  })

  it('is nobody when nobody may manage apps', async () => {
    const pim = buildPim()
    const { token } = await connected(pim)
    await pim.grant('admin', [openApps])
    await wish(pim, token, 'write_products')
    expect((await pim.dump()).notifications).toEqual([])
    expect(pim.lastChecks().at(-1)?.because).toBe('Told of it is who may manage apps: nobody')
  })
})
