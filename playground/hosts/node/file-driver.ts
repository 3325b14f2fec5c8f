import { open, readFile, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { StoreCorruptError, type Change, type Driver, type Snapshot } from '../../pim/index.ts'

/**
 * Keeps the state in one JSON file that is replaced as a whole: written beside it, flushed to the disk, renamed over
 * it. A stop at any moment leaves the last complete state. A missing file is an empty state.
 */
export function createFileDriver(path: string): Driver {
  const file = resolve(path)
  const kept = new Map<string, Change>()
  let version = 0
  let last: Promise<unknown> = Promise.resolve()

  async function write(changes: readonly Change[], next: number): Promise<void> {
    const merged = new Map(kept)
    for (const change of changes) merged.set(`${change.collection}/${change.key}`, change)
    const text = JSON.stringify({ version: next, changes: [...merged.values()] })
    const temporary = `${file}.new`
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    await syncFolder(dirname(file))
    for (const change of changes) kept.set(`${change.collection}/${change.key}`, change)
    version = next
  }

  return {
    async load() {
      const snapshot = await readSnapshot(file)
      kept.clear()
      for (const change of snapshot.changes) kept.set(`${change.collection}/${change.key}`, change)
      version = snapshot.version
      return snapshot
    },
    version: async () => version,
    commit: write,
    exclusive: (work) => {
      const result = last.then(work)
      last = result.catch(() => undefined)
      return result
    },
  }
}

async function readSnapshot(file: string): Promise<Snapshot> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { version: 0, changes: [] }
    throw error
  }
  try {
    const value = JSON.parse(text) as Partial<Snapshot> | null
    if (typeof value?.version === 'number' && isChanges(value.changes)) {
      return {
        version: value.version,
        changes: value.changes.map(withValue),
      }
    }
  } catch (error) {
    throw new StoreCorruptError(`${file} is not JSON`, { cause: error })
  }
  throw new StoreCorruptError(`${file} holds no state of a PIM`)
}

/** JSON has no undefined: a removed record comes back without a value. */
function withValue(change: Change): Change {
  return 'value' in change ? change : Object.assign(change, { value: undefined })
}

function isChanges(value: unknown): value is Change[] {
  return (
    Array.isArray(value) &&
    value.every(
      (change: unknown) =>
        typeof change === 'object' &&
        change !== null &&
        'collection' in change &&
        typeof change.collection === 'string' &&
        'key' in change &&
        typeof change.key === 'string',
    )
  )
}

/** Makes the rename itself durable. Not every system can open a folder: then the rename is as durable as it gets. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
