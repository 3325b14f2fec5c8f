import { beforeEach, expect, test, vi } from 'vitest'
import { defaultScenario } from '../../playground/pim/index.ts'
import type * as Seed from '../../playground/pim/seed/catalogue.ts'
import { buildPim } from './build-pim.ts'

const downloads = vi.hoisted(() => ({ count: 0, fails: false }))

vi.mock('../../playground/pim/seed/catalogue.ts', async (original) => {
  const { catalogue } = await original<typeof Seed>()
  return {
    catalogue: () => {
      downloads.count += 1
      if (downloads.fails) throw new Error('The download failed')
      return catalogue()
    },
  }
})

beforeEach(() => {
  downloads.count = 0
  downloads.fails = false
})

const token = 'a-token'
const scenario = {
  accessTokens: [
    {
      token,
      clientId: defaultScenario.oauthClients[0]?.id ?? '',
      username: defaultScenario.users[0]?.username ?? '',
      scope: null,
      expiresAt: null,
    },
  ],
}

test('a PIM is opened, looked at and connected to without its products', async () => {
  const pim = buildPim({ scenario })
  await pim.ready()
  for (const path of [
    '/',
    '/rest/connections',
    '/rest/connections/max-limit-reached',
    '/rest/connections/audit/weekly?event_type=product_read',
    '/rest/custom-apps',
    '/rest/marketplace/apps',
    '/rest/apps/connected-apps',
    '/rest/user',
    '/rest/roles',
    '/rest/user-groups',
    '/notification/list',
    '/notification/count_unread',
    '/connect/apps/v1/openid/public-key',
    '/connect/apps/v1/authorize?client_id=nobody',
    '/api/rest/v1',
    '/api/rest/v1/test-apps',
    '/_control/scenario',
    '/_control/faults',
  ]) {
    expect((await pim.screen('GET', path)).status, path).toBeLessThan(500)
  }
  await pim.screen('POST', '/rest/connections', {
    code: 'erp',
    label: 'ERP',
    flow_type: 'data_source',
  })
  expect((await pim.dump()).connections.some(({ code }) => code === 'erp')).toBe(true)
  expect(downloads.count).toBe(0)
})

test.each([
  ['GET', '/api/rest/v1/products'],
  ['GET', '/api/rest/v1/families'],
  ['GET', '/rest/app-permissions/app'],
  ['POST', '/_control/reset'],
])('%s %s takes the catalogue along, once however often it is asked', async (method, path) => {
  const pim = buildPim({ scenario })
  const ask = () => pim.api(method, path, { token })
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.map(({ status }) => status < 500)).toEqual([true, true, true])
  await ask()
  expect(downloads.count).toBe(1)
})

test('a catalogue that cannot be had is a 500 for who needs it, and is asked for again', async () => {
  const reports: unknown[] = []
  const pim = buildPim({ scenario, options: { report: (error) => reports.push(error) } })
  downloads.fails = true
  const refused = await pim.api('GET', '/api/rest/v1/products', { token })
  expect(refused.status).toBe(500)
  expect(reports).toHaveLength(1)
  expect((await pim.screen('GET', '/rest/connections')).status).toBe(200)
  downloads.fails = false
  const list = await pim.api('GET', '/api/rest/v1/products?with_count=true', { token })
  expect(await list.json()).toMatchObject({ items_count: 1200 })
})

test('what was changed of products is there when the PIM is opened again without them', async () => {
  const { createMemoryDriver } = await import('../../playground/pim/index.ts')
  const driver = createMemoryDriver()
  const change = { token, body: { enabled: false, categories: ['beds'] } }
  const path = '/api/rest/v1/products/armchair-ondrel'
  const first = buildPim({ scenario, options: { driver } })
  expect((await first.api('PATCH', path, change)).status).toBe(204)
  const second = buildPim({ scenario, options: { driver } })
  await second.screen('POST', '/rest/connections', {
    code: 'erp',
    label: 'ERP',
    flow_type: 'other',
  })
  const shown = await second.api('GET', path, { token })
  expect(await shown.json()).toMatchObject({ enabled: false, categories: ['beds'] })
  await second.api('POST', '/_control/reset')
  expect(await (await second.api('GET', path, { token })).json()).toMatchObject({ enabled: true })
})
