import type { Change, Driver } from './driver.ts'

/** Keeps everything in memory: for tests, and for a server that forgets when it stops. */
export function createMemoryDriver(): Driver {
  const kept = new Map<string, Change>()
  let version = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    load: async () => ({ version, changes: [...kept.values()] }),
    version: async () => version,
    commit: async (changes, next) => {
      for (const change of changes) kept.set(`${change.collection}/${change.key}`, change)
      version = next
    },
    exclusive: (work) => {
      const result = last.then(work)
      last = result.catch(() => undefined)
      return result
    },
  }
}
