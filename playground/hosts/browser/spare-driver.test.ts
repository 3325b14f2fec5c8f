import { expect, test } from 'vitest'
import { createRestorableMemory, type RestorableDriver } from './restorable-driver.ts'
import { withSpareMemory } from './spare-driver.ts'

const change = (key: string) => ({ collection: 'users', key, value: { name: key } })

/** A driver with room for so many commits. */
function withRoomFor(commits: number, name: string): RestorableDriver {
  const memory = createRestorableMemory()
  let left = commits
  return {
    ...memory,
    async commit(changes, version) {
      if (left === 0) throw new DOMException('No more', name)
      left -= 1
      await memory.commit(changes, version)
    },
  }
}

test('where the room ends, what comes is kept in memory on top of what was kept', async () => {
  const kept = withRoomFor(1, 'QuotaExceededError')
  const told: string[] = []
  const driver = withSpareMemory(kept, (reason) => told.push(reason))
  await driver.commit([change('ada')], 1)
  expect(told).toEqual([])
  await driver.commit([change('noor')], 2)
  await driver.commit([change('ada'), change('kim')], 3)
  expect(told).toEqual(['full'])
  expect(await driver.version()).toBe(3)
  const { changes } = await driver.load()
  expect(changes.map(({ key }) => key)).toEqual(['ada', 'noor', 'kim'])
  expect(await kept.load()).toEqual({ version: 1, changes: [change('ada')] })
})

test.each(['load', 'version', 'commit'] as const)(
  'where the browser takes the storage away, which a %s finds out, all goes on in memory',
  async (first) => {
    const memory = createRestorableMemory()
    let isGone = false
    const guarded = <Result>(act: () => Promise<Result>) =>
      isGone ? Promise.reject(new DOMException('It is closing', 'InvalidStateError')) : act()
    const kept: RestorableDriver = {
      ...memory,
      load: () => guarded(() => memory.load()),
      version: () => guarded(() => memory.version()),
      commit: (changes, version) => guarded(() => memory.commit(changes, version)),
    }
    const told: string[] = []
    const driver = withSpareMemory(kept, (reason) => told.push(reason))
    await driver.commit([change('ada')], 1)
    await driver.load()
    await driver.commit([change('noor')], 2)
    isGone = true
    if (first !== 'commit') await driver[first]()
    await driver.commit([change('kim')], 3)
    expect(told).toEqual(['lost'])
    expect(await driver.version()).toBe(3)
    const { changes } = await driver.load()
    expect(changes.map(({ key }) => key)).toEqual(['ada', 'noor', 'kim'])
  },
)

test('any other trouble is passed on, and nothing is kept', async () => {
  const driver = withSpareMemory(withRoomFor(0, 'DataCloneError'), () => undefined)
  await expect(driver.commit([change('ada')], 1)).rejects.toThrow('No more')
  expect(await driver.load()).toEqual({ version: 0, changes: [] })
})

test('an earlier content takes the place of what came since, kept or in memory', async () => {
  for (const room of [9, 1]) {
    const driver = withSpareMemory(withRoomFor(room, 'QuotaExceededError'), () => undefined)
    await driver.commit([change('ada')], 1)
    const { changes } = await driver.load()
    await driver.commit([change('noor')], 2)
    await driver.replace(changes, 3)
    expect(await driver.load()).toEqual({ version: 3, changes: [change('ada')] })
  }
})
