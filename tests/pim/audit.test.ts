import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { itemsOf, type Listed } from './api/build-reader.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { buildTracked, weekly } from './tracked.ts'

const day = 24 * 60 * 60 * 1000
const products = '/api/rest/v1/products'

async function read(pim: BuiltPim, token: string, path: string): Promise<void> {
  const response = await pim.api('GET', path, { token })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
}

test('[J.2] GET /rest/connections/audit/weekly?event_type=product_read: counts each product of a list and each single one', async () => {
  const { pim, code, token } = await buildTracked('data_destination')
  await read(pim, token, `${products}?limit=7`)
  await read(pim, token, '/api/rest/v1/products-uuid?limit=5&pagination_type=search_after')
  const list = await pim.api('GET', `${products}?limit=1`, { token })
  const [first] = itemsOf((await list.json()) as Listed<{ identifier: string }>)
  await read(pim, token, `${products}/${first?.identifier}`)
  const counts = await weekly(pim, 'product_read')
  expect(Object.keys(counts)).toEqual([code, '<all>'])
  expect(counts[code]?.weekly_total).toBe(7 + 5 + 1 + 1)
  expect(Object.entries(counts[code]?.daily ?? {})).toEqual([
    ['2024-04-29', 0],
    ['2024-04-30', 0],
    ['2024-05-01', 0],
    ['2024-05-02', 0],
    ['2024-05-03', 0],
    ['2024-05-04', 0],
    ['2024-05-05', 0],
    ['2024-05-06', 14],
  ])
  expect(counts['<all>']).toEqual(counts[code])
})

test('[J.2] GET /rest/connections/audit/weekly: the first of the 8 days is not in the total', async () => {
  const { pim, code, token } = await buildTracked('data_destination')
  await read(pim, token, `${products}?limit=3`)
  pim.wait(7 * day)
  const counts = await weekly(pim, 'product_read')
  expect(counts[code]).toMatchObject({ weekly_total: 0 })
  expect(counts[code]?.daily['2024-05-06']).toBe(3)
  const before = await weekly(pim, 'product_read', '2024-05-07')
  expect(before[code]?.weekly_total).toBe(3)
  expect(Object.keys(before[code]?.daily ?? {}).at(-1)).toBe('2024-05-07')
})

test('reads of 100 requests at once are all counted', async () => {
  const { pim, code, token } = await buildTracked('data_destination')
  await Promise.all(Array.from({ length: 100 }, () => read(pim, token, `${products}?limit=2`)))
  expect((await weekly(pim, 'product_read'))[code]?.weekly_total).toBe(200)
})

test.each([
  ['of a data source', 'data_source', {}],
  ['of flow type other', 'other', {}],
  ['that is not tracked', 'data_destination', { auditable: false }],
  [
    'that uses a foreign username',
    'data_destination',
    { username: 'larkspur_shop_3141', password: 'e27b6a904' },
  ],
] as const)('reads of a connection %s are not counted', async (_, flowType, changes) => {
  const { pim, token } = await buildTracked(flowType, changes)
  const { eventCounts: before } = await pim.dump()
  await read(pim, token, products)
  expect((await pim.dump()).eventCounts).toEqual(before)
})

test('a refused read and an empty list are not counted', async () => {
  const { pim, token } = await buildTracked('data_destination')
  await pim.api('GET', `${products}?limit=101`, { token })
  await pim.api('GET', `${products}/nothing-of-that-name`, { token })
  await read(pim, token, `${products}?page=90&limit=100`)
  expect((await pim.dump()).eventCounts).toEqual([])
})

test('reads of a connected app are counted once its settings track it as a data destination', async () => {
  const pim = buildPim()
  const { access_token: token } = await activate(pim, await registerApp(pim))
  await read(pim, token, `${products}?limit=4`)
  const [{ connectionCode = '' } = {}] = (await pim.dump()).connectedApps
  await pim.screen('POST', `/rest/apps/connected-apps/${connectionCode}/monitoring-settings`, {
    flowType: 'data_destination',
    auditable: true,
  })
  await read(pim, token, `${products}?limit=6`)
  expect((await weekly(pim, 'product_read'))[connectionCode]?.weekly_total).toBe(6)
})

test('turning tracking off keeps what was counted, but takes the connection from the dashboard', async () => {
  const { pim, code, token } = await buildTracked('data_destination')
  await read(pim, token, `${products}?limit=2`)
  const settings = { label: 'Harbour POS', flow_type: 'data_destination' }
  await pim.screen('POST', `/rest/connections/${code}`, { ...settings, auditable: false })
  expect(Object.keys(await weekly(pim, 'product_read'))).toEqual(['<all>'])
  await pim.screen('POST', `/rest/connections/${code}`, { ...settings, auditable: true })
  expect((await weekly(pim, 'product_read'))[code]?.weekly_total).toBe(2)
})

test('deleting a connection forgets what was counted of it', async () => {
  const { pim, code, token } = await buildTracked('data_destination')
  await read(pim, token, products)
  await pim.screen('DELETE', `/rest/connections/${code}`)
  expect((await pim.dump()).eventCounts).toEqual([])
})

test('[J.2] GET /rest/connections/audit/weekly: products created and updated are counted apart, an update without a change not at all', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  const create = { identifier: 'harbour-lamp', family: 'lamps' }
  expect((await pim.api('POST', products, { token, body: create })).status).toBe(201)
  for (const enabled of [false, true, true]) {
    await pim.api('PATCH', `${products}/harbour-lamp`, { token, body: { enabled } })
  }
  const created = await weekly(pim, 'product_created')
  expect(created[code]?.weekly_total).toBe(1)
  const updated = await weekly(pim, 'product_updated')
  expect(updated[code]?.weekly_total).toBe(2)
  expect(updated['<all>']?.weekly_total).toBe(2)
  expect(Object.keys(await weekly(pim, 'product_read'))).not.toContain(code)
})

test.each([
  ['[J.2] GET /rest/connections/audit/weekly without an event type', 'weekly'],
  [
    '[J.2] GET /rest/connections/audit/weekly with an unknown event type',
    'weekly?event_type=__proto__',
  ],
  [
    '[J.2] GET /rest/connections/audit/weekly with an end that is no date',
    'weekly?event_type=product_read&end_date=soon',
  ],
  [
    '[J.2] GET /rest/connections/audit/weekly-error with the 40th',
    'weekly-error?end_date=2024-05-40',
  ],
  [
    '[J.2] GET /rest/connections/audit/error-count-per-connection without a type',
    'error-count-per-connection',
  ],
])('%s answers 400', async (_, path) => {
  const response = await buildPim().screen('GET', `/rest/connections/audit/${path}`)
  expect(response.status).toBe(400)
})

test('[J.2] GET /rest/connections/audit/weekly without X-Requested-With answers 403', async () => {
  const response = await buildPim().send('/rest/connections/audit/weekly?event_type=product_read')
  expect(response.status).toBe(403)
})

test('what is counted is part of the scenario, and comes back with it', async () => {
  const { pim, token } = await buildTracked('data_destination')
  await read(pim, token, products)
  const scenario = await pim.dump()
  expect(scenario.eventCounts).toEqual([
    { connectionCode: 'harbour_pos', eventType: 'product_read', day: '2024-05-06', count: 10 },
  ])
  const other = buildPim()
  await other.api('PUT', '/_control/scenario', { body: scenario })
  expect((await weekly(other, 'product_read'))['harbour_pos']?.weekly_total).toBe(10)
})
