import { expect, test, vi } from 'vitest'
import {
  createMemoryDriver,
  webApiAcls,
  type Driver,
  type FlowType,
} from '../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'
import { buildTracked, weekly } from './tracked.ts'

const products = '/api/rest/v1/products?limit=5'

/** The connection that the default scenario has for a shop, tracked from now on, and a token that may do everything. */
async function trackShop(
  driver: Driver,
  flowType: FlowType = 'data_destination',
): Promise<{ pim: BuiltPim; token: string }> {
  const { accessTokens, connections, roles } = await buildPim().dump()
  const acls = webApiAcls.map(({ id }) => id)
  const shop = connections.find(({ code }) => code === 'larkspur_shop')
  if (!shop) throw new Error('The default scenario has no shop')
  const token = 't'.repeat(86)
  const pim = buildPim({
    options: { driver, report: () => undefined },
    scenario: {
      roles: roles.map((role) =>
        role.code === 'ROLE_USER' ? Object.assign({}, role, { acls }) : role,
      ),
      connections: connections.with(connections.indexOf(shop), {
        ...shop,
        flowType,
        auditable: true,
      }),
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

/** A driver of which every turn from the `number`-th on waits until it is let go. */
function holdTurns(number: number): { driver: Driver; isHeld(): boolean; letGo(): void } {
  const memory = createMemoryDriver()
  let turns = 0
  let held: (() => void)[] | undefined = []
  return {
    isHeld: () => held?.length === 1,
    letGo() {
      const waiting = held ?? []
      held = undefined
      for (const go of waiting) go()
    },
    driver: {
      ...memory,
      exclusive(work) {
        turns += 1
        if (turns !== number || !held) return memory.exclusive(work)
        return new Promise((resolve) => {
          held?.push(() => resolve(memory.exclusive(work)))
        })
      },
    },
  }
}

test('what was read is not counted when the connection was deleted before its turn came', async () => {
  const { driver, isHeld, letGo } = holdTurns(1)
  const { pim, token } = await trackShop(driver)
  const reading = pim.api('GET', products, { token })
  await vi.waitUntil(isHeld, { timeout: 20_000 })
  expect((await pim.screen('DELETE', '/rest/connections/larkspur_shop')).status).toBe(204)
  letGo()
  expect((await reading).status).toBe(200)
  expect((await pim.dump()).eventCounts).toEqual([])
})

test.each([
  ['a broken rule', { identifier: 'a,comma' }],
  ['a wrong request', { identifier: 'a-lamp', enabled: 'perhaps' }],
])('%s is not counted when the connection was deleted before its turn came', async (_, body) => {
  const { driver, isHeld, letGo } = holdTurns(2)
  const { pim, token } = await trackShop(driver, 'data_source')
  const writing = pim.api('POST', '/api/rest/v1/products', { token, body })
  await vi.waitUntil(isHeld, { timeout: 20_000 })
  expect((await pim.screen('DELETE', '/rest/connections/larkspur_shop')).status).toBe(204)
  letGo()
  expect((await writing).status).toBe(422)
  const { errorCounts, businessErrors } = await pim.dump()
  expect({ errorCounts, businessErrors }).toEqual({ errorCounts: [], businessErrors: [] })
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
