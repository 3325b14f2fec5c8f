import { expect, test } from 'vitest'
import { appDraft } from './activation.ts'
import { buildPim } from './build-pim.ts'

async function tokenOf(username: string, pim = buildPim()) {
  const [client] = (await pim.dump()).oauthClients
  const body = {
    grant_type: 'password',
    client_id: client?.id,
    client_secret: client?.secret,
    username,
    password: username,
  }
  const response = await pim.api('POST', '/api/oauth/v1/token', { body })
  return { pim, token: ((await response.json()) as { access_token: string }).access_token }
}

const testApps = '/api/rest/v1/test-apps'
const externalDraft = {
  name: 'Lantern Feeds',
  activate_url: appDraft.activateUrl,
  callback_url: appDraft.callbackUrl,
}

test('[D.4] POST /api/rest/v1/test-apps: 201 creates an app, GET lists the own ones, DELETE removes it', async () => {
  const { pim, token } = await tokenOf('admin')
  const made = await pim.api('POST', testApps, { token, body: externalDraft })
  expect(made.status).toBe(201)
  const { client_id } = (await made.json()) as { client_id: string }
  const list = await pim.api('GET', testApps, { token })
  expect(await list.json()).toEqual([{ client_id, ...externalDraft }])
  const { token: other } = await tokenOf('noor', pim)
  expect(await (await pim.api('GET', testApps, { token: other })).json()).toEqual([])
  const removed = await pim.api('DELETE', `${testApps}/${client_id}`, { token })
  expect(removed.status).toBe(204)
  const again = await pim.api('DELETE', `${testApps}/${client_id}`, { token })
  expect(await again.json()).toEqual({
    code: 404,
    message: `Test app with ${client_id} client_id was not found.`,
  })
})

test('[D.4] POST /api/rest/v1/test-apps: 422 with English texts and snake-cased properties', async () => {
  const { pim, token } = await tokenOf('admin')
  const body = { ...externalDraft, activate_url: 'x' }
  const response = await pim.api('POST', testApps, { token, body })
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    errors: [{ propertyPath: 'activate_url', message: 'The activate url must be a valid URL.' }],
  })
})

test('[D.4] DELETE /api/rest/v1/test-apps/{clientId} and POST without the right answer 403, without a token 401', async () => {
  const { pim, token } = await tokenOf('noor')
  expect((await pim.api('POST', testApps, { token, body: externalDraft })).status).toBe(403)
  expect((await pim.api('DELETE', `${testApps}/x`, { token })).status).toBe(403)
  expect((await pim.api('GET', testApps)).status).toBe(401)
})

test('[D.4] POST /api/rest/v1/test-apps without the feature flag: 404, whoever asks, and only there', async () => {
  const { pim, token } = await tokenOf('admin')
  const { token: other } = await tokenOf('noor', pim)
  await pim.api('PUT', '/_control/faults', { body: ['developer_mode_off'] })
  for (const asking of [token, other]) {
    const refused = await pim.api('POST', testApps, { token: asking, body: externalDraft })
    expect(refused.status).toBe(404)
    expect(await refused.json()).toEqual({ code: 404, message: 'Not Found' })
    expect(pim.lastChecks().at(-1)?.id).toBe('fault.developer_mode_off')
  }
  expect((await pim.api('POST', testApps, { body: externalDraft })).status).toBe(401)
  expect((await pim.api('GET', testApps, { token })).status).toBe(200)
  expect((await pim.screen('POST', '/rest/custom-apps', appDraft)).status).toBe(201)
})

test('[D.4] POST /api/rest/v1/test-apps with broken JSON answers 400 before the token is looked at', async () => {
  const pim = buildPim()
  for (const body of ['{', '[]', 'null']) {
    const response = await pim.api('POST', testApps, { token: 'none', body })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ code: 400, message: 'Invalid json message received' })
  }
  const headers = { 'content-type': 'text/plain' }
  const other = await pim.send(testApps, { method: 'POST', body: '{', headers })
  expect(other.status).toBe(401)
  expect((await pim.api('POST', testApps)).status).toBe(401)
})

test('[D.4] POST /api/rest/v1/test-apps with an empty object names every field that is required', async () => {
  const { pim, token } = await tokenOf('admin')
  const response = await pim.api('POST', testApps, { token, body: {} })
  expect(response.status).toBe(422)
  const { errors } = (await response.json()) as { errors: { propertyPath: string }[] }
  expect([...new Set(errors.map(({ propertyPath }) => propertyPath))]).toEqual([
    'name',
    'activate_url',
    'callback_url',
  ])
  expect((await pim.dump()).customApps).toEqual([])
})

test('[D.4] GET /api/rest/v1/test-apps: lists the apps by their client id, however they were made', async () => {
  const { pim, token } = await tokenOf('admin')
  const scenario = await pim.dump()
  const app = { ...appDraft, clientSecret: 'a-secret', author: 'admin', createdAt: 0 }
  const customApps = ['b', 'c', 'a'].map((clientId) => Object.assign({ clientId }, app))
  await pim.api('PUT', '/_control/scenario', { body: { ...scenario, customApps } })
  const list = (await (await pim.api('GET', testApps, { token })).json()) as { client_id: string }[]
  expect(list.map(({ client_id }) => client_id)).toEqual(['a', 'b', 'c'])
})
