import { expect, test } from 'vitest'
import { createMemoryDriver, type Scenario } from '../../playground/pim/index.ts'
import { activate, ask, obtainCode, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { buildTracked } from './tracked.ts'

const json = 'application/json'
const mappingSchema = {
  $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
  properties: { uuid: { type: 'string' }, title: { type: 'string' } },
}

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
  await addMappedCatalog(pim, granted.access_token)
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

/** A catalog to which its app gave a mapping schema. */
async function addMappedCatalog(pim: BuiltPim, token: string): Promise<void> {
  const path = '/api/rest/v1/catalogs'
  const made = await pim.api('POST', path, { token, body: { name: 'Autumn' } })
  const { id } = (await made.json()) as { id: string }
  const body = mappingSchema
  const put = await pim.api('PUT', `${path}/${id}/mapping-schemas/product`, { token, body })
  expect(put.status).toBe(204)
}

/** A scenario in which nothing is left out, and no list is empty. */
async function dumpEverything(pim: BuiltPim): Promise<Scenario> {
  const scenario = await pim.dump()
  const [connection] = scenario.connections
  const [group] = scenario.connectedApps
  const nothing = { all: false, identifiers: [] }
  const levels = { edit: nothing, view: { all: true, identifiers: [] } }
  const source = { source: 'name', scope: null, locale: 'en_US', default: 'Nameless' }
  const everything: Scenario = {
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
    catalogs: scenario.catalogs.map((catalog) =>
      Object.assign({}, catalog, {
        productSelectionCriteria: [{ field: 'enabled', operator: '=', value: true }],
        productValueFilters: { locales: ['en_US'] },
        productMapping: { title: source },
      }),
    ),
    faults: ['rate_limit'],
    clock: { offset: -5, frozenAt: 1_700_000_000_000 },
  }
  const empty = Object.entries(everything).filter(
    ([, value]) => Array.isArray(value) && !value.length,
  )
  expect(empty.map(([name]) => name)).toEqual([])
  return everything
}

function withoutSchema(name: string, value: unknown): unknown {
  return name === 'productMappingSchema' ? undefined : value
}

async function load(pim: BuiltPim, text: string): Promise<string> {
  const headers = { 'content-type': json }
  const response = await pim.send('/_control/scenario', { method: 'PUT', headers, body: text })
  expect(response.status).toBe(200)
  return response.text()
}

test('a scenario with everything in it is taken back without a change, here and elsewhere', async () => {
  const pim = await buildLived()
  const text = JSON.stringify(await dumpEverything(pim))
  for (const other of [pim, buildPim()]) {
    expect(await load(other, text)).toBe(text)
    expect(await (await other.send('/_control/scenario')).text()).toBe(text)
  }
})

test('a scenario clears whatever came before it, also where the PIM is opened again', async () => {
  const driver = createMemoryDriver()
  const pim = buildPim({ options: { driver } })
  const before = await (await pim.send('/_control/scenario')).text()
  await load(pim, JSON.stringify(await dumpEverything(await buildLived())))
  for (const opened of [pim, buildPim({ options: { driver } })]) {
    expect(await (await opened.send('/_control/scenario')).text()).not.toBe(before)
  }
  expect(await load(pim, before)).toBe(before)
  for (const opened of [pim, buildPim({ options: { driver } })]) {
    expect(await (await opened.send('/_control/scenario')).text()).toBe(before)
  }
})

test('the mapping schema of a catalog comes and goes with the scenario', async () => {
  const lived = await buildLived()
  const { catalogs, accessTokens, ...rest } = await lived.dump()
  const [{ id = '' } = {}] = catalogs
  const token = accessTokens.at(-1)?.token ?? ''
  const readSchema = async (of: BuiltPim) => {
    const path = `/api/rest/v1/catalogs/${id}/mapping-schemas/product`
    const answer = await of.api('GET', path, { token })
    return answer.status === 200 ? ((await answer.json()) as unknown) : answer.status
  }
  expect(catalogs).toMatchObject([{ productMappingSchema: mappingSchema }])
  const bare = JSON.parse(JSON.stringify(catalogs, withoutSchema)) as object[]
  const pim = buildPim()
  await load(pim, JSON.stringify({ ...rest, accessTokens, catalogs }))
  expect(await readSchema(pim)).toEqual(mappingSchema)
  await load(pim, JSON.stringify({ ...rest, accessTokens, catalogs: bare }))
  expect(await readSchema(pim)).toBe(404)
  await load(pim, JSON.stringify({ ...rest, accessTokens, catalogs }))
  expect((await pim.api('POST', '/_control/reset')).status).toBe(200)
  await load(pim, JSON.stringify({ ...rest, accessTokens, catalogs: bare }))
  expect(await readSchema(pim)).toBe(404)
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
