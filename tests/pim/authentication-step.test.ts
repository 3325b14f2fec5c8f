import { expect, test } from 'vitest'
import {
  activate,
  appDraft,
  ask,
  confirm,
  obtainCode,
  redeem,
  registerApp,
  tokenRequest,
  type AppCredentials,
} from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { lastFailure } from './connect.ts'

const manageApps = 'akeneo_connectivity_connection_manage_apps'
const openApps = 'akeneo_connectivity_connection_open_apps'
const apps = 'akeneo_connectivity.connection.connect.apps.'

/** Where the browser goes; a callback without its code. */
function whereTo(response: Response): string {
  expect(response.status).toBe(302)
  return (response.headers.get('location') ?? '').replace(/code=[\w-]{86}/, 'code=…')
}

function consentOf({ clientId }: AppCredentials): string {
  return `/#/connect/apps/authenticate?client_id=${clientId}`
}

const callback = `${appDraft.callbackUrl}?code=…`

async function consents(pim: BuiltPim): Promise<readonly (readonly string[])[]> {
  return (await pim.dump()).consents.map(({ scopes }) => scopes)
}

function agree(pim: BuiltPim, app: AppCredentials): Promise<Response> {
  return pim.screen('POST', `/rest/apps/confirm-authentication/${app.clientId}`)
}

test('[E.3] 9 openid not requested: consents of this user for this app are cleared, no question', async () => {
  const pim = buildPim()
  const [app, other] = [await registerApp(pim), await registerApp(pim)]
  await activate(pim, app, 'email openid read_products')
  await activate(pim, other, 'email openid')
  expect(whereTo(await ask(pim, app, 'read_products profile'))).toBe(callback)
  expect(await consents(pim)).toEqual([[], ['email', 'openid']])
  const token = await activate(pim, app, 'read_products')
  expect(token).toMatchObject({ scope: 'read_products' })
  expect(token).not.toHaveProperty('id_token')
})

test('[E.3] 9 only openid new: consent is stored by itself, no question', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  expect(whereTo(await ask(pim, app, 'read_products openid'))).toBe(callback)
  expect(await consents(pim)).toEqual([['openid']])
})

test.each(['openid profile', 'email openid', 'email openid profile'])(
  '[E.3] 9 new profile or email: 302 to the consent modal (%s)',
  async (scope) => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await activate(pim, app, 'read_products')
    expect(whereTo(await ask(pim, app, `${scope} read_products`))).toBe(consentOf(app))
    expect(lastFailure(pim)).toBe('consent.given')
    expect(await consents(pim)).toEqual([[]])
    expect((await pim.dump()).authorizationCodes).toEqual([])
  },
)

test('what was agreed to before is not asked for again', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'email openid profile')
  expect(whereTo(await ask(pim, app, 'email openid profile'))).toBe(callback)
})

test('fewer authentication scopes than before need no question, and the others are forgotten', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'email openid profile')
  expect(whereTo(await ask(pim, app, 'openid profile'))).toBe(callback)
  expect(await consents(pim)).toEqual([['openid', 'profile']])
  expect(whereTo(await ask(pim, app, 'email openid profile'))).toBe(consentOf(app))
})

test('each user agrees for themselves', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'openid profile')
  await pim.grant('noor', [openApps])
  await pim.signIn('noor')
  expect(whereTo(await ask(pim, app, 'openid profile'))).toBe(consentOf(app))
  expect((await agree(pim, app)).status).toBe(200)
  expect((await pim.dump()).consents.map(({ username }) => username)).toEqual(['admin', 'noor'])
})

test('[E.6] consent: what the user agrees to in the wizard is stored, also when it is nothing', async () => {
  const pim = buildPim()
  const [first, second] = [await registerApp(pim), await registerApp(pim)]
  await obtainCode(pim, first, 'email openid')
  await obtainCode(pim, second, 'read_products')
  expect(await consents(pim)).toEqual([['email', 'openid'], []])
})

test('an upgrade without openid ends what was shared before', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'email openid read_products')
  await ask(pim, app, 'read_categories read_products')
  const code = (await confirm(pim, app)).searchParams.get('code') ?? ''
  const token = await (await redeem(pim, tokenRequest(app, code))).json()
  expect(token).toMatchObject({ scope: 'read_categories read_products' })
  expect(token).not.toHaveProperty('id_token')
})

test('[E.7] POST /rest/apps/confirm-authentication/{clientId}: 200 with the redirectUrl, and the consent is stored', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app, 'read_products')
  await ask(pim, app, 'read_products openid profile', 'xyz')
  const response = await agree(pim, app)
  expect(response.status).toBe(200)
  const body = (await response.json()) as { redirectUrl: string }
  expect(Object.keys(body)).toEqual(['redirectUrl'])
  const { searchParams } = new URL(body.redirectUrl)
  expect(searchParams.get('state')).toBe('xyz')
  expect(await consents(pim)).toEqual([['openid', 'profile']])
  const token = await redeem(pim, tokenRequest(app, searchParams.get('code') ?? ''))
  expect(await token.json()).toMatchObject({ scope: 'openid profile read_products' })
})

test('[E.7] without Open apps: 403, even with Manage apps', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app)
  await pim.grant('admin', [manageApps])
  await ask(pim, app, 'openid profile read_products')
  const before = await pim.dump()
  expect((await agree(pim, app)).status).toBe(403)
  expect(lastFailure(pim)).toBe('acl.granted')
  expect(await pim.dump()).toEqual(before)
})

test('[E.7] unknown app: 404, before the rights are looked at', async () => {
  const pim = buildPim()
  await pim.signIn('noor')
  const response = await pim.screen('POST', '/rest/apps/confirm-authentication/nobody')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ errors: [{ message: `${apps}error.app_not_found` }] })
  expect(lastFailure(pim)).toBe('client.known')
})

test('[E.7] no ongoing authorization: 400', async () => {
  const pim = buildPim()
  const response = await agree(pim, await registerApp(pim))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    errors: [
      {
        message: `${apps}constraint.client_id.must_have_ongoing_authorization`,
        property_path: 'clientId',
      },
    ],
  })
  expect(lastFailure(pim)).toBe('session.ongoing')
})

test('an app that is not connected cannot be agreed to share with: 404', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'openid profile')
  const response = await agree(pim, app)
  expect(response.status).toBe(404)
  expect(lastFailure(pim)).toBe('app.connected')
  expect(await consents(pim)).toEqual([])
})

test('[E.7] not XHR: 302 to /', async () => {
  const pim = buildPim()
  const { clientId } = await registerApp(pim)
  const path = `/rest/apps/confirm-authentication/${clientId}`
  const response = await pim.send(path, { method: 'POST' })
  expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
  expect(lastFailure(pim)).toBe('screen.asks')
})

test('[E.7] feature flag off: 404, also to what is no XHR', async () => {
  const pim = buildPim({ scenario: { faults: ['activation_off'] } })
  const path = '/rest/apps/confirm-authentication/nobody'
  for (const response of [
    await pim.screen('POST', path),
    await pim.send(path, { method: 'POST' }),
  ]) {
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 404, message: 'Not Found' })
  }
})
