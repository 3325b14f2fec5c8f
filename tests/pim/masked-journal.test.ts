import { expect, test } from 'vitest'
import { activate, ask, confirm, registerApp, tokenRequest } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { basic, connect } from './connect.ts'

interface Entry {
  readonly request: { url: string; headers: Record<string, string>; body: string }
  readonly response: { headers: Record<string, string>; body: string }
}

async function exchanges(pim: BuiltPim): Promise<{ text: string; last: Entry }> {
  const text = await (await pim.send('/_control/exchanges')).text()
  return { text, last: (JSON.parse(text) as Entry[]).at(-1) as Entry }
}

test.each([
  ['one word', 'Bearer open-s3same'],
  ['several words', 'Bearer open-s3same close-s3same'],
  ['no scheme', 'open-s3same'],
  ['a list of parameters', 'Digest username="x", response="open-s3same", uri="/"'],
])(
  'an Authorization header of %s shows nothing of what comes after the scheme',
  async (_, value) => {
    const pim = buildPim()
    await pim.send('/api/rest/v1/channels', { headers: { authorization: value } })
    const { text } = await exchanges(pim)
    expect(text).not.toContain('s3same')
  },
)

test('the scheme of an Authorization header stays, and the end of what is long', async () => {
  const pim = buildPim()
  const headers = { authorization: 'Bearer a-token-of-some-length' }
  await pim.send('/api/rest/v1/channels', { headers })
  const { last } = await exchanges(pim)
  expect(last.request.headers['authorization']).toBe('Bearer ***ngth')
})

test('each cookie that is sent is masked, not only the last one', async () => {
  const pim = buildPim()
  await pim.send('/', { headers: { cookie: 'BAPID=first-cookie; BAPRM="second=cookie" ; bare' } })
  const { text, last } = await exchanges(pim)
  expect(text).not.toContain('first-cookie')
  expect(text).not.toContain('second=cookie')
  expect(last.request.headers['cookie']).toMatch(/^BAPID=\*\*\*; BAPRM=\*\*\*\S* ; bare$/)
})

test('a cookie that is set is masked, its attributes are not', async () => {
  const pim = buildPim()
  const response = await pim.send('/')
  const session = /BAPID=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
  expect(session).toHaveLength(26)
  const { text, last } = await exchanges(pim)
  expect(text).not.toContain(session)
  expect(last.response.headers['set-cookie']).toMatch(
    /^BAPID=\*\*\*.{4}; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})

test.each([
  ['pass%77ord=s3same-open&x=1'],
  ['x=1&client%5Fsecret=s3same-open'],
  ['password=s3same open'],
  ['password[]=s3same-open'],
  ['password%5B%5D=s3same-open'],
  ['PASSWORD=s3same-open'],
])('the form %s shows no secret, however its name is written', async (body) => {
  const pim = buildPim()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await pim.send('/api/oauth/v1/token', { method: 'POST', body, headers })
  const { text, last } = await exchanges(pim)
  expect(text).not.toContain('s3same')
  expect(text).not.toContain(' open')
  expect(last.request.body).toContain('***')
})

test.each([
  ['{"pass\\u0077ord":"s3same-open"}'],
  ['{"password":\n["s3same-open"]}'],
  ['{"password":{"a":"s3same-open"}}'],
  ['{"password":"s3same \\"open"}'],
  ['[{"client_secret":"s3same-open"}]'],
  ['{"password":1234567890123}'],
  ['{"password":"s3same-open"'],
  ['{"password":"s3same-op'],
])('the JSON %s shows no secret, however it is written', async (body) => {
  const pim = buildPim()
  const headers = { 'content-type': 'application/json' }
  await pim.send('/api/oauth/v1/token', { method: 'POST', body, headers })
  const { text } = await exchanges(pim)
  expect(text).not.toContain('s3same')
  expect(text).not.toContain('1234567890123')
})

test('known secrets are masked wherever they stand: in a path, a header, XML and a Basic header', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { secret, password } = credentials
  await pim.send(`/rest/connections/${secret}`, {
    headers: { 'x-api-key': secret, referer: `https://example.com/${password}` },
  })
  await pim.send('/api/oauth/v1/token', {
    method: 'POST',
    body: `<grant><client_secret>${secret}</client_secret><password>${password}</password></grant>`,
    headers: { 'content-type': 'application/xml', authorization: basic(credentials) },
  })
  const { text } = await exchanges(pim)
  expect(text).not.toContain(secret)
  expect(text).not.toContain(password)
  expect(text).not.toContain(basic(credentials).slice(6))
})

test('a whole activation leaves no secret, code, identifier, challenge or token in the journal', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  await ask(pim, app, 'openid read_products', 'my state')
  const callback = await confirm(pim, app)
  const code = callback.searchParams.get('code') ?? ''
  const body = tokenRequest(app, code, { code_identifier: 'nobody-guesses-this-one' })
  await pim.api('POST', '/connect/apps/v1/oauth2/token', { body })
  const token = await activate(pim, app, 'openid read_products')
  await pim.send(callback.href.replace('https://lantern.example.com', ''))
  const { id_token: idToken } = token as unknown as Record<string, string>
  const { text } = await exchanges(pim)
  const secrets = [app.clientSecret, code, body['code_challenge'], token.access_token, idToken]
  for (const secret of ['nobody-guesses-this-one', ...secrets]) {
    expect(secret).toMatch(/^.{20}/)
    expect(text).not.toContain(secret)
  }
  expect(text).toContain(app.clientId)
  expect(text).toContain('state=my+state')
})

test('short secrets of a scenario stay out of the reasoning too', async () => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const { username } = scenario.users[0] as { username: string }
  const { id: clientId } = scenario.oauthClients[0] as { id: string }
  const accessTokens = [{ token: 'tok-12', clientId, username, scope: null, expiresAt: null }]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, accessTokens } })
  const answer = await pim.api('GET', '/api/rest/v1/channels', { token: 'tok-12' })
  expect(answer.status).toBe(200)
  expect((await exchanges(pim)).text).not.toContain('tok-12')
})

test('secrets of event subscriptions are masked wherever they stand, and some have none', async () => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const hook = { enabled: false, url: null, isUsingUuid: false }
  const webhooks = [
    { ...hook, connectionCode: 'fernwood_erp', secret: 'signed-with-4711' },
    { ...hook, connectionCode: 'larkspur_shop', secret: null },
  ]
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, webhooks } })
  await pim.send('/rest/connections/signed-with-4711')
  const { text, last } = await exchanges(pim)
  expect(text).not.toContain('signed-with-4711')
  expect(last.request.url).toBe('https://pim.example.com/rest/connections/***4711')
})

test.each([
  [(filling: string) => `{"filling":"${filling}","Password":"s3same-open"}`],
  [(filling: string) => `{"filling":"${filling}","pass\\u0077ord":"s3same-open"}`],
  [(filling: string) => `{"filling":"${filling}","at":"https://x.example.com/?code=s3same-open"}`],
  [(filling: string) => `{"filling":"${filling}","token":"${'s3same-open'.repeat(8)}"}`],
])('a long text is looked through as a short one is (%#)', async (write) => {
  const pim = buildPim()
  const body = write('a text of some length; '.repeat(1000))
  await pim.send('/api/rest/v1/products', { method: 'POST', body })
  const { text } = await exchanges(pim)
  expect(text).not.toContain('s3same')
  expect(text).toContain('a text of some length')
})

test('codes of connections and products are no secrets: they stay readable', async () => {
  const pim = buildPim()
  await connect(pim)
  const { last } = await exchanges(pim)
  expect(JSON.parse(last.request.body)).toMatchObject({ code: 'harbour_pos' })
  expect(JSON.parse(last.response.body)).toMatchObject({ code: 'harbour_pos', type: 'default' })
})
