import { expect, test } from 'vitest'
import { createMemoryDriver } from './memory-driver.ts'
import { namesOf, open, seed, type State } from './open-boats.ts'
import { createStore, type StoreOptions } from './store.ts'

const lateBoats: StoreOptions<State> = {
  driver: createMemoryDriver(),
  names: ['ports', 'boats'],
  seed: { ports: [['north', { name: 'Northport' }]] },
  late: { names: ['boats'], load: async () => seed },
}

test('a late collection is not there before the seed is complete, and whoever asks for it is told', async () => {
  const store = createStore<State>({ ...lateBoats, driver: createMemoryDriver() })
  expect(await store.read(async ({ ports }) => ports.size)).toBe(1)
  await expect(namesOf(store)).rejects.toThrow('The collection "boats" is not loaded yet')
  expect(await store.read(async (all) => Object.keys(all))).toEqual(['ports'])
  await store.complete()
  expect(await namesOf(store)).toEqual(['Avocet', 'Brant', 'Curlew'])
})

test('the late part of a seed is loaded once, and again after it could not be', async () => {
  let loads = 0
  const load = async () => {
    loads += 1
    if (loads === 1) throw new Error('offline')
    return seed
  }
  const late = { names: ['boats'] as const, load }
  const store = createStore<State>({ ...lateBoats, driver: createMemoryDriver(), late })
  await expect(Promise.all([store.complete(), store.complete()])).rejects.toThrow('offline')
  expect(loads).toBe(1)
  await Promise.all([store.complete(), store.complete()])
  await store.complete()
  expect(loads).toBe(2)
  expect(await namesOf(store)).toHaveLength(3)
})

test('a store without a late part is complete', async () => {
  const store = open(createMemoryDriver())
  await store.complete()
  expect(await namesOf(store)).toHaveLength(3)
})

test('changes of late records are kept, refused and undone as those of others', async () => {
  const driver = createMemoryDriver()
  const first = createStore<State>({ ...lateBoats, driver })
  await first.complete()
  await first.change(async ({ boats }) => {
    boats.put('b', { name: 'Bittern', port: 'south' })
    boats.put('d', { name: 'Dunlin', port: 'south' })
    boats.delete('a')
  })
  const second = createStore<State>({ ...lateBoats, driver })
  await second.change(async ({ ports }) => ports.put('south', { name: 'Southport' }))
  await second.complete()
  expect(await namesOf(second)).toEqual(['Bittern', 'Curlew', 'Dunlin'])
  await second.change(async ({ boats }) => boats.put('e', { name: 'Eider', port: 'east' }))
  expect(await namesOf(second)).toEqual(['Bittern', 'Curlew', 'Dunlin', 'Eider'])
  expect(await namesOf(open(driver))).toEqual(['Bittern', 'Curlew', 'Dunlin', 'Eider'])
  const wary = createStore<State>({ ...lateBoats, driver, refuse: (name) => name })
  await expect(wary.ready()).rejects.toThrow('Stored record in "boats": boats')
})

test('the seed may become complete at any moment', async () => {
  for (let pause = 0; pause < 12; pause += 1) {
    const store = createStore<State>({ ...lateBoats, driver: createMemoryDriver() })
    const ready = store.ready()
    for (let turn = 0; turn < pause; turn += 1) await Promise.resolve()
    const found = store.complete().then(() => namesOf(store))
    const changed = store.change(async ({ ports }) => ports.put('south', { name: 'Southport' }))
    await Promise.all([ready, changed])
    expect(await found).toHaveLength(3)
    expect(await store.read(async ({ ports }) => ports.size)).toBe(2)
  }
})
