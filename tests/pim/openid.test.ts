import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { defaultScenario } from '../../playground/pim/index.ts'
import { activate, obtainCode, redeem, registerApp, tokenRequest } from './activation.ts'
import { buildPim, pimUrl, startTime, type BuiltPim } from './build-pim.ts'
import { reopen } from './reopen.ts'

const keyPath = '/connect/apps/v1/openid/public-key'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Connects an app and gives its id_token. */
async function identify(
  pim: BuiltPim,
  app: { clientId: string; clientSecret: string },
  scope = '',
) {
  const token = (await activate(pim, app, scope)) as { id_token?: string }
  return token.id_token ?? ''
}

/** The claims of an id_token, checked as an app does: with the PIM's certificate. */
async function verify(pim: BuiltPim, token: string) {
  const { public_key: certificate } = (await (await pim.send(keyPath)).json()) as {
    public_key: string
  }
  const key = await importX509(certificate, 'RS256')
  const currentDate = new Date(startTime)
  return (await jwtVerify(token, key, { algorithms: ['RS256'], currentDate, issuer: pimUrl }))
    .payload
}

test('[F.2] GET /connect/apps/v1/openid/public-key: 200 with a self-signed certificate of Akeneo until 9999', async () => {
  const response = await buildPim().send(keyPath)
  const body = (await response.json()) as { public_key: string }
  expect(response.status).toBe(200)
  expect(Object.keys(body)).toEqual(['public_key'])
  expect(body.public_key).toMatch(
    /^-----BEGIN CERTIFICATE-----\n[^]+\n-----END CERTIFICATE-----\n$/,
  )
  const certificate = new X509Certificate(body.public_key)
  expect(certificate.subject).toBe('O=Akeneo')
  expect(certificate.issuer).toBe('O=Akeneo')
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(new Date(certificate.validTo).getUTCFullYear()).toBe(9999)
})

test('[F.2] missing keys: 500 with the JSON string "No OpenId keys"', async () => {
  const response = await buildPim({ scenario: { openIdKeys: [] } }).send(keyPath)
  expect(response.status).toBe(500)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.text()).toBe('"No OpenId keys"')
})

test('POST /connect/apps/v1/oauth2/token without keys answers 500, and the code stays good', async () => {
  const pim = buildPim({ scenario: { openIdKeys: [] } })
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app, 'openid'))
  const before = await pim.dump()
  expect((await redeem(pim, parameters)).status).toBe(500)
  expect(await pim.dump()).toEqual(before)
})

test('[F.1] header and claims: RS256, and with openid alone iss, jti, sub, aud, iat and exp', async () => {
  const pim = buildPim()
  pim.wait(250)
  const app = await registerApp(pim)
  const token = await identify(pim, app, 'openid read_products')
  expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'RS256' })
  const claims = await verify(pim, token)
  expect(Object.keys(claims)).toEqual(['iss', 'jti', 'sub', 'aud', 'iat', 'exp'])
  expect(claims).toMatchObject({
    iss: pimUrl,
    aud: app.clientId,
    iat: startTime / 1000 + 0.25,
    exp: startTime / 1000 + 3600.25,
  })
  expect(claims.jti).toMatch(uuid)
  expect(claims.sub).toMatch(uuid)
})

test('[F.1] firstname, lastname, email: with profile and email, and nothing says email_verified', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const claims = await verify(pim, await identify(pim, app, 'openid profile email'))
  expect(Object.keys(claims).slice(6)).toEqual(['firstname', 'lastname', 'email'])
  expect(claims).toMatchObject({
    firstname: 'Ada',
    lastname: 'Marlow',
    email: 'ada.marlow@my-pim.example.com',
  })
})

test('[F.1] openid not requested: no id_token, whatever else is asked for', async () => {
  const pim = buildPim()
  expect(await identify(pim, await registerApp(pim), 'profile email read_products')).toBe('')
})

test('[F.1] sub: the same for one user and one app, and another for another app', async () => {
  const pim = buildPim()
  const [first, second] = [await registerApp(pim), await registerApp(pim)]
  const subjects = []
  for (const app of [first, first, second]) {
    subjects.push((await verify(pim, await identify(pim, app, 'openid'))).sub)
  }
  expect(subjects[1]).toBe(subjects[0])
  expect(subjects[2]).not.toBe(subjects[0])
})

test('[F.1] jti: another one each time', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await verify(pim, await identify(pim, app, 'openid'))
  const second = await verify(pim, await identify(pim, app, 'openid'))
  expect(second.jti).not.toBe(first.jti)
})

test('an id_token that was changed is not verified', async () => {
  const pim = buildPim()
  const [header, payload, signature] = (
    await identify(pim, await registerApp(pim), 'openid')
  ).split('.')
  const claims = JSON.parse(atob(payload ?? '')) as object
  const changed = btoa(JSON.stringify({ ...claims, sub: 'somebody-else' })).replace(/=+$/, '')
  await expect(verify(pim, `${header}.${changed}.${signature}`)).rejects.toThrow('signature')
})

test('one code with openid, 100 requests at once: exactly one token, and the rest invalid_grant', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const parameters = tokenRequest(app, await obtainCode(pim, app, 'openid profile'))
  const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(pim, parameters)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(99)
})

test('a code of a user who agreed to nothing gives a token, and nothing about the user', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app, 'openid profile')
  const body = { ...(await pim.dump()), consents: [] }
  expect((await pim.api('PUT', '/_control/scenario', { body })).status).toBe(200)
  const token = await (await redeem(pim, tokenRequest(app, code))).json()
  expect(token).toMatchObject({ scope: '' })
  expect(token).not.toHaveProperty('id_token')
})

test('a code whose user is gone gives a token, but nothing about the user', async () => {
  const pim = buildPim()
  const { roles, session } = await pim.dump()
  const admin = roles.find(({ code }) => code === 'ROLE_ADMINISTRATOR')
  await pim.grant('noor', admin?.acls ?? [])
  await pim.signIn('noor')
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app, 'openid profile')
  await pim.signIn(session)
  const without = { collection: 'users', key: 'noor', value: undefined }
  const response = await redeem(await reopen(await pim.dump(), without), tokenRequest(app, code))
  expect(response.status).toBe(200)
  expect(await response.json()).not.toHaveProperty('id_token')
})

test('the same clock, ids and chance give the same id_token', async () => {
  const tokens = []
  for (const pim of [buildPim(), buildPim()]) {
    tokens.push(await identify(pim, await registerApp(pim), 'openid profile'))
  }
  expect(tokens[0]).toBe(tokens[1])
})

test.each<[string, string]>([
  ['no key at all', 'AAAA'],
  ['half a key', (defaultScenario.openIdKeys[0]?.privateKey ?? '').split('\n')[1] ?? ''],
])('PUT /_control/scenario with %s for a key answers 422 and points to it', async (_, base64) => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const [key] = scenario.openIdKeys
  const privateKey = `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`
  const body = { ...scenario, openIdKeys: [{ ...key, privateKey }] }
  const response = await pim.api('PUT', '/_control/scenario', { body })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ pointer: '/openIdKeys/0/privateKey' })
})

test.each(['POST', 'PUT', 'DELETE'])(
  '%s /connect/apps/v1/openid/public-key answers 405',
  async (method) => {
    expect((await buildPim().send(keyPath, { method })).status).toBe(405)
  },
)

test('PUT /_control/scenario refuses a certificate that is none, or that of another key', async () => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const [key] = scenario.openIdKeys
  const wrap = (bytes: string) =>
    `-----BEGIN CERTIFICATE-----\n${bytes}\n-----END CERTIFICATE-----\n`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  for (const changes of [{ certificate: wrap('AAAA') }, { privateKey: other }]) {
    const body = { ...scenario, openIdKeys: [{ ...key, ...changes }] }
    const response = await pim.api('PUT', '/_control/scenario', { body })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ pointer: '/openIdKeys/0/certificate' })
    expect(await pim.dump()).toEqual(scenario)
  }
})
