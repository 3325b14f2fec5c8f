import { expect, test } from 'vitest'
import {
  createPim,
  createMemoryDriver,
  StoreCorruptError,
  type Change,
} from '../../playground/pim/index.ts'
import { activate, registerApp } from './activation.ts'
import { buildPim, pimUrl } from './build-pim.ts'

test('an unexpected failure is a bare 500 in JSON, is reported, and leaves no trace', async () => {
  const driver = createMemoryDriver()
  const reported: unknown[] = []
  const pim = createPim({
    url: pimUrl,
    driver: { ...driver, commit: () => Promise.reject(new Error('disk full')) },
    report: (error) => reported.push(error),
  })
  const request = new Request(`${pimUrl}/_control/session`, {
    method: 'PUT',
    body: '{"username":"noor"}',
  })
  const response = await pim.fetch(request)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ code: 500, message: 'The PIM could not answer.' })
  expect(reported).toEqual([new Error('disk full')])
  const session = await pim.fetch(new Request(`${pimUrl}/_control/session`))
  expect(await session.json()).toEqual({ username: 'admin' })
})

async function keptChanges(): Promise<Change[]> {
  const driver = createMemoryDriver()
  const pim = buildPim({ options: { driver } })
  await activate(pim, await registerApp(pim))
  return [...(await driver.load()).changes]
}

test('a kept state is loaded again', async () => {
  const changes = await keptChanges()
  const driver = { ...createMemoryDriver(), load: async () => ({ version: 1, changes }) }
  const pim = buildPim({ options: { driver } })
  await pim.ready()
  expect((await pim.dump()).connectedApps).toHaveLength(1)
})

test.each<[string, (change: Change) => Change]>([
  ['null for a record', (change) => ({ ...change, value: null })],
  ['a text for a record', (change) => ({ ...change, value: 'x' })],
  ['an empty record', (change) => ({ ...change, value: {} })],
  ['a number for a text', (change) => withField(change, 'username', 7)],
  ['a field too many', (change) => withField(change, 'colour', 'blue')],
  ['an unknown collection', (change) => ({ ...change, collection: 'planes' })],
  ['a reference to nothing', (change) => withField(change, 'roleId', 'gone')],
])('a kept state with %s is corrupt', async (_, spoil) => {
  const changes = (await keptChanges()).map((change) =>
    change.collection === 'users' ? spoil(change) : change,
  )
  const driver = { ...createMemoryDriver(), load: async () => ({ version: 1, changes }) }
  await expect(buildPim({ options: { driver } }).ready()).rejects.toThrow(StoreCorruptError)
})

test('a kept state without settings is corrupt', async () => {
  const changes = [{ collection: 'settings', key: 'current', value: undefined }]
  const driver = { ...createMemoryDriver(), load: async () => ({ version: 1, changes }) }
  await expect(buildPim({ options: { driver } }).ready()).rejects.toThrow(StoreCorruptError)
})

function withField(change: Change, name: string, value: unknown): Change {
  return { ...change, value: { ...(change.value as object), [name]: value } }
}
