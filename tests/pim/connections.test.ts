import { expect, test } from 'vitest'
import { messages, type MessageKey } from '../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const draft = { code: 'harbour_pos', label: 'Harbour POS', flow_type: 'data_destination' }

interface FullConnection {
  code: string
  client_id: string
  secret: string
  username: string
  password: string | null
}

async function create(pim: BuiltPim, changes: object = {}): Promise<FullConnection> {
  const response = await pim.screen('POST', '/rest/connections', { ...draft, ...changes })
  expect(response.status).toBe(201)
  return (await response.json()) as FullConnection
}

/** The violations as `property: text`. */
async function violationsOf(response: Response): Promise<string[]> {
  const body = (await response.json()) as {
    message: string
    errors: { name: string; reason: MessageKey }[]
  }
  expect(response.status).toBe(422)
  expect(body.message).toBe('akeneo_connectivity.connection.constraint_violation_list_exception')
  return body.errors.map(({ name, reason }) => `${name}: ${messages[reason]}`)
}

test('[B.4] POST /rest/connections: 201 with credentials in their formats and the clear password', async () => {
  const pim = buildPim()
  const made = await create(pim)
  expect(Object.keys(made)).toEqual([
    'code',
    'label',
    'flow_type',
    'image',
    'client_id',
    'secret',
    'username',
    'password',
    'user_role_id',
    'user_group_id',
    'auditable',
    'type',
  ])
  expect(made).toMatchObject({
    ...draft,
    image: null,
    user_role_id: '2',
    user_group_id: null,
    auditable: false,
    type: 'default',
  })
  expect(made.client_id).toMatch(/^\d+_[0-9a-z]{50}$/)
  expect(made.secret).toMatch(/^[0-9a-z]{50}$/)
  expect(made.username).toMatch(/^harbour_pos_\d{4}$/)
  expect(made.password).toMatch(/^[0-9a-f]{9}$/)
})

test('[B.4] POST /rest/connections trims code and label, and cleans the first name of the user', async () => {
  const pim = buildPim()
  await create(pim, { code: ' harbour_pos\t', label: ' <Harbour> & "POS" ' })
  const { users } = await pim.dump()
  const user = users.at(-1)
  expect(user).toMatchObject({ firstName: '_Harbour_ _ _POS_', lastName: ' ', type: 'api' })
  expect(user?.email).toBe(`${user?.username}@example.com`)
})

test('[B.4] broken constraints: 422 names each field that is wrong, in order', async () => {
  const response = await buildPim().screen('POST', '/rest/connections', {})
  expect(await violationsOf(response)).toEqual([
    'code: Connection code is required.',
    'label: Connection label is required.',
    "flowType: Connection flow type can only be 'data_source', 'data_destination' or 'other'.",
  ])
})

test('[B.4] POST /rest/connections takes 100 characters outside of the basic plane for a label', async () => {
  const made = await create(buildPim(), { label: '🚢'.repeat(100) })
  expect(made.password).not.toBeNull()
})

test.each(['{', '[]', 'null', '"text"', ''])(
  '[B.4] POST /rest/connections with the body %j answers 400',
  async (body) => {
    const response = await buildPim().screen('POST', '/rest/connections', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ message: 'Invalid json message received' })
  },
)

test('[B.4] GET /rest/connections/max-limit-reached: false while there is room', async () => {
  const response = await buildPim().screen('GET', '/rest/connections/max-limit-reached')
  expect(await response.json()).toBe(false)
})

test('[B.4] GET /rest/connections: camel-cased summaries, oldest first, to anybody signed in', async () => {
  const pim = buildPim()
  await create(pim)
  await pim.signIn('noor')
  const response = await pim.screen('GET', '/rest/connections')
  expect(await response.json()).toEqual([
    {
      code: 'fernwood_erp',
      label: 'Fernwood ERP',
      flowType: 'data_source',
      image: null,
      auditable: true,
      type: 'default',
    },
    expect.objectContaining({ code: 'larkspur_shop' }),
    expect.objectContaining({ code: 'harbour_pos', flowType: 'data_destination' }),
  ])
})

test.each([
  ['{"types":["default"]}', 2],
  ['{"types":["app"]}', 0],
  ['{"types":["default","app"]}', 2],
  ['{"types":7}', 2],
  ['{broken', 2],
])('[B.4] GET /rest/connections?search=%s filters by type', async (search, length) => {
  const path = `/rest/connections?search=${encodeURIComponent(search)}`
  expect(await (await buildPim().screen('GET', path)).json()).toHaveLength(length)
})

test('[B.4] GET /rest/connections/{code}: everything but the password', async () => {
  const response = await buildPim().screen('GET', '/rest/connections/fernwood_erp')
  expect(await response.json()).toMatchObject({ code: 'fernwood_erp', password: null })
})

test.each(['nobody', '__proto__', 'constructor', '%00', 'caf%C3%A9', '%E0%A4%A'])(
  '[B.4] GET /rest/connections/{code} of %s: 404 null',
  async (code) => {
    const response = await buildPim().screen('GET', `/rest/connections/${code}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toBeNull()
  },
)
