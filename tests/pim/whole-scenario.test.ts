import { expect, test } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'
import { activate, ask, obtainCode, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { buildTracked } from './tracked.ts'

const json = 'application/json'

/** A PIM in which everything that it can remember has happened at least once. */
async function buildLived(): Promise<BuiltPim> {
  const { pim, token } = await buildTracked('data_source')
  const hook = { url: 'https://hooks.example.com', enabled: true, isUsingUuid: false }
  await pim.screen('POST', '/rest/connections/harbour_pos/webhook', hook)
  await pim.api('POST', '/api/rest/v1/products', { token, body: { identifier: 'with,comma' } })
  await pim.api('POST', '/api/rest/v1/products', { token, body: { identifier: 'a-lamp' } })
  await pim.screen('DELETE', '/rest/connections/larkspur_shop')
  const form = new FormData()
  form.append('file', new File([new Uint8Array([137, 80, 78, 71])], 'logo.png'))
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  await pim.send('/media/', { method: 'POST', body: form, headers })

  const app = await registerApp(pim)
  const granted = await activate(pim, app, 'openid write_catalogs delete_catalogs')
  const body = { name: 'Autumn' }
  await pim.api('POST', '/api/rest/v1/catalogs', { token: granted.access_token, body })
  await pim.send('/connect/apps/v1/scopes/update?scopes=write_products', {
    method: 'POST',
    headers: { authorization: `Bearer ${granted.access_token}` },
  })
  const gone = await registerApp(pim, { name: 'Gone' })
  await activate(pim, gone)
  await pim.screen('DELETE', `/rest/custom-apps/${gone.clientId}`)
  await obtainCode(pim, await registerApp(pim, { name: 'Pending' }))
  await ask(pim, await registerApp(pim, { name: 'Waiting' }), 'read_products', 'a-state')
  return pim
}

test('a scenario with everything in it is taken back without a change, here and elsewhere', async () => {
  const pim = await buildLived()
  const scenario = await pim.dump()
  const [connection] = scenario.connections
  const [group] = scenario.connectedApps
  const nothing = { all: false, identifiers: [] }
  const levels = { edit: nothing, view: { all: true, identifiers: [] } }
  const whole: Scenario = {
    ...scenario,
    wrongCredentials: [
      { connectionCode: connection?.code ?? '', username: 'noor', usedAt: 1_700_000_000_000 },
    ],
    appPermissions: [
      {
        userGroup: group?.userGroup ?? '',
        categories: { own: nothing, ...levels },
        locales: levels,
        attributeGroups: levels,
      },
    ],
    faults: ['rate_limit'],
    clock: { offset: -5, frozenAt: 1_700_000_000_000 },
  }
  const empty = Object.entries(whole).filter(([, value]) => Array.isArray(value) && !value.length)
  expect(empty.map(([name]) => name)).toEqual([])
  const text = JSON.stringify(whole)
  for (const other of [pim, buildPim()]) {
    const response = await other.send('/_control/scenario', {
      method: 'PUT',
      headers: { 'content-type': json },
      body: text,
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(text)
    expect(await (await other.send('/_control/scenario')).text()).toBe(text)
  }
})

test('a PIM that begins with a scenario has its pictures, and takes its tokens', async () => {
  const scenario = await (await buildLived()).dump()
  const pim = buildPim({ scenario })
  const [file] = scenario.files
  const shown = await pim.send(`/media/show/${encodeURIComponent(file?.path ?? '')}/thumbnail`)
  expect([...new Uint8Array(await shown.arrayBuffer())]).toEqual([137, 80, 78, 71])
  expect(scenario.accessTokens).toHaveLength(2)
  for (const { token } of scenario.accessTokens) {
    const response = await pim.api('GET', '/api/rest/v1/system-information', { token })
    expect(response.status).toBe(200)
  }
})
