import { expect, test } from 'vitest'
import { StoreCorruptError, type Change, type Driver, type Snapshot } from './driver.ts'
import { createMemoryDriver } from './memory-driver.ts'
import { namesOf, open } from './open-boats.ts'

test('a store begins with its seed, in order', async () => {
  expect(await namesOf(open(createMemoryDriver()))).toEqual(['Avocet', 'Brant', 'Curlew'])
})

test('what an operation wrote is there for the next one, and for another store of the driver', async () => {
  const driver = createMemoryDriver()
  const store = open(driver)
  await store.change(async ({ boats }) => {
    boats.put('d', { name: 'Dunlin', port: 'south' })
    boats.delete('a')
  })
  expect(await namesOf(store)).toEqual(['Brant', 'Curlew', 'Dunlin'])
  expect(await namesOf(open(driver))).toEqual(['Brant', 'Curlew', 'Dunlin'])
})

test('what an operation wrote is undone when it throws, order included', async () => {
  const driver = createMemoryDriver()
  const store = open(driver)
  const failing = store.change(async ({ boats, ports }) => {
    boats.delete('a')
    boats.put('b', { name: 'Bittern', port: 'south' })
    boats.put('b', { name: 'Bunting', port: 'east' })
    boats.put('d', { name: 'Dunlin', port: 'south' })
    ports.put('north', { name: 'Northport' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await namesOf(store)).toEqual(['Avocet', 'Brant', 'Curlew'])
  expect(await store.read(async ({ ports }) => ports.size)).toBe(0)
  expect(await driver.version()).toBe(0)
})

test('what an operation wrote is undone when the driver cannot keep it', async () => {
  const driver: Driver = {
    ...createMemoryDriver(),
    commit: () => Promise.reject(new Error('disk full')),
  }
  const store = open(driver)
  const failing = store.change(async ({ boats }) => boats.delete('a'))
  await expect(failing).rejects.toThrow('disk full')
  expect(await namesOf(store)).toEqual(['Avocet', 'Brant', 'Curlew'])
})

test('a write outside of a changing operation throws a TypeError', async () => {
  const store = open(createMemoryDriver())
  const writing = store.read(async ({ boats }) => boats.delete('a'))
  await expect(writing).rejects.toThrow(TypeError)
})

test('an operation that writes nothing commits nothing', async () => {
  const driver = createMemoryDriver()
  await open(driver).change(async ({ boats }) => boats.delete('nobody'))
  expect(await driver.version()).toBe(0)
})

test('a record that is removed and put again stands last, also after loading in another order', async () => {
  const driver = createMemoryDriver()
  const store = open(driver)
  await store.change(async ({ boats }) => boats.delete('a'))
  await store.change(async ({ boats }) => boats.put('d', { name: 'Dunlin', port: 'south' }))
  await store.change(async ({ boats }) => boats.put('a', { name: 'Avocet', port: 'north' }))
  expect(await namesOf(store)).toEqual(['Brant', 'Curlew', 'Dunlin', 'Avocet'])
  const { changes, version } = await driver.load()
  const turned: Driver = {
    ...createMemoryDriver(),
    load: async (): Promise<Snapshot> => ({ version, changes: changes.toReversed() }),
    version: async () => version,
  }
  expect(await namesOf(open(turned))).toEqual(['Brant', 'Curlew', 'Dunlin', 'Avocet'])
})

test('a record keeps its place when it is put again', async () => {
  const store = open(createMemoryDriver())
  await store.change(async ({ boats }) => boats.put('a', { name: 'Auk', port: 'west' }))
  expect(await namesOf(store)).toEqual(['Auk', 'Brant', 'Curlew'])
})

test('changing operations take turns, and none is lost', async () => {
  const driver = createMemoryDriver()
  const stores = [open(driver), open(driver)]
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      stores[index % 2]?.change(async ({ ports }) => {
        await Promise.resolve()
        ports.put('count', { name: String(Number(ports.get('count')?.name ?? 0) + 1) })
      }),
    ),
  )
  const count = open(driver).read(async ({ ports }) => ports.get('count')?.name)
  expect(await count).toBe('40')
})

test('a foreign commit is seen by the next operation', async () => {
  const memory = createMemoryDriver()
  const listeners = new Set<() => void>()
  const driver: Driver = {
    ...memory,
    onForeignCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const store = open(driver)
  expect(await namesOf(store)).toHaveLength(3)
  await open(memory).change(async ({ boats }) => boats.delete('a'))
  expect(await namesOf(store)).toHaveLength(3)
  for (const listener of listeners) listener()
  expect(await namesOf(store)).toEqual(['Brant', 'Curlew'])
})

test.each<[string, Change]>([
  ['an unknown collection', { collection: 'planes', key: 'x', value: {} }],
  ['a record that is refused', { collection: 'boats', key: 'x', value: 'not a boat' }],
])('a snapshot with %s is corrupt, each time it is asked for', async (_, change) => {
  const driver: Driver = {
    ...createMemoryDriver(),
    load: async () => ({ version: 1, changes: [change] }),
  }
  const store = open(driver, {
    refuse: (_name, value) => (typeof value === 'string' ? 'is a text' : undefined),
  })
  await expect(store.ready()).rejects.toThrow(StoreCorruptError)
  await expect(namesOf(store)).rejects.toThrow(StoreCorruptError)
  await expect(store.change(async () => undefined)).rejects.toThrow(StoreCorruptError)
})

test('records that cannot stand together are corrupt', async () => {
  const store = open(createMemoryDriver(), {
    refuseAll: ({ ports }) => (ports.size === 0 ? 'boats without a port' : undefined),
  })
  await expect(store.ready()).rejects.toThrow('Stored state: boats without a port')
})

test('where finds records by a field, in order, and follows what changes', async () => {
  const store = open(createMemoryDriver())
  const north = () =>
    store.read(async ({ boats }) => boats.where('port', 'north').map(({ name }) => name))
  expect(await north()).toEqual(['Avocet', 'Curlew'])
  await store.change(async ({ boats }) => {
    boats.put('a', { name: 'Avocet', port: 'south' })
    boats.put('a', { name: 'Avocet', port: 'north' })
    boats.put('b', { name: 'Brant', port: 'north' })
    boats.delete('c')
  })
  expect(await north()).toEqual(['Avocet', 'Brant'])
  const failing = store.change(async ({ boats }) => {
    boats.delete('a')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await north()).toEqual(['Avocet', 'Brant'])
})

test('keys are sorted by code unit, and follow what changes', async () => {
  const store = open(createMemoryDriver())
  const keys = () => store.read(async ({ boats }) => [...boats.sortedKeys()])
  expect(await keys()).toEqual(['a', 'b', 'c'])
  await store.change(async ({ boats }) => {
    boats.put('B', { name: 'Bittern', port: 'south' })
    boats.delete('b')
  })
  expect(await keys()).toEqual(['B', 'a', 'c'])
})
