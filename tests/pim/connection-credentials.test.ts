import { expect, test } from 'vitest'
import { ask, callApi, connect, exchange, refused } from './connect.ts'
import { buildPim } from './build-pim.ts'

const day = 24 * 60 * 60 * 1000
const clientWrong =
  'Parameter "client_id" is missing or does not match any client, or secret is invalid'
const userWrong = 'No user found for the given username and password'

test('[B.4] POST /rest/connections/{code}/regenerate-secret: 204, ends the tokens of the client, and the old one is refused', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { access_token, refresh_token } = await exchange(pim, credentials)
  const answer = await pim.screen('POST', '/rest/connections/harbour_pos/regenerate-secret')
  expect(answer.status).toBe(204)
  await refused(await callApi(pim, access_token), 401, 'The access token provided is invalid.')
  const grant = { grant_type: 'refresh_token', refresh_token }
  await refused(await ask(pim, credentials, grant), 422, clientWrong)
  const read = await pim.screen('GET', '/rest/connections/harbour_pos')
  const renewed = {
    ...credentials,
    ...((await read.json()) as object),
    password: credentials.password,
  }
  expect(renewed.client_id).toBe(credentials.client_id)
  await exchange(pim, renewed)
})

test('[B.4] POST /rest/connections/{code}/regenerate-password: 200, ends the tokens of the user, and the old one is refused', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { access_token } = await exchange(pim, credentials)
  const answer = await pim.screen('POST', '/rest/connections/harbour_pos/regenerate-password')
  const { password } = (await answer.json()) as { password: string }
  expect(password).toMatch(/^[0-9a-f]{9}$/)
  await refused(await callApi(pim, access_token), 401, 'The access token provided is invalid.')
  const { username, password: old } = credentials
  const body = { grant_type: 'password', username, password: old }
  await refused(await ask(pim, credentials, body), 422, userWrong)
  await exchange(pim, { ...credentials, password })
})

test('[B.4] DELETE /rest/connections/{code}: 204, takes its client, user and tokens with it', async () => {
  const pim = buildPim()
  const before = await pim.dump()
  const credentials = await connect(pim)
  const { access_token } = await exchange(pim, credentials)
  expect((await pim.screen('DELETE', '/rest/connections/harbour_pos')).status).toBe(204)
  await refused(await callApi(pim, access_token), 401, 'The access token provided is invalid.')
  expect(await pim.dump()).toEqual({ ...before, nextId: expect.any(Number) as number })
})

test('[B.4] DELETE /rest/connections/{code}: forgets who used it with a foreign username', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  await exchange(pim, { ...credentials, username: 'admin', password: 'admin' })
  expect((await pim.dump()).wrongCredentials).toHaveLength(1)
  await pim.screen('DELETE', '/rest/connections/harbour_pos')
  expect((await pim.dump()).wrongCredentials).toEqual([])
})

test("[B.4] GET /rest/connections/wrong-credentials-combination: another user's name works with a connection's client, and is noted for 7 days", async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  await exchange(pim, { ...credentials, username: 'admin', password: 'admin' })
  const list = '/rest/connections/wrong-credentials-combination'
  expect(await (await pim.screen('GET', list)).json()).toEqual({
    harbour_pos: {
      code: 'harbour_pos',
      users: { admin: { username: 'admin', date: '2024-05-06T12:00:00+00:00' } },
    },
  })
  pim.wait(7 * day + 1)
  expect(await (await pim.screen('GET', list)).json()).toEqual({})
})

test('a token of a user without the overall access is issued, and the API answers 403', async () => {
  const pim = buildPim()
  const credentials = await connect(pim)
  const { access_token } = await exchange(pim, {
    ...credentials,
    username: 'noor',
    password: 'noor',
  })
  await refused(await callApi(pim, access_token), 403, 'You are not allowed to access the web API.')
})
