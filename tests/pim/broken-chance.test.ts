import { expect, test } from 'vitest'
import { activate, appDraft, ask, redeem, registerApp, tokenRequest } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { ask as askToken, connect } from './connect.ts'

// What no rule of the PIM foresees is a bare 500 and leaves the state as it was: here, chance that fails.

function buildBreakable() {
  const chance = { isBroken: false }
  const reported: unknown[] = []
  const pim = buildPim({
    options: {
      random(length) {
        if (chance.isBroken) throw new Error('no entropy')
        return crypto.getRandomValues(new Uint8Array(length))
      },
      report: (error) => reported.push(error),
    },
  })
  return { pim, chance, reported }
}

async function expectBroken(pim: BuiltPim, send: () => Promise<Response>): Promise<void> {
  const before = await pim.dump()
  const response = await send()
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ code: 500, message: 'The PIM could not answer.' })
  expect(await pim.dump()).toEqual(before)
}

test('a token of a connection that cannot be made', async () => {
  const { pim, chance, reported } = buildBreakable()
  const connection = await connect(pim)
  const { username, password } = connection
  chance.isBroken = true
  const body = { grant_type: 'password', username, password }
  await expectBroken(pim, () => askToken(pim, connection, body))
  expect(reported).toEqual([new Error('no entropy')])
})

test('a code that cannot be made', async () => {
  const { pim, chance } = buildBreakable()
  const app = await registerApp(pim)
  await activate(pim, app)
  chance.isBroken = true
  await expectBroken(pim, () => ask(pim, app, 'read_products'))
})

test('a token of an app that cannot be made: its code stays good', async () => {
  const { pim, chance } = buildBreakable()
  const app = await registerApp(pim)
  await ask(pim, app)
  const confirmed = await pim.screen('POST', `/rest/apps/confirm-authorization/${app.clientId}`)
  const { redirectUrl } = (await confirmed.json()) as { redirectUrl: string }
  const request = tokenRequest(app, new URL(redirectUrl).searchParams.get('code') ?? '')
  chance.isBroken = true
  await expectBroken(pim, () => redeem(pim, request))
  chance.isBroken = false
  expect((await redeem(pim, request)).status).toBe(200)
})

test.each([
  ['/rest/connections', { code: 'quay', label: 'Quay', flow_type: 'other' }],
  ['/rest/connections/fernwood_erp/regenerate-secret', {}],
  [
    '/rest/connections/fernwood_erp/webhook',
    { url: 'https://hooks.example.com', enabled: true, isUsingUuid: false },
  ],
  ['/rest/custom-apps', appDraft],
])('secrets of POST %s that cannot be made', async (path, body) => {
  const { pim, chance } = buildBreakable()
  chance.isBroken = true
  await expectBroken(pim, () => pim.screen('POST', path, body))
})

test('a confirmation that cannot be finished: nothing is half connected', async () => {
  const { pim, chance } = buildBreakable()
  const app = await registerApp(pim)
  await ask(pim, app, 'read_products')
  chance.isBroken = true
  const path = `/rest/apps/confirm-authorization/${app.clientId}`
  await expectBroken(pim, () => pim.screen('POST', path))
})

test('a clock that is none: the control API is a bare 500 as well', async () => {
  const pim = buildPim({ options: { now: () => Number.NaN, report: () => undefined } })
  const body = { advance: 1 }
  await expectBroken(pim, () => pim.api('POST', '/_control/clock', { body }))
})
