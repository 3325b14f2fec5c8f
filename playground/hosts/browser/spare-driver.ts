import { createMemoryDriver, type Driver } from '../../pim/index.ts'

/**
 * Keeps changes with `driver` as long as the browser has room for them, and from then on in memory, on top of what was
 * kept before. `onFull` is called once, when the room ends.
 */
export function withSpareMemory(driver: Driver, onFull: () => void): Driver {
  let memory: Driver | undefined
  const now = () => memory ?? driver

  async function goOnInMemory(): Promise<Driver> {
    const { changes, version } = await driver.load()
    const spare = createMemoryDriver()
    await spare.commit(changes, version)
    return spare
  }

  return {
    ...driver,
    load: () => now().load(),
    version: () => now().version(),
    async commit(changes, version) {
      try {
        await now().commit(changes, version)
      } catch (error) {
        if (memory || !isFull(error)) throw error
        memory = await goOnInMemory()
        await memory.commit(changes, version)
        onFull()
      }
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
