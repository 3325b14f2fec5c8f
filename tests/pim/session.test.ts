import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { startServer, type RunningServer } from '../../playground/hosts/node/index.ts'
import { activate, ask, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { lastFailure, refused } from './connect.ts'

const authorize = '/connect/apps/v1/authorize?response_type=code&client_id='
const anonymous = 'Full authentication is required to access this resource.'

/** The cookie that a page sets, as a browser sends it back. */
function cookieOf(response: Response): string {
  const [cookie = '', ...attributes] = (response.headers.get('set-cookie') ?? '').split('; ')
  expect(cookie).toMatch(/^BAPID=\w{26}$/)
  expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax'])
  return cookie
}

function askWith(pim: BuiltPim, cookie: string): Promise<Response> {
  const headers = { cookie, 'x-requested-with': 'XMLHttpRequest' }
  return pim.send('/rest/user', { headers })
}

async function nameOf(response: Response): Promise<string> {
  return ((await response.json()) as { username: string }).username
}

/** The user of the screens is not enabled any more: nobody is signed in. */
async function disableAll(pim: BuiltPim): Promise<void> {
  const scenario = await pim.dump()
  const users = scenario.users.map((user) => ({ ...user, enabled: false }))
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, users } })
}

test('[E.2] the first page: signs the administrator in with the cookie BAPID', async () => {
  const pim = buildPim()
  const { clientId } = await registerApp(pim)
  const cookie = cookieOf(await pim.send(authorize + clientId))
  expect(await nameOf(await askWith(pim, cookie))).toBe('admin')
  const again = await pim.send(authorize + clientId, { headers: { cookie } })
  expect(again.headers.has('set-cookie')).toBe(false)
  expect(pim.lastChecks()[0]).toMatchObject({ id: 'session.known', ok: true })
})

test('GET / of a PIM without screens is a page that signs the browser in', async () => {
  const pim = buildPim()
  const response = await pim.send('/')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await response.text()).toContain('<h1>PIM</h1>')
  expect(await nameOf(await askWith(pim, cookieOf(response)))).toBe('admin')
  const lost = await pim.send('/', { headers: { cookie: 'BAPID=forged' } })
  expect(lost.headers.get('location')).toBe('/user/login?_target_path=%2F')
})

test('a browser with the cookie is whoever /_control/session signs in', async () => {
  const pim = buildPim()
  const cookie = cookieOf(await pim.send('/user/login'))
  await pim.signIn('noor')
  expect(await nameOf(await askWith(pim, cookie))).toBe('noor')
  expect(await nameOf(await askWith(pim, ''))).toBe('noor')
  await pim.send('/_control/reset', { method: 'POST' })
  expect(await nameOf(await askWith(pim, cookie))).toBe('admin')
})

test.each(['BAPID=', 'BAPID=forged', 'a=b; BAPID=forged', 'BAPID=forged; a=b'])(
  '[E.2] a session that the PIM does not know: 401 for a screen (%s)',
  async (cookie) => {
    const pim = buildPim()
    await refused(await askWith(pim, cookie), 401, anonymous)
    expect(lastFailure(pim)).toBe('session.known')
  },
)

test.each(['a=b', 'BAPIDX=forged', 'bapid=forged', ';;=', 'BAPID'])(
  'other cookies do not matter (%s)',
  async (cookie) => {
    expect((await askWith(buildPim(), cookie)).status).toBe(200)
  },
)

test('[E.2] without a session: 302 to the login page, then back to the same URL', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const headers = { cookie: 'BAPID=forged' }
  const asked = `${authorize}${app.clientId}&scope=read_products&state=a%26b`
  const sent = await pim.send(asked, { headers })
  expect(sent.status).toBe(302)
  expect(sent.headers.has('set-cookie')).toBe(false)
  expect(lastFailure(pim)).toBe('session.known')
  const login = sent.headers.get('location') ?? ''
  expect(login).toMatch(/^\/user\/login\?_target_path=%2Fconnect%2Fapps%2Fv1%2Fauthorize/)
  const back = await pim.send(login, { headers })
  expect([back.status, back.headers.get('location')]).toEqual([302, asked])
  const arrived = await pim.send(asked, { headers: { cookie: cookieOf(back) } })
  expect(arrived.headers.get('location')).toContain(`client_id=${app.clientId}`)
  expect((await pim.dump()).authorizationRequests[0]?.state).toBe('a&b')
})

test.each(['/connect/apps/v1/connected_app/x', '/connect/apps/v1/catalogs/x'])(
  'GET %s without a session goes to the login page as well',
  async (path) => {
    const response = await buildPim().send(path, { headers: { cookie: 'BAPID=forged' } })
    expect(response.headers.get('location')).toBe(
      `/user/login?_target_path=${encodeURIComponent(path)}`,
    )
  },
)

test.each(['', 'https://elsewhere.example.com', '//elsewhere.example.com', '/\\elsewhere', 'x'])(
  'GET /user/login does not lead out of the PIM (%j)',
  async (target) => {
    const query = new URLSearchParams({ _target_path: target })
    const response = await buildPim().send(`/user/login?${query}`)
    expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
  },
)

test('when nobody can be signed in, pages lead to a login page that says so, and screens answer 401', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await disableAll(pim)
  expect((await ask(pim, app)).headers.get('location')).toMatch(/^\/user\/login\?/)
  const page = await pim.send('/user/login')
  expect(page.status).toBe(401)
  expect(await page.text()).toContain(anonymous)
  expect(lastFailure(pim)).toBe('session.signed-in')
  await refused(await pim.screen('GET', '/rest/user'), 401, anonymous)
})

describe('a browser at the server', () => {
  let server: RunningServer
  let screens: string

  const send = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers, redirect: 'manual' })

  beforeEach(async () => {
    screens = await mkdtemp(join(tmpdir(), 'screens-'))
    await writeFile(join(screens, 'index.html'), '<!doctype html><title>PIM</title>')
    await writeFile(join(screens, 'screens.js'), '')
    server = await startServer({ screens })
  })

  afterEach(async () => {
    await server.close()
    await rm(screens, { recursive: true })
  })

  it('[E.2] the start page: signs the administrator in', async () => {
    const cookie = cookieOf(await send('/'))
    expect((await send('/screens.js')).headers.has('set-cookie')).toBe(false)
    const screen = { cookie, 'x-requested-with': 'XMLHttpRequest' }
    expect(await nameOf(await send('/rest/user', screen))).toBe('admin')
    const forged = await send('/rest/user', { ...screen, cookie: 'BAPID=forged' })
    expect(forged.status).toBe(401)
  })

  it('keeps its user over real redirects, from the app to the wizard', async () => {
    const store = 'd95bafc8-f2a4-427b-9cf4-bb99f4bea973'
    const lost = await send(authorize + store, { cookie: 'BAPID=forged' })
    const login = await send(lost.headers.get('location') ?? '', { cookie: 'BAPID=forged' })
    const headers = { cookie: cookieOf(login) }
    const wizard = await send(login.headers.get('location') ?? '', headers)
    expect(wizard.headers.get('location')).toBe(`/#/connect/apps/authorize?client_id=${store}`)
    const screen = { ...headers, 'x-requested-with': 'XMLHttpRequest' }
    expect((await send(`/rest/apps/load-wizard-data/${store}`, screen)).status).toBe(200)
  })
})

test('apps and clients of the API need no session, and a forged one does not matter to them', async () => {
  const pim = buildPim()
  const { access_token } = await activate(pim, await registerApp(pim))
  const headers = { authorization: `Bearer ${access_token}`, cookie: 'BAPID=forged' }
  expect((await pim.send('/api/rest/v1/products', { headers })).status).toBe(200)
})
