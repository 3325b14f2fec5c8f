import { describe, expect, it } from 'vitest'
import { messages, type MessageKey } from '../../playground/pim/index.ts'
import { ask, authorize, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { lastFailure } from './connect.ts'

const prefix = 'akeneo_connectivity.connection.connect.apps.'
const openApps = 'akeneo_connectivity_connection_open_apps'

/** The answer must send the browser to the error page of the PIM, and never to the app. */
function expectError(response: Response, key: string, text: string): void {
  expect(response.status).toBe(302)
  const location = `/#/connect/apps/authorize?error=${prefix}${key}`
  expect(response.headers.get('location')).toBe(location)
  expect(messages[`${prefix}${key}` as MessageKey]).toBe(text)
}

/** Asks with wrong parameters, and expects that nothing is changed by it. */
async function refuse(
  pim: BuiltPim,
  changes: Record<string, string | undefined>,
): Promise<Response> {
  const { clientId } = await registerApp(pim)
  const before = await pim.dump()
  const response = await authorize(pim, { response_type: 'code', client_id: clientId, ...changes })
  expect(await pim.dump()).toEqual(before)
  return response
}

describe('GET /connect/apps/v1/authorize', () => {
  it('[E.3] 1 feature flag off: 404, whatever is asked for', async () => {
    const pim = buildPim({ scenario: { faults: ['activation_off'] } })
    const app = await registerApp(pim)
    const response = await ask(pim, app)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(lastFailure(pim)).toBe('fault.activation_off')
    expect((await authorize(pim, {})).status).toBe(404)
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['unknown', 'nobody'],
    ['__proto__', '__proto__'],
    ['of a connection', '1_xccqr59jynmpmmv0d96din18c3mdp6a5twjibku3aqt7u1u3nd'],
    ['in capitals', '00000000-0000-4000-8000-00000000000A'],
  ])('[E.3] 2 client_id missing, empty or unknown: 302 to the error page (%s)', async (_, id) => {
    const pim = buildPim()
    const response = await refuse(pim, { client_id: id })
    expectError(response, 'error.app_not_found', 'The client_id does not match any existing app.')
    expect(lastFailure(pim)).toBe('client.known')
  })

  it('answers app_not_found to a client_id in brackets', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    const response = await authorize(pim, { response_type: 'code', 'client_id[]': clientId })
    expectError(response, 'error.app_not_found', 'The client_id does not match any existing app.')
  })

  it('[E.3] 2 before 3: somebody without rights learns that the app is unknown', async () => {
    const pim = buildPim()
    await pim.signIn('noor')
    const response = await authorize(pim, { response_type: 'code', client_id: 'nobody' })
    expectError(response, 'error.app_not_found', 'The client_id does not match any existing app.')
  })

  it('[E.3] 3 neither Manage apps nor Open apps: 403 page', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await pim.signIn('noor')
    const before = await pim.dump()
    const response = await ask(pim, app)
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<h1>403</h1>')
    expect(lastFailure(pim)).toBe('acl.granted')
    expect(await pim.dump()).toEqual(before)
  })

  it('[E.3] 3 before 5: somebody without rights is refused before the parameters are looked at', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    await pim.signIn('noor')
    expect((await authorize(pim, { client_id: clientId })).status).toBe(403)
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
  ])('[E.3] 5 response_type.not_blank: 302 to the error page (%s)', async (_, response_type) => {
    const pim = buildPim()
    const response = await refuse(pim, { response_type })
    const key = 'constraint.response_type.not_blank'
    expectError(response, key, 'The response_type is required.')
    expect(lastFailure(pim)).toBe('response-type.present')
  })

  it.each(['token', 'CODE', 'code ', 'code token', 'id_token'])(
    '[E.3] 5 response_type.must_be_code: 302 to the error page (%j)',
    async (response_type) => {
      const pim = buildPim()
      const response = await refuse(pim, { response_type })
      const key = 'constraint.response_type.must_be_code'
      expectError(response, key, 'The response_type must be "code".')
      expect(lastFailure(pim)).toBe('response-type.code')
    },
  )

  it.each(['scope[]', 'scope[a]', 'scope[][b]'])(
    '[E.3] 5 scope.must_be_a_string: 302 to the error page (%s)',
    async (name) => {
      const pim = buildPim()
      const response = await refuse(pim, { [name]: 'read_products' })
      const key = 'constraint.scope.must_be_a_string'
      expectError(response, key, 'The scope list must be a string separated by spaces.')
      expect(lastFailure(pim)).toBe('scope.text')
    },
  )

  it.each([
    ['one word', 'a'.repeat(1001)],
    ['known scopes', 'read_products '.repeat(72)],
    ['letters outside of ASCII', 'é'.repeat(1001)],
  ])('[E.3] 5 scope.too_long: 302 to the error page beyond 1000 (%s)', async (_, scope) => {
    const pim = buildPim()
    const response = await refuse(pim, { scope })
    const key = 'constraint.scope.too_long'
    expectError(response, key, 'The scope list must not contain more than 1000 characters.')
    expect(lastFailure(pim)).toBe('scope.short-enough')
  })

  it.each(['a'.repeat(1000), 'é'.repeat(1000), '😀'.repeat(1000)])(
    'takes a scope of 1000 characters',
    async (scope) => {
      const pim = buildPim()
      const response = await ask(pim, await registerApp(pim), scope)
      expect(response.headers.get('location')).toContain('client_id=')
    },
  )

  it('[E.3] 5 order: only the first violation, response type before scope', async () => {
    const response = await refuse(buildPim(), {
      response_type: undefined,
      scope: 'a'.repeat(1001),
    })
    const key = 'constraint.response_type.not_blank'
    expectError(response, key, 'The response_type is required.')
  })

  it('[E.3] 6 app not connected, only Open apps: 403 page', async () => {
    const pim = buildPim()
    const app = await registerApp(pim)
    await pim.grant('noor', [openApps])
    await pim.signIn('noor')
    const before = await pim.dump()
    expect((await ask(pim, app)).status).toBe(403)
    expect(lastFailure(pim)).toBe('acl.granted')
    expect(await pim.dump()).toEqual(before)
  })

  it('[E.3] 5 before 6: only Open apps and a wrong parameter lead to the error page', async () => {
    const pim = buildPim()
    const { clientId } = await registerApp(pim)
    await pim.grant('noor', [openApps])
    await pim.signIn('noor')
    const response = await authorize(pim, { client_id: clientId })
    const key = 'constraint.response_type.not_blank'
    expectError(response, key, 'The response_type is required.')
  })

  it.each(['POST', 'PUT', 'DELETE'])('answers 405 to %s', async (method) => {
    const response = await buildPim().send('/connect/apps/v1/authorize', { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET')
  })
})
