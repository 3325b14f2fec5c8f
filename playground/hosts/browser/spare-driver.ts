import { createRestorableMemory, type RestorableDriver } from './restorable-driver.ts'

/**
 * Keeps changes with `driver` as long as the browser has room for them, and from then on in memory, on top of what was
 * kept before. `onFull` is called once, when the room ends.
 */
export function withSpareMemory(driver: RestorableDriver, onFull: () => void): RestorableDriver {
  let memory: RestorableDriver | undefined
  const now = () => memory ?? driver

  async function goOnInMemory(): Promise<RestorableDriver> {
    const { changes, version } = await driver.load()
    const spare = createRestorableMemory()
    await spare.commit(changes, version)
    return spare
  }

  async function attempt(write: (driver: RestorableDriver) => Promise<void>): Promise<void> {
    try {
      await write(now())
    } catch (error) {
      if (memory || !isFull(error)) throw error
      memory = await goOnInMemory()
      await write(memory)
      onFull()
    }
  }

  return {
    ...driver,
    load: () => now().load(),
    version: () => now().version(),
    commit: (changes, version) => attempt((kept) => kept.commit(changes, version)),
    replace: (changes, version) => attempt((kept) => kept.replace(changes, version)),
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
