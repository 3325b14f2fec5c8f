import { expect, test } from 'vitest'
import { activate, authorize, challenge, obtainCode, redeem, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'
import { ask, connect, tokenPath } from './connect.ts'

// Every combination of right and wrong: the answer must be that of the first row of the contract's table that applies.

/** All ways to choose one of each list. */
function* choices<Choice extends Record<string, string>>(lists: {
  readonly [Name in keyof Choice]: readonly Choice[Name][]
}): Generator<Choice> {
  const names = Object.keys(lists) as (keyof Choice & string)[]
  const sizes = names.map((name) => lists[name].length)
  const count = sizes.reduce((product, size) => product * size, 1)
  for (let number = 0; number < count; number += 1) {
    let rest = number
    const chosen = names.map((name, place) => {
      const size = sizes[place] ?? 1
      const value = lists[name][rest % size]
      rest = Math.trunc(rest / size)
      return [name, value]
    })
    yield Object.fromEntries(chosen) as Choice
  }
}

interface AppTokenChoice extends Record<string, string> {
  client: 'right' | 'empty' | 'unknown'
  code: 'right' | 'empty' | 'unknown' | 'used' | 'old'
  grant: 'right' | 'other' | 'empty'
  identifier: 'right' | 'other' | 'empty'
  challenge: 'right' | 'other' | 'empty'
}

function appTokenAnswer({ client, code, grant, ...proof }: AppTokenChoice): unknown {
  const isProved = client === 'right' && proof.identifier === 'right' && proof.challenge === 'right'
  const isComplete =
    client !== 'empty' && proof.identifier !== 'empty' && proof.challenge !== 'empty'
  if (isComplete && !isProved) return { error: 'invalid_client' }
  if (client === 'empty') return { error: 'invalid_request' }
  if (client === 'unknown') return { error: 'invalid_client' }
  if (code === 'empty') return { error: 'invalid_request' }
  if (code === 'unknown' || code === 'used') {
    return { error: 'invalid_grant', error_description: 'Code is not valid' }
  }
  if (code === 'old') return { error: 'invalid_grant', error_description: 'Code has expired' }
  if (grant !== 'right') return { error: 'unsupported_grant_type' }
  if (proof.identifier === 'empty' || proof.challenge === 'empty') {
    return { error: 'invalid_request' }
  }
  return expect.objectContaining({ token_type: 'bearer', scope: 'read_products' })
}

test('[F] order: of 405 token requests each gets the first error that applies', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await activate(pim, app)
  const used = await obtainCode(pim, app, 'read_products')
  const right = challenge('identifier', app.clientSecret)
  const request = (code: string) => ({
    client_id: app.clientId,
    code,
    grant_type: 'authorization_code',
    code_identifier: 'identifier',
    code_challenge: right,
  })
  expect((await redeem(pim, request(used))).status).toBe(200)
  const old = await obtainCode(pim, app, 'read_products')
  pim.wait(31_000)

  let asked = 0
  for (const choice of choices<AppTokenChoice>({
    client: ['right', 'empty', 'unknown'],
    code: ['right', 'empty', 'unknown', 'used', 'old'],
    grant: ['right', 'other', 'empty'],
    identifier: ['right', 'other', 'empty'],
    challenge: ['right', 'other', 'empty'],
  })) {
    const fresh = choice.code === 'right' ? await obtainCode(pim, app, 'read_products') : ''
    const response = await redeem(pim, {
      client_id: { right: app.clientId, empty: '', unknown: 'nobody' }[choice.client],
      code: { right: fresh, empty: '', unknown: 'never', used, old }[choice.code],
      grant_type: { right: 'authorization_code', other: 'token', empty: '' }[choice.grant],
      code_identifier: { right: 'identifier', other: 'another', empty: '' }[choice.identifier],
      code_challenge: { right, other: right.toUpperCase(), empty: '' }[choice.challenge],
    })
    const answer: unknown = await response.json()
    expect(answer, JSON.stringify(choice)).toEqual(appTokenAnswer(choice))
    expect(response.status).toBe('error' in (answer as object) ? 400 : 200)
    asked += 1
  }
  expect(asked).toBe(405)
})

interface ConnectionTokenChoice extends Record<string, string> {
  type: 'json' | 'xml' | 'none'
  grant: 'password' | 'refresh_token' | 'token' | 'unsupported' | 'empty'
  client: 'right' | 'unknown' | 'wrong secret'
  user: 'right' | 'wrong' | 'incomplete'
  refresh: 'unknown' | 'missing'
}

function connectionTokenAnswer(choice: ConnectionTokenChoice): [number, RegExp] {
  const { type, grant, client, user, refresh } = choice
  if (type === 'xml') return [415, /^"application\/xml" in "Content-Type" header is not valid/]
  if (type === 'none') return [415, /^The "Content-Type" header is missing/]
  const grantMissing = /^Parameter "grant_type", "username" or "password" is missing/
  if (grant === 'unsupported' || grant === 'empty') return [422, grantMissing]
  if (client !== 'right') return [422, /^Parameter "client_id" is missing or does not match/]
  if (grant === 'token') return [422, /^This grant type is not authorized/]
  if (grant === 'refresh_token') {
    if (refresh === 'missing') return [422, /^Parameter "grant_type" or "refresh_token" is/]
    return [422, /^Refresh token is invalid or has expired$/]
  }
  if (user === 'incomplete') return [422, grantMissing]
  if (user === 'wrong') return [422, /^No user found for the given username and password$/]
  return [200, /^undefined$/]
}

test('[C] order: of 270 token requests each gets the first refusal that applies', async () => {
  const pim = buildPim()
  const connection = await connect(pim)
  let asked = 0
  for (const choice of choices<ConnectionTokenChoice>({
    type: ['json', 'xml', 'none'],
    grant: ['password', 'refresh_token', 'token', 'unsupported', 'empty'],
    client: ['right', 'unknown', 'wrong secret'],
    user: ['right', 'wrong', 'incomplete'],
    refresh: ['unknown', 'missing'],
  })) {
    const grants = { unsupported: 'passwordd', empty: '' } as Record<string, string>
    const body = JSON.stringify({
      grant_type: grants[choice.grant] ?? choice.grant,
      username: choice.user === 'incomplete' ? '' : connection.username,
      password: choice.user === 'right' ? connection.password : 'wrong',
      ...(choice.refresh === 'unknown' && { refresh_token: 'never' }),
    })
    const credentials = {
      client_id: choice.client === 'unknown' ? '9_x' : connection.client_id,
      secret: choice.client === 'wrong secret' ? 'x' : connection.secret,
    }
    const type = choice.type === 'xml' ? 'application/xml' : 'application/json'
    const response =
      choice.type === 'none'
        ? await pim.send(tokenPath, { method: 'POST', body: new TextEncoder().encode(body) })
        : await ask(pim, credentials, body, { 'content-type': type })
    const { message } = (await response.json()) as { message?: string }
    const [status, text] = connectionTokenAnswer(choice)
    expect(response.status, JSON.stringify(choice)).toBe(status)
    expect(String(message), JSON.stringify(choice)).toMatch(text)
    asked += 1
  }
  expect(asked).toBe(270)
})

interface AuthorizeChoice extends Record<string, string> {
  app: 'connected' | 'not connected' | 'unknown'
  rights: 'manage' | 'open' | 'none'
  type: 'code' | 'token' | 'missing'
  scope: 'granted' | 'new' | 'a list' | 'too long'
  sharing: 'nothing' | 'openid' | 'profile'
}

function authorizeAnswer({ app, rights, type, scope, sharing }: AuthorizeChoice): string {
  if (app === 'unknown') return 'error.app_not_found'
  if (rights === 'none') return '403'
  if (type === 'missing') return 'constraint.response_type.not_blank'
  if (type === 'token') return 'constraint.response_type.must_be_code'
  if (scope === 'a list') return 'constraint.scope.must_be_a_string'
  if (scope === 'too long') return 'constraint.scope.too_long'
  if (app === 'not connected' && rights !== 'manage') return '403'
  if (rights === 'manage' && (app === 'not connected' || scope === 'new')) return 'wizard'
  return sharing === 'profile' ? 'consent' : 'callback'
}

function whereTo(response: Response): string {
  const location = response.headers.get('location') ?? String(response.status)
  if (location.includes('error=')) return location.split('connect.apps.')[1] ?? ''
  if (location.startsWith('/#/connect/apps/authorize?client_id=')) return 'wizard'
  if (location.startsWith('/#/connect/apps/authenticate?client_id=')) return 'consent'
  return location.startsWith('https://lantern.example.com/callback?code=') ? 'callback' : location
}

test('[E.3] order: of 324 authorizations each goes where the first row that applies says', async () => {
  const pim = buildPim()
  const [connected, other] = [await registerApp(pim), await registerApp(pim)]
  await activate(pim, connected, 'read_products')
  const start = await pim.dump()
  const acls = {
    manage: ['akeneo_connectivity_connection_manage_apps'],
    open: ['akeneo_connectivity_connection_open_apps'],
    none: [],
  }
  let asked = 0
  for (const choice of choices<AuthorizeChoice>({
    app: ['connected', 'not connected', 'unknown'],
    rights: ['manage', 'open', 'none'],
    type: ['code', 'token', 'missing'],
    scope: ['granted', 'new', 'a list', 'too long'],
    sharing: ['nothing', 'openid', 'profile'],
  })) {
    const roles = start.roles.map((role) =>
      role.id === '1' ? Object.assign({}, role, { acls: acls[choice.rights] }) : role,
    )
    await pim.api('PUT', '/_control/scenario', { body: { ...start, roles } })
    const ids = { connected: connected.clientId, 'not connected': other.clientId, unknown: 'x' }
    const shared = { nothing: '', openid: 'openid', profile: 'openid profile' }[choice.sharing]
    const wanted = choice.scope === 'new' ? 'write_products' : 'read_products'
    const scope = choice.scope === 'too long' ? 'a'.repeat(1001) : `${wanted} ${shared}`
    const response = await authorize(pim, {
      client_id: ids[choice.app as keyof typeof ids],
      response_type: choice.type === 'missing' ? undefined : choice.type,
      [choice.scope === 'a list' ? 'scope[]' : 'scope']: scope,
    })
    expect(whereTo(response), JSON.stringify(choice)).toBe(authorizeAnswer(choice))
    asked += 1
  }
  expect(asked).toBe(324)
})
