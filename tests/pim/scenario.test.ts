import { expect, test } from 'vitest'
import { createMemoryDriver, createPim, defaultScenario } from '../../playground/pim/index.ts'
import { buildPim, pimUrl, type BuiltPim } from './build-pim.ts'

async function put(pim: BuiltPim, path: string, body: unknown): Promise<Response> {
  const response = await pim.api('PUT', path, { body })
  expect(response.headers.get('content-type')).toBe('application/json')
  return response
}

test('what GET /_control/scenario gives, PUT takes back without a change', async () => {
  const pim = buildPim()
  const draft = { code: 'harbour_pos', label: 'Harbour', flow_type: 'other' }
  await pim.screen('POST', '/rest/connections', draft)
  await pim.screen('DELETE', '/rest/connections/fernwood_erp')
  const text = await (await pim.send('/_control/scenario')).text()
  expect((await put(pim, '/_control/scenario', text)).status).toBe(200)
  expect(await (await pim.send('/_control/scenario')).text()).toBe(text)
  const other = buildPim()
  await put(other, '/_control/scenario', text)
  expect(await (await other.send('/_control/scenario')).text()).toBe(text)
})

test('PUT /_control/scenario keeps the order of the records', async () => {
  const pim = buildPim()
  const scenario = await pim.dump()
  const turned = { ...scenario, connections: scenario.connections.toReversed() }
  await put(pim, '/_control/scenario', turned)
  expect(await pim.dump()).toEqual(turned)
})

const wrong: [
  what: string,
  change: (scenario: Record<string, unknown>) => unknown,
  pointer: string,
][] = [
  ['a missing collection', (all) => ({ ...all, users: undefined }), '/users'],
  ['an unknown property', (all) => ({ ...all, colour: 'blue' }), '/colour'],
  ['an unknown era', (all) => ({ ...all, era: 'tomorrow' }), '/era'],
  ['an unknown fault', (all) => ({ ...all, faults: ['earthquake'] }), '/faults/0'],
  ['a text for a list', (all) => ({ ...all, users: 'admin' }), '/users'],
  ['an object for a list', (all) => ({ ...all, connections: {} }), '/connections'],
  [
    'a half limit',
    (all) => ({ ...all, limits: { connections: 1.5, customApps: 1, catalogs: 1 } }),
    '/limits/connections',
  ],
  ['a session of nobody', (all) => ({ ...all, session: 'nobody' }), '/session'],
  ['a session of an API user', (all) => ({ ...all, session: 'fernwood_erp_2718' }), '/session'],
  [
    'a wildcard for a right',
    (all) => ({
      ...all,
      roles: [{ id: '1', code: 'A', label: 'A', type: 'default', acls: ['*'] }],
    }),
    '/roles/0/acls/0',
  ],
  [
    'two records of one key',
    (all) => ({ ...all, revokedAppTokens: [{ token: 'a' }, { token: 'a' }] }),
    '/revokedAppTokens/1',
  ],
  ['a user without their role', (all) => ({ ...all, roles: [] }), '/users/0/roleId'],
  ['a user without their group', (all) => ({ ...all, userGroups: [] }), '/users/0/groupIds/0'],
  [
    'a connection without its client',
    (all) => ({ ...all, oauthClients: [] }),
    '/connections/0/clientId',
  ],
  [
    'a clock beyond time',
    (all) => ({ ...all, clock: { offset: 1e300, frozenAt: null } }),
    '/clock/offset',
  ],
]

test.each(wrong)(
  'PUT /_control/scenario with %s answers 422 and points to it',
  async (_, change, pointer) => {
    const pim = buildPim()
    const before = await pim.dump()
    const response = await put(pim, '/_control/scenario', change({ ...before }))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 422, pointer })
    expect(await pim.dump()).toEqual(before)
  },
)

test('PUT /_control/scenario with a prototype key answers 422', async () => {
  const pim = buildPim()
  const text = JSON.stringify(await pim.dump()).replace('{', '{"__proto__":{"era":"today"},')
  const response = await put(pim, '/_control/scenario', text)
  expect(await response.json()).toMatchObject({ code: 422, pointer: '/__proto__' })
})

test.each(['{', '', '\0', '[', 'undefined'])(
  'PUT /_control/scenario with the body %j answers 400',
  async (body) => {
    const response = await put(buildPim(), '/_control/scenario', body)
    expect(response.status).toBe(400)
  },
)

test.each([null, [], '"text"', 7])('PUT /_control/scenario with %j answers 422', async (body) => {
  const response = await put(buildPim(), '/_control/scenario', body)
  expect(await response.json()).toMatchObject({ code: 422, pointer: '' })
})

test('a PIM cannot be made of what is no scenario', () => {
  const scenario = { ...defaultScenario, session: 'nobody' }
  const make = () => createPim({ url: pimUrl, driver: createMemoryDriver(), scenario })
  expect(make).toThrow(
    new TypeError('The scenario at /session: There is no such user of the screens'),
  )
})
