import { describe, expect, it } from 'vitest'
import { activate, ask, confirm, redeem, registerApp, tokenRequest } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { ask as askToken, callApi, connect, exchange } from './connect.ts'

// What the PIM says of its own decisions, which the journal keeps and the flow inspector shows. For refusals the tests
// of each refusal hold which rule came last.

function idsOf(pim: BuiltPim): string[] {
  return pim.lastChecks().map(({ id }) => id)
}

/** Each step must be a sentence: not a word, and without a stop at its end. */
function expectSentences(pim: BuiltPim): void {
  for (const { because } of pim.lastChecks()) expect(because).toMatch(/^["A-Z].* .*[^.\s]$/s)
}

describe('the reasoning of', () => {
  it('a first authorization ends with the wizard', async () => {
    const pim = buildPim()
    await ask(pim, await registerApp(pim), 'read_products fly_to_moon')
    expect(idsOf(pim)).toEqual([
      'session.signed-in',
      'client.known',
      'acl.granted',
      'response-type.present',
      'response-type.code',
      'scope.text',
      'scope.short-enough',
      'scope.known',
      'app.connected',
      'acl.granted',
      'wizard.needed',
    ])
    expectSentences(pim)
    expect(pim.lastChecks().find(({ id }) => id === 'scope.known')?.because).toBe(
      'Of 2 scopes that are asked for the PIM does not know "fly_to_moon": they are left out',
    )
    await ask(pim, await registerApp(pim), 'a b c d')
    expect(pim.lastChecks().find(({ id }) => id === 'scope.known')?.because).toBe(
      'Of 4 scopes that are asked for the PIM does not know 4 of them, as "a", "b", "c": they are left out',
    )
  })

  it('an upgrade names the new scopes', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await activate(pim, app, 'read_products')
    await ask(pim, app, 'write_products')
    expect(pim.lastChecks().slice(-2)).toEqual([
      { id: 'scopes.granted', ok: false, because: 'New are write_products: the user must confirm' },
      {
        id: 'wizard.needed',
        ok: true,
        because: 'In the wizard "admin" sees what is asked for, and confirms or cancels',
      },
    ])
  })

  it('an authorization that shrinks says what was granted and what is', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await activate(pim, app, 'read_categories read_products')
    await ask(pim, app, '')
    expect(pim.lastChecks().find(({ id }) => id === 'scopes.replaced')?.because).toBe(
      'Granted was read_categories, read_products and is now nothing',
    )
    expectSentences(pim)
  })

  it('somebody who may only open apps says that the scopes stay', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await activate(pim, app, 'read_products')
    await pim.grant('noor', ['akeneo_connectivity_connection_open_apps'])
    await pim.signIn('noor')
    await ask(pim, app, 'write_products')
    expect(idsOf(pim).slice(-3)).toEqual(['scopes.kept', 'consent.needed', 'code.issued'])
    expectSentences(pim)
  })

  it('a token says whether it is a new one', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await activate(pim, app)
    expect(pim.lastChecks().at(-1)?.because).toMatch(/^The app gets the new token "\w{6}…" /)
    await activate(pim, app)
    expect(pim.lastChecks().at(-1)?.because).toMatch(/^The app has the token "\w{6}…" for the same/)
    expectSentences(pim)
  })

  it('a token request of another content type says that its body was not read', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    const body = JSON.stringify(tokenRequest(app, 'x'))
    const path = '/connect/apps/v1/oauth2/token'
    await pim.send(path, { method: 'POST', body })
    expect(pim.lastChecks().map(({ because }) => because)).toEqual([
      'The body is "text/plain": only forms and JSON are read',
      'There is no client_id',
    ])
    await pim.send(path, { method: 'POST' })
    expect(pim.lastChecks()[0]?.because).toBe(
      'The body is of no Content-Type: only forms and JSON are read',
    )
  })

  it('a refresh ends with the new pair', async () => {
    const pim = buildPim()
    const connection = await connect(pim)
    const { refresh_token } = await exchange(pim, connection)
    await askToken(pim, connection, { grant_type: 'refresh_token', refresh_token })
    expect(idsOf(pim)).toEqual([
      'body.small',
      'grant-type.known',
      'client.authenticated',
      'grant-type.allowed',
      'refresh-token.given',
      'refresh-token.usable',
      'token.issued',
    ])
    expectSentences(pim)
  })

  it('a call of the REST API follows the token to the user and the rights', async () => {
    const pim = buildPim()
    const { access_token } = await exchange(pim, await connect(pim))
    await callApi(pim, access_token)
    const first = ['token.present', 'token.known', 'token.not-expired', 'user.enabled']
    expect(idsOf(pim).slice(0, 5)).toEqual([...first, 'acl.granted'])
    expectSentences(pim)
  })

  it('an expired token says until when it worked', async () => {
    const pim = buildPim()
    const { access_token } = await exchange(pim, await connect(pim))
    pim.wait(3_600_001)
    await callApi(pim, access_token)
    expect(pim.lastChecks().at(-1)).toEqual({
      id: 'token.not-expired',
      ok: false,
      because: `"${access_token.slice(0, 6)}…" worked until 2024-05-06T13:00:00.000Z`,
    })
  })

  it('the fault expired_token says that the token itself would be good', async () => {
    const pim = buildPim({ scenario: { faults: ['expired_token'] } })
    const { access_token } = await exchange(pim, await connect(pim))
    expect((await callApi(pim, access_token)).status).toBe(401)
    expect(pim.lastChecks().slice(-2)).toMatchObject([
      { id: 'token.not-expired', ok: true },
      { id: 'fault.expired_token', ok: false },
    ])
  })

  it('a wish for more scopes says what is new and who is told', async () => {
    const pim = buildPim()
    const { access_token: token } = await activate(pim, await registerApp(pim))
    await pim.api('POST', '/connect/apps/v1/scopes/update?scopes=write_products', { token })
    expect(pim.lastChecks().slice(-3)).toEqual([
      { id: 'token.of-app', ok: true, because: 'The token is that of the app "Lantern Feeds"' },
      { id: 'scopes.compared', ok: true, because: 'New are write_products' },
      {
        id: 'managers.notified',
        ok: true,
        because: 'Told of it is who may manage apps: "admin"',
      },
    ])
  })

  it('a secret, a code or a token is never told in full', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await ask(pim, app, 'openid')
    const code = (await confirm(pim, app)).searchParams.get('code') ?? ''
    const response = await redeem(pim, tokenRequest(app, code))
    const { access_token: token } = (await response.json()) as { access_token: string }
    await callApi(pim, token)
    const connection = await connect(pim)
    const pair = await exchange(pim, connection)
    await callApi(pim, pair.access_token)
    const { secret: ofConnection, password } = connection
    const { access_token, refresh_token } = pair
    const ofApp = [app.clientSecret, code, token]
    const secrets = [...ofApp, ofConnection, password, access_token, refresh_token]
    const told = pim.journal.entries().flatMap(({ checks }) => checks)
    expect(told.length).toBeGreaterThan(20)
    for (const secret of secrets) {
      expect(told.filter(({ because }) => because.includes(secret))).toEqual([])
    }
  })

  it('an unknown address and a wrong method say so', async () => {
    const pim = buildPim()
    await pim.send('/connect/apps/v1/nowhere')
    expect(pim.lastChecks()).toEqual([
      { id: 'address.known', ok: false, because: 'The PIM has no such address' },
    ])
    await pim.send('/connect/apps/v1/oauth2/token')
    expect(pim.lastChecks()).toEqual([
      { id: 'method.allowed', ok: false, because: 'The address takes POST, not GET' },
    ])
  })
})
