import { describe, expect, it } from 'vitest'
import {
  challenge,
  obtainCode,
  redeem,
  registerApp,
  tokenRequest,
  type AppCredentials,
} from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { lastFailure } from './connect.ts'

const path = '/connect/apps/v1/oauth2/token'

type Parameters = Record<string, string>
type Change = (parameters: Parameters, app: AppCredentials) => Parameters

const without =
  (name: string): Change =>
  (parameters) =>
    Object.fromEntries(Object.entries(parameters).filter(([each]) => each !== name))

const having =
  (changes: Parameters): Change =>
  (parameters) => ({ ...parameters, ...changes })

async function refused(response: Response, error: string, description?: string): Promise<void> {
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.has('www-authenticate')).toBe(false)
  expect(await response.text()).toBe(
    JSON.stringify({ error, ...(description && { error_description: description }) }),
  )
}

/** A connected app with a fresh code, what it asks a token with, and a check that the refusal changed nothing. */
async function prepare(pim: BuiltPim, change: Change = (parameters) => parameters) {
  const app = await registerApp(pim)
  const right = tokenRequest(app, await obtainCode(pim, app))
  const before = await pim.dump()
  return {
    app,
    right,
    wrong: change(right, app),
    async expectUnused() {
      expect(await pim.dump()).toEqual(before)
      expect((await redeem(pim, right)).status).toBe(200)
    },
  }
}

describe('POST /connect/apps/v1/oauth2/token', () => {
  it.each<[string, Change]>([
    ['of another secret', having({ code_challenge: challenge('an-identifier', 'other') })],
    ['of another identifier', having({ code_identifier: 'another' })],
    ['without the secret', having({ code_challenge: challenge('an-identifier', '') })],
    [
      'in capitals',
      (all) => ({ ...all, code_challenge: (all['code_challenge'] ?? '').toUpperCase() }),
    ],
    ['with a blank', (all) => ({ ...all, code_challenge: `${all['code_challenge']} ` })],
    ['in base64', having({ code_challenge: btoa('an-identifier') })],
    ['with an unknown code as well', having({ code_challenge: 'x', code: 'never' })],
    ['with everything else wrong', having({ code_challenge: 'x', code: '', grant_type: '' })],
  ])('[F] 1 challenge wrong: 400 invalid_client (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'invalid_client')
    expect(lastFailure(pim)).toBe('challenge.right')
    await expectUnused()
  })

  it.each(['nobody', '__proto__', 'constructor', ' '])(
    '[F] 1 client unknown with identifier and challenge: 400 invalid_client (%j)',
    async (client_id) => {
      const pim = buildPim()
      const { wrong, expectUnused } = await prepare(pim, having({ client_id }))
      await refused(await redeem(pim, wrong), 'invalid_client')
      expect(lastFailure(pim)).toBe('challenge.right')
      await expectUnused()
    },
  )

  it.each<[string, Change]>([
    ['empty', having({ client_id: '' })],
    ['missing', without('client_id')],
    ['empty, the code unknown', having({ client_id: '', code: 'never' })],
    ['empty, the challenge too', having({ client_id: '', code_challenge: '' })],
  ])('[F] 2 client_id empty: 400 invalid_request (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'invalid_request')
    expect(lastFailure(pim)).toBe('client_id.present')
    await expectUnused()
  })

  it.each(['code_identifier', 'code_challenge'])(
    '[F] 3 client_id unknown: 400 invalid_client (without %s)',
    async (name) => {
      const pim = buildPim()
      const { wrong } = await prepare(pim, having({ client_id: 'nobody', [name]: '', code: '' }))
      await refused(await redeem(pim, wrong), 'invalid_client')
      expect(lastFailure(pim)).toBe('client.known')
    },
  )

  it.each<[string, Change]>([
    ['empty', having({ code: '' })],
    ['missing', without('code')],
    ['empty, the grant_type too', having({ code: '', grant_type: '' })],
  ])('[F] 4 code empty: 400 invalid_request (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'invalid_request')
    expect(lastFailure(pim)).toBe('code.present')
    await expectUnused()
  })

  it.each<[string, Change]>([
    ['never issued', having({ code: 'never-issued' })],
    ['__proto__', having({ code: '__proto__' })],
    ['with a blank', (all) => ({ ...all, code: `${all['code']} ` })],
    ['with all after it wrong', having({ code: 'x', grant_type: 'x', code_identifier: '' })],
  ])('[F] 5 code unknown: 400 invalid_grant, Code is not valid (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'invalid_grant', 'Code is not valid')
    expect(lastFailure(pim)).toBe('code.known')
    await expectUnused()
  })

  it('[F] 5 code already used: 400 invalid_grant, Code is not valid', async () => {
    const pim = buildPim()
    const { right } = await prepare(pim)
    expect((await redeem(pim, right)).status).toBe(200)
    await refused(await redeem(pim, right), 'invalid_grant', 'Code is not valid')
    expect(pim.lastChecks().at(-1)?.because).toMatch(
      /^No authorization code "\w{6}…" was issued, or it was redeemed already$/,
    )
  })

  it.each<[string, Change]>([
    ['all else right', (parameters) => parameters],
    ['all after it wrong', having({ grant_type: 'x', code_identifier: '' })],
  ])('[F] 6 code older than 30 s: 400 invalid_grant, Code has expired (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong } = await prepare(pim, change)
    pim.wait(30_001)
    await refused(await redeem(pim, wrong), 'invalid_grant', 'Code has expired')
    expect(lastFailure(pim)).toBe('code.fresh')
  })

  it.each<[string, Change]>([
    ['missing', without('grant_type')],
    ['empty', having({ grant_type: '' })],
    ['password', having({ grant_type: 'password' })],
    ['in capitals', having({ grant_type: 'Authorization_Code' })],
    ['without identifier', having({ grant_type: 'x', code_identifier: '' })],
  ])('[F] 7 grant_type missing or other: 400 unsupported_grant_type (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'unsupported_grant_type')
    expect(lastFailure(pim)).toBe('grant-type.known')
    await expectUnused()
  })

  it.each<[string, Change]>([
    ['empty', having({ code_identifier: '' })],
    ['missing', without('code_identifier')],
    ['empty, the challenge too', having({ code_identifier: '', code_challenge: '' })],
  ])('[F] 8 code_identifier empty: 400 invalid_request (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'invalid_request')
    expect(lastFailure(pim)).toBe('code_identifier.present')
    await expectUnused()
  })

  it.each<[string, Change]>([
    ['empty', having({ code_challenge: '' })],
    ['missing', without('code_challenge')],
  ])('[F] 9 code_challenge empty: 400 invalid_request (%s)', async (_, change) => {
    const pim = buildPim()
    const { wrong, expectUnused } = await prepare(pim, change)
    await refused(await redeem(pim, wrong), 'invalid_request')
    expect(lastFailure(pim)).toBe('code_challenge.present')
    await expectUnused()
  })

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '[F] other method: 405 (%s)',
    async (method) => {
      const pim = buildPim()
      const response = await pim.send(path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('POST')
      expect(lastFailure(pim)).toBe('method.allowed')
    },
  )

  it('answers 404 while the feature flag is off, and the code stays good', async () => {
    const pim = buildPim()
    const { right } = await prepare(pim)
    await pim.api('PUT', '/_control/faults', { body: ['activation_off'] })
    const response = await redeem(pim, right)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ code: 404, message: 'Not Found' })
    expect(lastFailure(pim)).toBe('fault.activation_off')
    await pim.api('PUT', '/_control/faults', { body: [] })
    expect((await redeem(pim, right)).status).toBe(200)
  })

  it.each(['{"code":', 'null', '5', 'client_id=a'])('answers 400 to %s as JSON', async (body) => {
    const pim = buildPim()
    const response = await pim.api('POST', path, { body })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ code: 400, message: 'Invalid json message received' })
    expect(lastFailure(pim)).toBe('body.json')
  })

  it.each<[string, unknown]>([
    ['a list', []],
    ['an empty body', ''],
    ['numbers', { client_id: 1, code: 2 }],
    ['lists for texts', { client_id: ['a'], code: { b: 1 } }],
  ])('answers 400 invalid_request to %s in JSON', async (_, body) => {
    await refused(await buildPim().api('POST', path, { body }), 'invalid_request')
  })

  it('[F] query-string parameters: are not read, so 400 invalid_request', async () => {
    const pim = buildPim()
    const { right, expectUnused } = await prepare(pim)
    const response = await pim.send(`${path}?${new URLSearchParams(right)}`, { method: 'POST' })
    await refused(response, 'invalid_request')
    await expectUnused()
  })
})
