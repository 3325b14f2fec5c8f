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

test('POST /rest/connections answers 201 with credentials in their formats and the clear password', async () => {
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

test('POST /rest/connections trims code and label, and cleans the first name of the user', async () => {
  const pim = buildPim()
  await create(pim, { code: ' harbour_pos\t', label: ' <Harbour> & "POS" ' })
  const { users } = await pim.dump()
  const user = users.at(-1)
  expect(user).toMatchObject({ firstName: '_Harbour_ _ _POS_', lastName: ' ', type: 'api' })
  expect(user?.email).toBe(`${user?.username}@example.com`)
})

test.each([
  ['no code', { code: '' }, 'code: Connection code is required.'],
  ['a code of blanks', { code: ' \n' }, 'code: Connection code is required.'],
  ['a number for a code', { code: 123 }, 'code: Connection code is required.'],
  [
    'a code of two characters',
    { code: 'ab' },
    'code: Connection code is too short. It should have 3 characters or more.',
  ],
  [
    'a code of 101 characters',
    { code: 'a'.repeat(101) },
    'code: Connection code is too long. It should have 100 characters or less.',
  ],
  [
    'a code with a dash',
    { code: 'harbour-pos' },
    'code: Connection code may contain only letters, numbers and underscores.',
  ],
  ['a code that is taken', { code: 'fernwood_erp' }, 'code: Connection code must be unique.'],
  ['no label', { label: '' }, 'label: Connection label is required.'],
  [
    'a label of two characters',
    { label: 'é€' },
    'label: Connection label is too short. It should have 3 characters or more.',
  ],
  [
    'a label of 101 characters',
    { label: 'a'.repeat(101) },
    'label: Connection label is too long. It should have 100 characters or less.',
  ],
  [
    'an unknown flow type',
    { flow_type: 'magic' },
    "flowType: Connection flow type can only be 'data_source', 'data_destination' or 'other'.",
  ],
])('POST /rest/connections with %s answers 422 and creates nothing', async (_, changes, text) => {
  const pim = buildPim()
  const before = await pim.dump()
  const response = await pim.screen('POST', '/rest/connections', { ...draft, ...changes })
  expect(await violationsOf(response)).toEqual([text])
  expect(await pim.dump()).toEqual(before)
})

test('POST /rest/connections reports each field that is wrong, in order', async () => {
  const response = await buildPim().screen('POST', '/rest/connections', {})
  expect(await violationsOf(response)).toEqual([
    'code: Connection code is required.',
    'label: Connection label is required.',
    "flowType: Connection flow type can only be 'data_source', 'data_destination' or 'other'.",
  ])
})

test('POST /rest/connections takes 100 characters outside of the basic plane for a label', async () => {
  const made = await create(buildPim(), { label: '🚢'.repeat(100) })
  expect(made.password).not.toBeNull()
})

test.each(['{', '[]', 'null', '"text"', ''])(
  'POST /rest/connections with the body %j answers 400',
  async (body) => {
    const response = await buildPim().screen('POST', '/rest/connections', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ message: 'Invalid json message received' })
  },
)

test('POST /rest/connections at the limit answers 422 about the whole', async () => {
  const pim = buildPim({ scenario: { limits: { connections: 2, customApps: 20, catalogs: 15 } } })
  const response = await pim.screen('POST', '/rest/connections', draft)
  expect(await violationsOf(response)).toEqual([
    ': You reached the limit of 50 connections and connected Apps.',
  ])
  const reached = await pim.screen('GET', '/rest/connections/max-limit-reached')
  expect(await reached.json()).toBe(true)
})

test('60 connections asked for at once: the limit of 50 is met exactly', async () => {
  const pim = buildPim()
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      pim.screen('POST', '/rest/connections', { ...draft, code: `many_${index}` }),
    ),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(48)
  expect((await pim.dump()).connections).toHaveLength(50)
})

test('GET /rest/connections/max-limit-reached answers false while there is room', async () => {
  const response = await buildPim().screen('GET', '/rest/connections/max-limit-reached')
  expect(await response.json()).toBe(false)
})

test('GET /rest/connections answers camel-cased summaries, oldest first, to anybody signed in', async () => {
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
])('GET /rest/connections?search=%s filters by type', async (search, length) => {
  const path = `/rest/connections?search=${encodeURIComponent(search)}`
  expect(await (await buildPim().screen('GET', path)).json()).toHaveLength(length)
})

test('GET /rest/connections/{code} never shows the password', async () => {
  const response = await buildPim().screen('GET', '/rest/connections/fernwood_erp')
  expect(await response.json()).toMatchObject({ code: 'fernwood_erp', password: null })
})

test.each(['nobody', '__proto__', 'constructor', '%00', 'caf%C3%A9', '%E0%A4%A'])(
  'GET /rest/connections/%s answers 404 null',
  async (code) => {
    const response = await buildPim().screen('GET', `/rest/connections/${code}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toBeNull()
  },
)

test('GET /rest/connections/wrong-credentials-combination answers an empty object when there is none', async () => {
  const path = '/rest/connections/wrong-credentials-combination'
  expect(await (await buildPim().screen('GET', path)).json()).toEqual({})
})
