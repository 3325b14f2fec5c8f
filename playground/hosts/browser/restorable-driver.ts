import { createMemoryDriver, type Change, type Driver } from '../../pim/index.ts'

/** A driver whose whole content can be exchanged for an earlier one. */
export interface RestorableDriver extends Driver {
  /** Puts these changes in the place of all that are kept, or nothing. */
  replace(changes: readonly Change[], version: number): Promise<void>
}

/** Keeps everything in memory. */
export function createRestorableMemory(): RestorableDriver {
  const first = createMemoryDriver()
  let memory: Driver = first
  return {
    load: () => memory.load(),
    version: () => memory.version(),
    commit: (changes, version) => memory.commit(changes, version),
    // The turns of operations stay with one of them.
    exclusive: (work) => first.exclusive(work),
    async replace(changes, version) {
      const next = createMemoryDriver()
      await next.commit(changes, version)
      memory = next
    },
  }
}
