import { expect, test } from 'vitest'
import { activate, ask, confirm, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'

const draft = { code: 'harbour_pos', label: 'Harbour POS', flow_type: 'data_destination' }
const prefix = 'akeneo_connectivity.connection.connection.constraint.'
const limits = { connections: 4, customApps: 20, catalogs: 15 }

/** The whole body of an answer that names one broken constraint. */
function violation(name: string, constraint: string): object {
  return {
    message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
    errors: [{ name, reason: prefix + constraint }],
  }
}

test.each([
  ['[B.1] code required: left out', { code: undefined }, 'code', 'code.required'],
  ['[B.1] code required: empty', { code: '' }, 'code', 'code.required'],
  ['[B.1] code required: blanks', { code: ' \n\0' }, 'code', 'code.required'],
  ['[B.1] code required: a number', { code: 123 }, 'code', 'code.required'],
  ['[B.1] code too short: 2 characters', { code: 'ab' }, 'code', 'code.too_short'],
  ['[B.1] code too short: trimmed to 2', { code: '  ab  ' }, 'code', 'code.too_short'],
  ['[B.1] code too long: 101 characters', { code: 'a'.repeat(101) }, 'code', 'code.too_long'],
  [
    '[B.1] code with another character than letters, numbers and underscores: a dash',
    { code: 'harbour-pos' },
    'code',
    'code.invalid',
  ],
  [
    '[B.1] code with another character than letters, numbers and underscores: an accent',
    { code: 'café' },
    'code',
    'code.invalid',
  ],
  ['[B.1] code not unique: taken', { code: 'fernwood_erp' }, 'code', 'code.must_be_unique'],
  ['[B.1] label required: left out', { label: undefined }, 'label', 'label.required'],
  ['[B.1] label required: blanks', { label: '   ' }, 'label', 'label.required'],
  ['[B.1] label too short: 2 characters', { label: 'é€' }, 'label', 'label.too_short'],
  ['[B.1] label too long: 101 characters', { label: 'é'.repeat(101) }, 'label', 'label.too_long'],
  ['[B.1] flow_type unknown: a word', { flow_type: 'magic' }, 'flowType', 'flow_type.invalid'],
  ['[B.1] flow_type unknown: null', { flow_type: null }, 'flowType', 'flow_type.invalid'],
] as const)('%s, POST /rest/connections answers 422', async (_, changes, name, constraint) => {
  const pim = buildPim()
  const before = await pim.dump()
  const response = await pim.screen('POST', '/rest/connections', { ...draft, ...changes })
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual(violation(name, constraint))
  expect(await pim.dump()).toEqual(before)
})

test.each([
  ['[B.1] label required: empty', { label: '' }, 'label', 'label.required'],
  ['[B.1] label too short: 2 characters', { label: ' ab ' }, 'label', 'label.too_short'],
  ['[B.1] label too long: 101 characters', { label: 'a'.repeat(101) }, 'label', 'label.too_long'],
  ['[B.1] flow_type unknown: a word', { flow_type: 'x' }, 'flowType', 'flow_type.invalid'],
  ['[B.1] image that does not exist', { image: 'a/b.png' }, 'image', 'image.must_exist'],
] as const)(
  '%s, POST /rest/connections/{code} answers 422',
  async (_, changes, name, constraint) => {
    const pim = buildPim()
    const before = await pim.dump()
    const body = { label: 'Fernwood', flow_type: 'other', image: null, ...changes }
    const response = await pim.screen('POST', '/rest/connections/fernwood_erp', body)
    expect(response.status).toBe(422)
    expect(await response.json()).toEqual(violation(name, constraint))
    expect(await pim.dump()).toEqual(before)
  },
)

test.each([
  ['abc', 'abc'],
  ['a'.repeat(100), 'b'.repeat(100)],
  ['__proto__', 'A_1'],
])('a code %s and a label %s are as long as they may be', async (code, label) => {
  const pim = buildPim()
  const response = await pim.screen('POST', '/rest/connections', { ...draft, code, label })
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({ code, label })
  const read = await pim.screen('GET', `/rest/connections/${code}`)
  expect(await read.json()).toMatchObject({ code, label })
})

test('[B.1] code not unique: also that of an app, and only told when the rest is right', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  const [{ connectionCode: code = '' } = {}] = (await pim.dump()).connectedApps
  const taken = await pim.screen('POST', '/rest/connections', { ...draft, code })
  expect(await taken.json()).toEqual(violation('code', 'code.must_be_unique'))
  const both = await pim.screen('POST', '/rest/connections', { ...draft, code, label: '' })
  expect(await both.json()).toEqual(violation('label', 'label.required'))
})

test('[B.1] type: what is made by hand is default, whatever the body says; an app makes the other', async () => {
  const pim = buildPim()
  const body = { ...draft, type: 'app'.repeat(20), auditable: true, image: 'x' }
  const response = await pim.screen('POST', '/rest/connections', body)
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({ type: 'default', auditable: false, image: null })
  await activate(pim, await registerApp(pim))
  expect((await pim.dump()).connections.at(-1)).toMatchObject({ type: 'app', flowType: 'other' })
})

test('[B.1] user_group: the group of an app is made with its connection, so it always exists', async () => {
  const pim = buildPim()
  await activate(pim, await registerApp(pim))
  const { connectedApps, userGroups } = await pim.dump()
  expect(userGroups).toContainEqual(
    expect.objectContaining({ name: connectedApps[0]?.userGroup, type: 'app' }),
  )
})

test('[B.1] limit of connections and connected apps: all types are counted together', async () => {
  const pim = buildPim({ scenario: { limits } })
  await activate(pim, await registerApp(pim))
  const last = await pim.screen('POST', '/rest/connections', draft)
  expect(last.status).toBe(201)
  const reached = await pim.screen('GET', '/rest/connections/max-limit-reached')
  expect(await reached.json()).toBe(true)

  const refused = await pim.screen('POST', '/rest/connections', { ...draft, code: 'one_more' })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toEqual(violation('', 'connections_number_limit_reached'))
  const app = await registerApp(pim, { name: 'One too many' })
  await ask(pim, app)
  await expect(confirm(pim, app)).rejects.toThrow('connections_number_limit_reached')

  await pim.screen('DELETE', '/rest/connections/harbour_pos')
  expect((await confirm(pim, app)).searchParams.get('code')).not.toBeNull()
})
