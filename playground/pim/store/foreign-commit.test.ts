import { expect, test } from 'vitest'
import type { Driver } from './driver.ts'
import { createMemoryDriver } from './memory-driver.ts'
import { namesOf, open } from './open-boats.ts'

/** A driver that says at any time that somebody else committed. */
function announcing(kept: Driver): { driver: Driver; announce: () => void } {
  const listeners = new Set<() => void>()
  const onForeignCommit = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    driver: { ...kept, onForeignCommit },
    announce: () => listeners.forEach((listener) => listener()),
  }
}

test('what an operation wrote so far outlives word of a commit that comes late', async () => {
  const memory = createMemoryDriver()
  const { driver, announce } = announcing(memory)
  const store = open(driver)
  let reading: Promise<string[]> | undefined
  await store.change(async ({ boats }) => {
    boats.put('d', { name: 'Dunlin', port: 'south' })
    announce()
    reading = namesOf(store)
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    expect(boats.has('d')).toBe(true)
  })
  expect(await reading).toEqual(['Avocet', 'Brant', 'Curlew', 'Dunlin'])
  expect(await namesOf(open(memory))).toEqual(['Avocet', 'Brant', 'Curlew', 'Dunlin'])
})

test('an operation that fails keeps nobody waiting', async () => {
  const { driver, announce } = announcing(createMemoryDriver())
  const store = open(driver)
  let reading: Promise<string[]> | undefined
  const failing = store.change(async ({ boats }) => {
    boats.delete('a')
    announce()
    reading = namesOf(store)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await reading).toEqual(['Avocet', 'Brant', 'Curlew'])
})

test('a change waits for the newest version, also when an older one is being loaded', async () => {
  const memory = createMemoryDriver()
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  let loads = 0
  const slow: Driver = {
    ...memory,
    async load() {
      const snapshot = await memory.load()
      loads += 1
      if (loads === 1) await gate
      return snapshot
    },
  }
  const store = open(slow)
  const ready = store.ready()
  await open(memory).change(async ({ boats }) => boats.put('d', { name: 'Dunlin', port: 'south' }))
  const changing = store.change(async ({ boats }) => boats.size)
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  release()
  await ready
  expect(await changing).toBe(4)
  expect(loads).toBe(2)
})
