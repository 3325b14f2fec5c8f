import { expect, test } from 'vitest'
import { checkScenario, namedScenarios, type Scenario } from '../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { weekly } from './tracked.ts'

const invalid = 'The access token provided is invalid.'

/** A PIM into which a scenario of the gallery was loaded. */
async function open(id: string): Promise<{ pim: BuiltPim; scenario: Scenario }> {
  const named = namedScenarios.find((each) => each.id === id)
  if (!named) throw new Error(`There is no scenario "${id}"`)
  const scenario = await named.load()
  const pim = buildPim()
  const response = await pim.api('PUT', '/_control/scenario', { body: scenario })
  if (response.status !== 200) throw new Error(await response.text())
  return { pim, scenario }
}

async function json(pim: BuiltPim, path: string): Promise<unknown> {
  const response = await pim.screen('GET', path)
  expect(response.status).toBe(200)
  return response.json()
}

/** The only app that is connected, as the PIM's own screen reads it. */
async function connectedApp(pim: BuiltPim): Promise<Record<string, unknown>> {
  const apps = (await json(pim, '/rest/apps/connected-apps')) as Record<string, unknown>[]
  expect(apps).toHaveLength(1)
  return apps[0] ?? {}
}

test.each(namedScenarios)(
  'the scenario $id can be loaded, and GET gives it back',
  async (named) => {
    const { pim, scenario } = await open(named.id)
    expect(checkScenario(scenario)).toBeUndefined()
    expect(await pim.dump()).toEqual(scenario)
    const other = buildPim({ scenario })
    expect(await other.dump()).toEqual(scenario)
    expect(named.title).not.toBe('')
    expect(named.description.endsWith('.')).toBe(true)
  },
)

test('no two scenarios have the same id', () => {
  const ids = namedScenarios.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('fresh-pim has products, but nothing is connected', async () => {
  const { pim } = await open('fresh-pim')
  expect(await json(pim, '/rest/connections')).toEqual([])
  expect(await json(pim, '/rest/apps/connected-apps')).toEqual([])
  expect(await json(pim, '/rest/custom-apps')).toEqual({ total: 0, apps: [] })
  expect(await json(pim, '/rest/user')).toMatchObject({ username: 'admin' })
})

test('connection-in-use: its token reads products, which are counted with those of today', async () => {
  const { pim, scenario } = await open('connection-in-use')
  const before = (await weekly(pim, 'product_read'))['harbour_pos']
  expect(before?.weekly_total).toBe(27)
  const [{ token = '' } = {}] = scenario.accessTokens
  const response = await pim.api('GET', '/api/rest/v1/products?limit=3', { token })
  expect(response.status).toBe(200)
  expect((await weekly(pim, 'product_read'))['harbour_pos']?.weekly_total).toBe(30)
})

test('wrong-credentials: the PIM names who used whose connection', async () => {
  const { pim } = await open('wrong-credentials')
  const path = '/rest/connections/wrong-credentials-combination'
  const wrong = (await json(pim, path)) as Record<string, { users: object }>
  expect(Object.keys(wrong)).toEqual(['harbour_pos', 'quayside_feed'])
  expect(Object.keys(wrong['harbour_pos']?.users ?? {})).toEqual(['noor', 'admin'])
})

test('connection-limit: neither a connection nor an app can be added', async () => {
  const { pim } = await open('connection-limit')
  expect(await json(pim, '/rest/connections')).toHaveLength(50)
  expect(await json(pim, '/rest/connections/max-limit-reached')).toBe(true)
  const draft = { code: 'one_more', label: 'One more', flow_type: 'other' }
  expect((await pim.screen('POST', '/rest/connections', draft)).status).toBe(422)
})

test('app-to-activate: a custom app waits to be connected', async () => {
  const { pim, scenario } = await open('app-to-activate')
  const [{ clientId = '' } = {}] = scenario.customApps
  expect(await json(pim, '/rest/custom-apps')).toMatchObject({
    total: 1,
    apps: [{ id: clientId, connected: false, isPending: false }],
  })
  expect(await json(pim, `/rest/apps/activate/${clientId}`)).toMatchObject({
    url: expect.stringContaining('/activate?pim_url=') as string,
  })
})

test('app-pending: connected, but without a token', async () => {
  const { pim, scenario } = await open('app-pending')
  expect(await connectedApp(pim)).toMatchObject({ is_pending: true, has_outdated_scopes: false })
  expect(scenario.accessTokens).toEqual([])
})

test('app-connected: the token reads products, categories and families', async () => {
  const { pim, scenario } = await open('app-connected')
  expect(await connectedApp(pim)).toMatchObject({ is_pending: false, name: 'Lantern Feeds' })
  const [{ token = '' } = {}] = scenario.accessTokens
  for (const resource of ['products', 'categories', 'families']) {
    const response = await pim.api('GET', `/api/rest/v1/${resource}?limit=1`, { token })
    expect(response.status).toBe(200)
  }
  const body = { identifier: 'a-lamp' }
  const refused = await pim.api('POST', '/api/rest/v1/products', { token, body })
  expect(refused.status).toBe(403)
})

test('scope-upgrade: the app is flagged, and the wizard shows what is new and what is old', async () => {
  const { pim, scenario } = await open('scope-upgrade')
  expect(scenario.notifications).toMatchObject([{ username: 'admin', isViewed: false }])
  const app = await connectedApp(pim)
  expect(app).toMatchObject({ has_outdated_scopes: true })
  const wizard = await json(pim, `/rest/apps/load-wizard-data/${String(app['id'])}`)
  expect(wizard).toMatchObject({
    scopeMessages: [{ type: 'edit', entities: 'products' }],
    displayCheckboxConsent: false,
  })
  expect((wizard as { oldScopeMessages: unknown[] }).oldScopeMessages.length).toBeGreaterThan(0)
  await pim.screen('POST', `/rest/apps/confirm-authorization/${String(app['id'])}`)
  expect((await connectedApp(pim))['scopes']).toContain('write_products')
})

test('revoked-token: the app can be connected again, its old token is refused', async () => {
  const { pim, scenario } = await open('revoked-token')
  expect(await json(pim, '/rest/apps/connected-apps')).toEqual([])
  const [{ token = '' } = {}] = scenario.revokedAppTokens
  const response = await pim.api('GET', '/api/rest/v1/products', { token })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({
    code: 401,
    message: `${invalid} Your app has been disconnected from that PIM.`,
  })
})

test('busy-week: every chart has something to show, whenever it is opened', async () => {
  const { pim } = await open('busy-week')
  for (const eventType of ['product_created', 'product_updated', 'product_read']) {
    const counts = await weekly(pim, eventType)
    expect(Object.keys(counts)).toHaveLength(3)
    for (const { daily } of Object.values(counts)) {
      expect(Object.values(daily)).toHaveLength(8)
      expect(Object.values(daily).at(-1)).toBeGreaterThan(0)
    }
  }
  const errors = (await json(pim, '/rest/connections/audit/weekly-error')) as Record<
    string,
    { current_week_total: number }
  >
  expect(errors['<all>']?.current_week_total).toBeGreaterThan(14)
  for (const code of ['fernwood_erp', 'brindle_plm']) {
    const path = '/rest/connections/audit/error-count-per-connection?error_type=business'
    const { [code]: count } = (await json(pim, path)) as Record<string, number>
    const shown = (await json(pim, `/rest/connections/${code}/business-errors`)) as object[]
    expect(shown).toHaveLength(count ?? 0)
    expect(shown.length).toBeGreaterThan(3)
  }
})
