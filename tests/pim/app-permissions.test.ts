import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

const nothing = { all: false, identifiers: [] }
const none = {
  categories: { own: nothing, edit: nothing, view: nothing },
  locales: { edit: nothing, view: nothing },
  attributeGroups: { edit: nothing, view: nothing },
}
const some = {
  ...none,
  categories: { own: { all: false, identifiers: ['master'] }, edit: nothing, view: nothing },
  locales: { edit: nothing, view: { all: true, identifiers: [] } },
}

/** An Enterprise Edition with a connected app, and the address of its permissions. */
async function connected(): Promise<{ pim: BuiltPim; path: string }> {
  const pim = buildPim({ scenario: { edition: 'EE' } })
  await activate(pim, await registerApp(pim), 'read_products')
  const [app] = (await pim.dump()).connectedApps
  return { pim, path: `/rest/app-permissions/${app?.userGroup}` }
}

test('what an app can get permissions on are category trees, active locales and attribute groups', async () => {
  const { pim } = await connected()
  const response = await pim.screen('GET', '/rest/app-permissions')
  expect(response.status).toBe(200)
  const entries = (await response.json()) as Record<string, { code: string; label: string }[]>
  expect(entries['categories']).toContainEqual({ code: 'master', label: expect.any(String) })
  expect(entries['categories']?.map(({ code }) => code)).not.toContain('furniture')
  expect(entries['locales']).toContainEqual({ code: 'en_US', label: 'en_US' })
  expect(entries['attributeGroups']?.map(({ code }) => code)).toContain('marketing')
})

test('an entry without an English label is named by its code', async () => {
  const { pim } = await connected()
  const { access_token: token } = await activate(
    pim,
    await registerApp(pim),
    'write_catalog_structure',
  )
  await pim.api('POST', '/api/rest/v1/attribute-groups', { token, body: { code: 'packaging' } })
  const entries = await (await pim.screen('GET', '/rest/app-permissions')).json()
  expect(entries).toMatchObject({
    attributeGroups: expect.arrayContaining([{ code: 'packaging', label: '[packaging]' }]),
  })
})

test('an app has no permission until somebody gives it one, and keeps what it is given', async () => {
  const { pim, path } = await connected()
  expect(await (await pim.screen('GET', path)).json()).toEqual(none)
  expect((await pim.screen('PUT', path, some)).status).toBe(204)
  expect(await (await pim.screen('GET', path)).json()).toEqual(some)
})

test.each([
  ['attributeGroups', 'pimee_enrich_attribute_group_edit_permissions'],
  ['categories', 'pimee_enrich_category_edit_permissions'],
  ['locales', 'pimee_enrich_locale_edit_permissions'],
])('permissions on %s are changed by who has %s, and stay for others', async (part, acl) => {
  const { pim, path } = await connected()
  const [admin] = (await pim.dump()).roles
  await pim.grant('admin', admin?.acls.filter((one) => one !== acl) ?? [])
  const changed = {
    ...none,
    [part]: { ...none[part as keyof typeof none], view: { all: true, identifiers: [] } },
  }
  expect((await pim.screen('PUT', path, changed)).status).toBe(403)
  expect((await pim.screen('PUT', path, none)).status).toBe(204)
  await pim.grant('admin', admin?.acls ?? [])
  expect((await pim.screen('PUT', path, changed)).status).toBe(204)
  expect(await (await pim.screen('GET', path)).json()).toEqual(changed)
})

test('permissions go with the app', async () => {
  const { pim, path } = await connected()
  await pim.screen('PUT', path, some)
  const [app] = (await pim.dump()).connectedApps
  await pim.screen('DELETE', `/rest/apps/connected-apps/${app?.connectionCode}`)
  expect((await pim.dump()).appPermissions).toEqual([])
  expect((await pim.screen('GET', path)).status).toBe(404)
})

test.each<[string, unknown]>([
  ['a part that is missing', { ...some, locales: undefined }],
  ['a level that is missing', { ...some, locales: { view: nothing } }],
  ['a level that is no object', { ...some, locales: { edit: true, view: nothing } }],
  ['an `all` that is no flag', { ...some, locales: { edit: { all: 1, identifiers: [] } } }],
  ['codes that are no list', { ...some, locales: { edit: { all: true, identifiers: 'x' } } }],
  ['a code that is no text', { ...some, locales: { edit: { all: true, identifiers: [1] } } }],
  [
    'a code that does not exist',
    { ...some, locales: { edit: { all: false, identifiers: ['tlh_TLH'] }, view: nothing } },
  ],
])('%s is refused and changes nothing', async (_, body) => {
  const { pim, path } = await connected()
  expect((await pim.screen('PUT', path, body)).status).toBe(422)
  expect((await pim.dump()).appPermissions).toEqual([])
})

test('the group of no app has no permissions', async () => {
  const { pim } = await connected()
  for (const group of ['unknown', 'All']) {
    expect((await pim.screen('GET', `/rest/app-permissions/${group}`)).status).toBe(404)
    expect((await pim.screen('PUT', `/rest/app-permissions/${group}`, some)).status).toBe(404)
  }
})

test('the other editions know no permissions of apps', async () => {
  const { pim, path } = await connected()
  await pim.send('/_control/scenario', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(await pim.dump()), edition: 'CE' }),
  })
  expect((await pim.screen('GET', '/rest/app-permissions')).status).toBe(404)
  expect((await pim.screen('GET', path)).status).toBe(404)
})

test('who may not manage apps may neither see nor set their permissions', async () => {
  const { pim, path } = await connected()
  await pim.grant('admin', ['akeneo_connectivity_connection_open_apps'])
  expect((await pim.screen('GET', '/rest/app-permissions')).status).toBe(403)
  expect((await pim.screen('GET', path)).status).toBe(403)
  expect((await pim.screen('PUT', path, some)).status).toBe(403)
})

test('permissions are for the screens: a plain call is refused', async () => {
  const { pim, path } = await connected()
  expect((await pim.send(path)).status).toBe(403)
})
