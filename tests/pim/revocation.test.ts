import { expect, test } from 'vitest'
import { activate, obtainCode, redeem, registerApp, tokenRequest } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { reopen } from './reopen.ts'
import { callApi, lastFailure, refused } from './connect.ts'

const invalid = 'The access token provided is invalid.'
const disconnected = `${invalid} Your app has been disconnected from that PIM.`

async function codeOf(pim: BuiltPim): Promise<string> {
  return (await pim.dump()).connectedApps[0]?.connectionCode ?? ''
}

test('[F.5] deleting the connected app: its token gets 401 and the reason', async () => {
  const pim = buildPim()
  const { access_token } = await activate(pim, await registerApp(pim))
  const path = `/rest/apps/connected-apps/${await codeOf(pim)}`
  expect((await pim.screen('DELETE', path)).status).toBe(204)
  await refused(await callApi(pim, access_token), 401, disconnected)
  expect(lastFailure(pim)).toBe('token.not-revoked')
})

test('[F.5] deleting the custom app: its token gets 401 and the reason', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const { access_token } = await activate(pim, app)
  expect((await pim.screen('DELETE', `/rest/custom-apps/${app.clientId}`)).status).toBe(204)
  await refused(await callApi(pim, access_token), 401, disconnected)
})

test.each(['never-issued', '__proto__', 'a'.repeat(86)])(
  '[F.5] any other bad token: 401 (%s)',
  async (token) => {
    const pim = buildPim()
    await activate(pim, await registerApp(pim))
    await refused(await callApi(pim, token), 401, invalid)
    expect(lastFailure(pim)).toBe('token.known')
  },
)

test('an app that is connected again gets another token, and the revoked one stays revoked', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const first = await activate(pim, app)
  await pim.screen('DELETE', `/rest/apps/connected-apps/${await codeOf(pim)}`)
  const second = await activate(pim, app)
  expect(second.access_token).not.toBe(first.access_token)
  expect((await callApi(pim, second.access_token)).status).toBe(403)
  await refused(await callApi(pim, first.access_token), 401, disconnected)
})

test('a code of an app that is deleted is worth nothing, also when the app is connected again', async () => {
  const pim = buildPim()
  const app = await registerApp(pim)
  const code = await obtainCode(pim, app)
  await pim.screen('DELETE', `/rest/apps/connected-apps/${await codeOf(pim)}`)
  await obtainCode(pim, app)
  const response = await redeem(pim, tokenRequest(app, code))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    error: 'invalid_grant',
    error_description: 'Code is not valid',
  })
})

test('a user group of people that has the name of an app stays when the app is deleted', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  const name = await codeOf(pim)
  const scenario = await pim.dump()
  const group = { id: '9', name, type: 'default' }
  const other = await reopen(scenario, { collection: 'userGroups', key: '9', value: group })
  await other.screen('DELETE', `/rest/apps/connected-apps/${name}`)
  const { userGroups } = await other.dump()
  expect(userGroups.filter((each) => each.name === name)).toEqual([group])
})

test('the fault revoked_token refuses the tokens of apps', async () => {
  const pim = buildPim()
  const { access_token } = await activate(pim, await registerApp(pim))
  await pim.api('PUT', '/_control/faults', { body: ['revoked_token'] })
  await refused(await callApi(pim, access_token), 401, disconnected)
  expect(lastFailure(pim)).toBe('fault.revoked_token')
})
