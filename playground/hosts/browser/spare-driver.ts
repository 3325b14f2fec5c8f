import type { Change, Snapshot } from '../../pim/index.ts'
import { createRestorableMemory, type RestorableDriver } from './restorable-driver.ts'

/** Why changes are not kept any more: there is no room, or the browser took the storage away. */
export type LossReason = 'full' | 'lost'

/**
 * Keeps changes with `driver` as long as the browser has room for them and lets it, and from then on in memory, on top
 * of what was kept before. `onLoss` is called once, when that ends.
 */
export function withSpareMemory(
  driver: RestorableDriver,
  onLoss: (reason: LossReason) => void,
): RestorableDriver {
  /** What `driver` held when it was last asked: all that is left where it cannot be asked any more. */
  const known = new Map<string, Change>()
  let knownVersion = 0
  let memory: RestorableDriver | undefined
  const now = () => memory ?? driver

  async function goOnInMemory(): Promise<RestorableDriver> {
    const { changes, version } = await driver
      .load()
      .catch(() => ({ version: knownVersion, changes: [...known.values()] }))
    const spare = createRestorableMemory()
    await spare.commit(changes, version)
    return spare
  }

  async function attempt<Result>(act: (driver: RestorableDriver) => Promise<Result>) {
    try {
      return await act(now())
    } catch (error) {
      const reason = reasonOf(error)
      if (memory || !reason) throw error
      memory = await goOnInMemory()
      const result = await act(memory)
      onLoss(reason)
      return result
    }
  }

  function remember({ version, changes }: Snapshot): void {
    for (const change of changes) known.set(`${change.collection}/${change.key}`, change)
    knownVersion = version
  }

  return {
    ...driver,
    async load() {
      const snapshot = await attempt((kept) => kept.load())
      known.clear()
      remember(snapshot)
      return snapshot
    },
    version: () => attempt((kept) => kept.version()),
    async commit(changes, version) {
      await attempt((kept) => kept.commit(changes, version))
      remember({ version, changes })
    },
    async replace(changes, version) {
      await attempt((kept) => kept.replace(changes, version))
      known.clear()
      remember({ version, changes })
    },
  }
}

// IndexedDB has a DOMException for everything. A record that cannot be kept is no fault of the browser's.
function reasonOf(error: unknown): LossReason | undefined {
  if (!(error instanceof DOMException) || error.name === 'DataCloneError') return undefined
  return error.name === 'QuotaExceededError' ? 'full' : 'lost'
}
