import { expect, test } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'
import { activate, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'

type Change = (scenario: Scenario) => unknown

const first = <Item extends object>(items: readonly Item[], changes: Partial<Item>): Item[] =>
  items.map((item, index) => (index === 0 ? Object.assign({}, item, changes) : item))
const file = { path: 'a/b.png', name: 'b.png', mimeType: 'image/png', content: 'iVBO' }
const catalog = { id: 'a-catalog', name: 'Autumn', enabled: true, owner: 'admin' }
const mappingSchema = {
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  properties: { uuid: { type: 'string' } },
}

test('ids that are no numbers are taken as they are', async () => {
  const pim = buildPim()
  const before = await pim.dump()
  const body = {
    ...before,
    roles: first(before.roles, { id: 'first' }),
    users: first(before.users, { id: 'ada', roleId: 'first' }),
  }
  expect((await pim.api('PUT', '/_control/scenario', { body })).status).toBe(200)
  expect(await pim.dump()).toEqual(body)
})

/** What a scenario with an app, whose connection is the third one and whose user the fifth, is made of. */
const wrong: [what: string, change: Change, pointer: string][] = [
  ['a missing collection', (all) => ({ ...all, users: undefined }), '/users'],
  ['an unknown property', (all) => ({ ...all, colour: 'blue' }), '/colour'],
  ['an unknown era', (all) => ({ ...all, era: 'tomorrow' }), '/era'],
  ['an unknown fault', (all) => ({ ...all, faults: ['earthquake'] }), '/faults/0'],
  ['a text for a list', (all) => ({ ...all, users: 'admin' }), '/users'],
  ['an object for a list', (all) => ({ ...all, connections: {} }), '/connections'],
  [
    'a half limit',
    (all) => ({ ...all, limits: { ...all.limits, connections: 1.5 } }),
    '/limits/connections',
  ],
  [
    'a clock beyond time',
    (all) => ({ ...all, clock: { offset: 1e300, frozenAt: null } }),
    '/clock/offset',
  ],
  ['a session of nobody', (all) => ({ ...all, session: 'nobody' }), '/session'],
  ['a session of an API user', (all) => ({ ...all, session: 'fernwood_erp_2718' }), '/session'],
  [
    'a wildcard for a right',
    (all) => ({ ...all, roles: first(all.roles, { acls: ['*'] }) }),
    '/roles/0/acls/0',
  ],
  [
    'two records of one key',
    (all) => ({ ...all, revokedAppTokens: [{ token: 'a' }, { token: 'a' }] }),
    '/revokedAppTokens/1',
  ],
  ['a number that is given out already', (all) => ({ ...all, nextId: 4 }), '/nextId'],
  ['a user without their role', (all) => ({ ...all, roles: [] }), '/users/0/roleId'],
  ['a user without their group', (all) => ({ ...all, userGroups: [] }), '/users/0/groupIds/0'],
  [
    'a person with the role of an app',
    (all) => ({ ...all, users: first(all.users, { roleId: all.roles.at(-1)?.id ?? '' }) }),
    '/users/0/roleId',
  ],
  [
    'a person in the group of an app',
    (all) => ({ ...all, users: first(all.users, { groupIds: [all.userGroups.at(-1)?.id ?? ''] }) }),
    '/users/0/groupIds/0',
  ],
  [
    'a connection without its client',
    (all) => ({ ...all, oauthClients: [] }),
    '/connections/0/clientId',
  ],
  [
    'a connection with the client of another one',
    (all) => ({
      ...all,
      connections: first(all.connections, { clientId: all.connections[1]?.clientId ?? '' }),
    }),
    '/connections/1/clientId',
  ],
  [
    'a connection with the user of another one',
    (all) => ({
      ...all,
      connections: first(all.connections, { username: all.connections[1]?.username ?? '' }),
    }),
    '/connections/1/username',
  ],
  [
    'a connection that acts as a person',
    (all) => ({ ...all, connections: first(all.connections, { username: 'admin' }) }),
    '/connections/0/username',
  ],
  [
    'an app without its connection',
    (all) => ({ ...all, connections: all.connections.slice(0, 2) }),
    '/connectedApps/0/connectionCode',
  ],
  [
    'an app with a connection that was made by hand',
    (all) => ({
      ...all,
      connectedApps: first(all.connectedApps, { connectionCode: 'fernwood_erp' }),
    }),
    '/connectedApps/0/connectionCode',
  ],
  [
    'an app with the connection of another one',
    (all) => ({
      ...all,
      connectedApps: [
        ...all.connectedApps,
        ...first(all.connectedApps, { id: 'another', roleId: 'own', userGroup: 'own' }),
      ],
    }),
    '/connectedApps/1/connectionCode',
  ],
  [
    'an app with the user of another connection',
    (all) => ({
      ...all,
      users: all.users.map((user) => Object.assign({}, user, { roleId: '1', groupIds: [] })),
      connectedApps: first(all.connectedApps, { username: 'fernwood_erp_2718' }),
    }),
    '/connectedApps/0/username',
  ],
  [
    'an app with a role that others can have',
    (all) => ({
      ...all,
      users: all.users.map((user) => Object.assign({}, user, { roleId: '1' })),
      connectedApps: first(all.connectedApps, { roleId: '2' }),
    }),
    '/connectedApps/0/roleId',
  ],
  ...([null, {}, 'text', { ...mappingSchema, properties: { title: { type: 'string' } } }].map(
    (productMappingSchema) => [
      `the mapping schema ${JSON.stringify(productMappingSchema)}`,
      (all) => ({ ...all, catalogs: [{ ...catalog, productMappingSchema }] }),
      '/catalogs/0/productMappingSchema',
    ],
  ) satisfies [string, Change, string][]),
  [
    'a file that is no Base64',
    (all) => ({ ...all, files: [{ ...file, content: 'iVB!' }] }),
    '/files/0/content',
  ],
  [
    'a file that is cut off',
    (all) => ({ ...all, files: [{ ...file, content: 'iVB' }] }),
    '/files/0/content',
  ],
  [
    'a file with a type that is none',
    (all) => ({ ...all, files: [{ ...file, mimeType: 'image/png\nset-cookie: a' }] }),
    '/files/0/mimeType',
  ],
]

test.each(wrong)(
  'PUT /_control/scenario with %s answers 422 and points to it',
  async (_, change, pointer) => {
    const pim = buildPim()
    await activate(pim, await registerApp(pim))
    const before = await pim.dump()
    const response = await pim.api('PUT', '/_control/scenario', { body: change(before) })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 422, pointer })
    expect(await pim.dump()).toEqual(before)
  },
)
