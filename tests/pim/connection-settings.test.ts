import { expect, test } from 'vitest'
import { buildPim } from './build-pim.ts'

const manage = 'akeneo_connectivity_connection_manage_settings'

test.each([
  ['POST', '/rest/connections'],
  ['GET', '/rest/connections/fernwood_erp'],
  ['POST', '/rest/connections/fernwood_erp'],
  ['DELETE', '/rest/connections/fernwood_erp'],
  ['POST', '/rest/connections/fernwood_erp/regenerate-secret'],
  ['POST', '/rest/connections/fernwood_erp/regenerate-password'],
  ['GET', '/rest/connections/wrong-credentials-combination'],
  ['GET', '/rest/connections/max-limit-reached'],
  ['POST', '/media/'],
])('[B.4] without Manage connections settings: %s %s answers 403', async (method, path) => {
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

test('[B.4] without Manage connections settings: business errors are shown to those who manage apps', async () => {
  const pim = buildPim()
  await pim.signIn('noor')
  const path = '/rest/connections/fernwood_erp/business-errors'
  expect((await pim.screen('GET', path)).status).toBe(403)
  await pim.grant('noor', ['akeneo_connectivity_connection_manage_apps'])
  expect((await pim.screen('GET', path)).status).toBe(200)
})

test('[B.4] POST /rest/connections/{code}: 204, changes settings, role and group', async () => {
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

test('[B.4] broken constraints: POST /rest/connections/{code} asks for a label and a flow type each time', async () => {
  const response = await buildPim().screen('POST', '/rest/connections/fernwood_erp', {})
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    errors: [{ name: 'label' }, { name: 'flowType' }],
  })
})

test.each([
  ['an unknown role', { user_role_id: '77' }, 'The role "77" does not exist.'],
  ['an unknown group', { user_group_id: '77' }, 'The user group "77" does not exist.'],
  ['a text for auditable', { auditable: 'yes' }, 'Property "auditable" expects a boolean.'],
  ['a number for a role', { user_role_id: 2 }, 'Property "user_role_id" expects a string or null.'],
])('[B.4] POST /rest/connections/{code} with %s answers 400', async (_, changes, message) => {
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
])('[B.4] other failures: %s /rest/connections/{unknown}%s answers 400', async (method, action) => {
  const path = `/rest/connections/nobody${action}`
  const response = await buildPim().screen(method, path, method === 'DELETE' ? undefined : {})
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message: 'Connection with code "nobody" does not exist' })
})
