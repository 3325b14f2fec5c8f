import { expect, test } from 'vitest'
import { buildPim } from './build-pim.ts'

test('GET /rest/user answers who is signed in, with the ACL ids of the role', async () => {
  const response = await buildPim().screen('GET', '/rest/user')
  const user = (await response.json()) as Record<string, unknown>
  expect(response.status).toBe(200)
  expect(user).toMatchObject({ username: 'admin', first_name: 'Ada', last_name: 'Marlow' })
  expect(user['acls']).toContain('akeneo_connectivity_connection_manage_test_apps')
  expect(user['acls']).toContain('pim_api_product_list')
})

test('GET /rest/user without X-Requested-With answers 403', async () => {
  expect((await buildPim().send('/rest/user')).status).toBe(403)
})

test('GET /rest/roles answers the roles with their rights and people', async () => {
  const response = await buildPim().screen('GET', '/rest/roles')
  expect(await response.json()).toMatchObject([
    { id: '1', code: 'ROLE_ADMINISTRATOR', label: 'Administrator', users: ['admin'] },
    { id: '2', code: 'ROLE_USER', label: 'User', users: [] },
    { id: '3', code: 'ROLE_VISITOR', label: 'Visitor', acls: [], users: ['noor'] },
  ])
})

test('PUT /rest/roles/{id}/acls replaces the rights of a role', async () => {
  const pim = buildPim()
  const acls = ['akeneo_connectivity_connection_open_apps']
  expect((await pim.screen('PUT', '/rest/roles/3/acls', { acls })).status).toBe(204)
  const roles = (await (await pim.screen('GET', '/rest/roles')).json()) as { acls: string[] }[]
  expect(roles[2]?.acls).toEqual(acls)
})

test.each([
  ['an unknown right', '3', { acls: ['pim_api_everything'] }, 422],
  ['no list', '3', { acls: 'all' }, 422],
  ['a list of numbers', '3', { acls: [1] }, 422],
  ['an array for the body', '3', ['pim_api_product_list'], 422],
  ['broken JSON', '3', '{', 422],
  ['an unknown role', '__proto__', { acls: [] }, 404],
])('PUT /rest/roles/{id}/acls with %s changes nothing', async (_, id, body, status) => {
  const pim = buildPim()
  const before = await (await pim.screen('GET', '/rest/roles')).text()
  expect((await pim.screen('PUT', `/rest/roles/${id}/acls`, body)).status).toBe(status)
  expect(await (await pim.screen('GET', '/rest/roles')).text()).toBe(before)
})

test('GET /rest/user-groups answers the groups that people can choose', async () => {
  const response = await buildPim().screen('GET', '/rest/user-groups')
  expect(await response.json()).toEqual([
    { id: '1', name: 'All' },
    { id: '2', name: 'Suppliers' },
  ])
})

test('an unknown address answers 404 in JSON', async () => {
  const response = await buildPim().send('/rest/nowhere?a=b')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    code: 404,
    message: 'No route found for "GET https://pim.example.com/rest/nowhere"',
  })
})

test('a known address with another method answers 405 and names those that are allowed', async () => {
  const response = await buildPim().send('/rest/user', { method: 'DELETE' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET')
})

test('a Host that the PIM was not started for answers 421', async () => {
  const response = await buildPim().fetch(new Request('https://elsewhere.example.com/rest/user'))
  expect(response.status).toBe(421)
})
