import { expect, test } from 'vitest'
import { createMemoryDriver, type Driver } from '../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { buildTracked, weekly } from './tracked.ts'

const products = '/api/rest/v1/products?limit=5'

/** The connection that the default scenario has for a shop, tracked from now on, and a token of its own. */
async function trackShop(driver: Driver): Promise<{ pim: BuiltPim; token: string }> {
  const { accessTokens, connections } = await buildPim().dump()
  const shop = connections.find(({ code }) => code === 'larkspur_shop')
  if (!shop) throw new Error('The default scenario has no shop')
  const token = 't'.repeat(86)
  const pim = buildPim({
    options: { driver, report: () => undefined },
    scenario: {
      connections: connections.with(connections.indexOf(shop), { ...shop, auditable: true }),
      accessTokens: [
        ...accessTokens,
        {
          token,
          clientId: shop.clientId,
          username: shop.username,
          scope: null,
          expiresAt: null,
        },
      ],
    },
  })
  return { pim, token }
}

test('what was counted of a read is kept by the driver before the answer', async () => {
  const driver = createMemoryDriver()
  const { pim, token } = await trackShop(driver)
  expect((await pim.api('GET', products, { token })).status).toBe(200)
  const { changes } = await driver.load()
  expect(changes.map(({ collection, value }) => ({ collection, value }))).toEqual([
    {
      collection: 'eventCounts',
      value: {
        connectionCode: 'larkspur_shop',
        eventType: 'product_read',
        day: '2024-05-06',
        count: 5,
      },
    },
  ])
})

test('a read that cannot be counted is a bare 500, and nothing is half counted', async () => {
  const commit = () => Promise.reject(new Error('disk full'))
  const { pim, token } = await trackShop({ ...createMemoryDriver(), commit })
  const response = await pim.api('GET', products, { token })
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ code: 500, message: 'The PIM could not answer.' })
  expect((await weekly(pim, 'product_read'))['larkspur_shop']?.weekly_total).toBe(0)
})

test('a read of a connection that is not tracked changes nothing, so it never waits for a turn', async () => {
  const { pim, token } = await buildTracked('data_destination', { auditable: false })
  const before = await pim.dump()
  await pim.api('GET', products, { token })
  expect(await pim.dump()).toEqual(before)
})

test('reads while their connection is deleted leave no count behind', async () => {
  const { pim, code, token } = await buildTracked('data_destination')
  await Promise.all([
    ...Array.from({ length: 20 }, () => pim.api('GET', products, { token })),
    pim.screen('DELETE', `/rest/connections/${code}`),
    ...Array.from({ length: 20 }, () => pim.api('GET', products, { token })),
  ])
  const { connections, eventCounts } = await pim.dump()
  expect(connections.map((each) => each.code)).not.toContain(code)
  expect(eventCounts).toEqual([])
})

test('refused writes while their connection is deleted leave no error behind', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  const refuse = (identifier: string, enabled: unknown) =>
    pim.api('POST', '/api/rest/v1/products', { token, body: { identifier, enabled } })
  await Promise.all([
    refuse('a,comma', true),
    pim.screen('DELETE', `/rest/connections/${code}`, {}),
    refuse('a,comma', true),
    refuse('a-lamp', 'perhaps'),
  ])
  const { errorCounts, businessErrors } = await pim.dump()
  expect({ errorCounts, businessErrors }).toEqual({ errorCounts: [], businessErrors: [] })
})
