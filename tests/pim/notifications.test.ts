import { expect, test } from 'vitest'
import { activate, registerApp } from './activation.ts'
import { buildPim, type BuiltPim } from './build-pim.ts'

interface List {
  readonly notifications: readonly {
    readonly id: number
    readonly viewed: boolean
    readonly message: string
  }[]
  readonly unreadCount: number
}

/** A PIM whose administrator was told `count` times that an app asks for more. */
async function buildNotified(count: number, name = 'Lantern Feeds'): Promise<BuiltPim> {
  const pim = buildPim()
  const { access_token: token } = await activate(pim, await registerApp(pim, { name }))
  for (let time = 0; time < count; time += 1) {
    await pim.api('POST', '/connect/apps/v1/scopes/update?scopes=write_products', { token })
  }
  return pim
}

async function list(pim: BuiltPim, skip = ''): Promise<List> {
  return (await (await pim.screen('GET', `/notification/list${skip}`)).json()) as List
}

const ids = ({ notifications }: List) => notifications.map(({ id }) => id)

test('GET /notification/list answers the ten newest first, and the older ones after a skip', async () => {
  const pim = await buildNotified(12)
  const newest = ids(await list(pim))
  expect(newest).toHaveLength(10)
  expect(newest).toEqual(newest.toSorted((one, other) => other - one))
  const older = ids(await list(pim, '?skip=10'))
  expect(older).toHaveLength(2)
  expect(new Set([...newest, ...older]).size).toBe(12)
  expect((await list(pim)).unreadCount).toBe(12)
})

test.each(['?skip=', '?skip=-1', '?skip=x', '?skip=1e3', '?skip=99999999999999999999'])(
  'GET /notification/list%s skips none',
  async (skip) => {
    const pim = await buildNotified(1)
    expect(ids(await list(pim, skip))).toHaveLength(1)
  },
)

test('POST /notification/mark_viewed/{id} marks one, and without an id all', async () => {
  const pim = await buildNotified(3)
  const [first] = ids(await list(pim))
  const response = await pim.screen('POST', `/notification/mark_viewed/${first}`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({})
  const marked = await list(pim)
  expect(marked.notifications.map(({ viewed }) => viewed)).toEqual([true, false, false])
  expect(marked.unreadCount).toBe(2)
  await pim.screen('POST', '/notification/mark_viewed')
  expect((await list(pim)).unreadCount).toBe(0)
})

test('DELETE /notification/remove/{id} removes one of the own, and nothing of others', async () => {
  const pim = await buildNotified(2)
  const [first] = ids(await list(pim))
  await pim.signIn('noor')
  await pim.screen('DELETE', `/notification/remove/${first}`)
  await pim.screen('POST', `/notification/mark_viewed/${first}`)
  await pim.signIn('admin')
  expect(await list(pim)).toMatchObject({ unreadCount: 2 })
  const response = await pim.screen('DELETE', `/notification/remove/${first}`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({})
  expect(ids(await list(pim))).toHaveLength(1)
  expect((await pim.screen('DELETE', `/notification/remove/${first}`)).status).toBe(200)
})

test('the name of an app is text in the HTML of a notification', async () => {
  const pim = await buildNotified(1, '<img src=x>')
  const { notifications } = await list(pim)
  expect(notifications[0]?.message).toContain('<strong>&#60;img src=x&#62;</strong>')
})

test('without X-Requested-With the list is refused, and a removal goes to /', async () => {
  const pim = await buildNotified(1)
  expect((await pim.send('/notification/list')).status).toBe(403)
  const [{ id } = { id: 0 }] = (await list(pim)).notifications
  const response = await pim.send(`/notification/remove/${id}`, { method: 'DELETE' })
  expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
  expect(ids(await list(pim))).toEqual([id])
})

test('a scenario keeps notifications, and refuses one whose id is no number', async () => {
  const pim = await buildNotified(2)
  const scenario = await pim.dump()
  const other = buildPim()
  expect((await other.api('PUT', '/_control/scenario', { body: scenario })).status).toBe(200)
  expect(await list(other)).toEqual(await list(pim))
  const notifications = [{ ...scenario.notifications[0], id: 'x' }]
  const response = await other.api('PUT', '/_control/scenario', {
    body: { ...scenario, notifications },
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ pointer: '/notifications/0/id' })
})
