import { expect, test } from 'vitest'
import { messages, type MessageKey } from '../../playground/pim/index.ts'
import { buildPim } from './build-pim.ts'

const manage = 'akeneo_connectivity_connection_manage_settings'

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

test.each([
  ['POST', '/rest/connections'],
  ['GET', '/rest/connections/fernwood_erp'],
  ['POST', '/rest/connections/fernwood_erp'],
  ['DELETE', '/rest/connections/fernwood_erp'],
  ['POST', '/rest/connections/fernwood_erp/regenerate-secret'],
  ['POST', '/rest/connections/fernwood_erp/regenerate-password'],
  ['GET', '/rest/connections/wrong-credentials-combination'],
  ['GET', '/rest/connections/max-limit-reached'],
])('%s %s without Manage connections settings answers 403', async (method, path) => {
  const pim = buildPim()
  await pim.signIn('noor')
  const before = await pim.dump()
  expect((await pim.screen(method, path)).status).toBe(403)
  expect(pim.lastChecks().at(-1)).toEqual({
    id: 'acl.granted',
    ok: false,
    because: `The role "Visitor" of "noor" does not have ${manage}`,
  })
  expect(await pim.dump()).toEqual(before)
})

test('POST /rest/connections/{code} changes settings, role and group', async () => {
  const pim = buildPim()
  const update = {
    label: 'Fernwood',
    flow_type: 'other',
    image: null,
    user_role_id: '3',
    user_group_id: '2',
    auditable: false,
  }
  const response = await pim.screen('POST', '/rest/connections/fernwood_erp', update)
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  const read = await pim.screen('GET', '/rest/connections/fernwood_erp')
  expect(await read.json()).toMatchObject({ ...update, code: 'fernwood_erp' })
})

test.each([
  ['no label', { label: '' }, 'label: Connection label is required.'],
  [
    'an unknown flow type',
    { flow_type: 'x' },
    "flowType: Connection flow type can only be 'data_source', 'data_destination' or 'other'.",
  ],
  ['a missing image', { image: 'a/b.png' }, 'image: The image was not found. Please try again.'],
])('POST /rest/connections/{code} with %s answers 422', async (_, changes, text) => {
  const pim = buildPim()
  const before = await pim.dump()
  const body = { label: 'Fernwood', flow_type: 'other', image: null, ...changes }
  const response = await pim.screen('POST', '/rest/connections/fernwood_erp', body)
  expect(await violationsOf(response)).toEqual([text])
  expect(await pim.dump()).toEqual(before)
})

test.each([
  ['an unknown role', { user_role_id: '77' }, 'The role "77" does not exist.'],
  ['an unknown group', { user_group_id: '77' }, 'The user group "77" does not exist.'],
  ['a text for auditable', { auditable: 'yes' }, 'Property "auditable" expects a boolean.'],
  ['a number for a role', { user_role_id: 2 }, 'Property "user_role_id" expects a string or null.'],
])('POST /rest/connections/{code} with %s answers 400', async (_, changes, message) => {
  const body = { label: 'Fernwood', flow_type: 'other', ...changes }
  const response = await buildPim().screen('POST', '/rest/connections/fernwood_erp', body)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message })
})

test.each([
  ['POST', ''],
  ['DELETE', ''],
  ['POST', '/regenerate-secret'],
  ['POST', '/regenerate-password'],
])('%s /rest/connections/{unknown}%s answers 400', async (method, action) => {
  const path = `/rest/connections/nobody${action}`
  const response = await buildPim().screen(method, path, method === 'DELETE' ? undefined : {})
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message: 'Connection with code "nobody" does not exist' })
})
