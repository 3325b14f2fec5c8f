import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { StoreCorruptError, type Change } from '../../pim/index.ts'
import type { RestorableDriver } from './restorable-driver.ts'

interface Schema extends DBSchema {
  changes: { key: string; value: Change }
  meta: { key: 'version'; value: number }
}

export interface IndexedDbDriver extends RestorableDriver {
  /** Calls `listener` after each commit of another tab, when the store knows of it; returns the way to stop. */
  onCommitElsewhere(listener: () => void): () => void
  close(): void
}

/** The name under which this browser keeps the PIM: database, lock and channel alike. */
export const storageName = 'connect-your-pim'

/**
 * Keeps the state in IndexedDB. Changing operations of all tabs take turns under a Web Lock, and the other tabs are
 * told. Rejects with `StoreCorruptError` when the database is not one of ours, and with the browser's own error when
 * there is no database to be had (blocked, private mode).
 */
export async function openIndexedDbDriver(): Promise<IndexedDbDriver> {
  const database = await open()
  const channel = new BroadcastChannel(storageName)
  const commits = new Set<() => void>()
  const foreign = new Set<() => void>()
  let last: Promise<unknown> = Promise.resolve()

  channel.addEventListener('message', () => {
    for (const listener of [...foreign, ...commits]) listener()
  })

  async function write(
    changes: readonly Change[],
    version: number,
    { isAll }: { isAll: boolean },
  ): Promise<void> {
    const transaction = database.transaction(['changes', 'meta'], 'readwrite')
    const kept = transaction.objectStore('changes')
    const cleared = isAll ? kept.clear() : undefined
    const writes = changes.map((change) => kept.put(change, `${change.collection}/${change.key}`))
    const meta = transaction.objectStore('meta').put(version, 'version')
    await Promise.all([cleared, ...writes, meta, transaction.done]).catch((error: unknown) => {
      // What was still to be written only says that it was given up; the transaction says why.
      throw transaction.error ?? error
    })
    channel.postMessage(version)
  }

  return {
    async load() {
      const transaction = database.transaction(['changes', 'meta'])
      const [changes, version] = await Promise.all([
        transaction.objectStore('changes').getAll(),
        transaction.objectStore('meta').get('version'),
      ])
      for (const change of changes as unknown[]) {
        if (!isChange(change))
          throw new StoreCorruptError('A stored record has no collection or key')
      }
      return { version: versionOf(version), changes }
    },
    version: async () => versionOf(await database.get('meta', 'version')),
    commit: (changes, version) => write(changes, version, { isAll: false }),
    replace: (changes, version) => write(changes, version, { isAll: true }),
    exclusive(work) {
      // Without Web Locks (an insecure context) only this tab's operations can take turns.
      const result = navigator.locks
        ? navigator.locks.request(storageName, () => work())
        : last.then(work)
      last = result.then(
        () => undefined,
        () => undefined,
      )
      return result as ReturnType<typeof work>
    },
    onForeignCommit(listener) {
      foreign.add(listener)
      return () => foreign.delete(listener)
    },
    onCommitElsewhere(listener) {
      commits.add(listener)
      return () => commits.delete(listener)
    },
    close() {
      channel.close()
      database.close()
    },
  }
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(storageName, 1, {
    upgrade(created) {
      created.createObjectStore('changes')
      created.createObjectStore('meta')
    },
    // Another tab deletes or upgrades the database: let it, instead of blocking it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  }).catch((error: unknown) => {
    const isOurs = !(error instanceof DOMException && error.name === 'VersionError')
    throw isOurs
      ? error
      : new StoreCorruptError('The stored state is of a newer version', { cause: error })
  })
  for (const name of ['changes', 'meta'] as const) {
    if (database.objectStoreNames.contains(name)) continue
    database.close()
    throw new StoreCorruptError(`The stored state has no "${name}"`)
  }
  return database
}

function isChange(value: unknown): value is Change {
  return (
    typeof value === 'object' &&
    value !== null &&
    'collection' in value &&
    typeof value.collection === 'string' &&
    'key' in value &&
    typeof value.key === 'string'
  )
}

function versionOf(value: unknown): number {
  if (value === undefined) return 0
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new StoreCorruptError('The stored version is no number')
}
