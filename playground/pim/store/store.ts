import { createCollection, type Collection, type StoredCollection } from './collection.ts'
import { StoreCorruptError, type Change, type Driver } from './driver.ts'

/** The collections of a state whose record kinds are the values of `State`. */
export type Collections<State> = { readonly [Name in keyof State]: Collection<State[Name]> }

export interface Store<State> {
  /** Loads what the driver keeps. Throws `StoreCorruptError`. */
  ready(): Promise<void>
  /** Runs `work` on the newest state; a write in it throws `TypeError`. */
  read<Result>(work: (collections: Collections<State>) => Promise<Result>): Promise<Result>
  /** Runs `work` alone; what it wrote is kept when it succeeds and undone when it throws. */
  change<Result>(work: (collections: Collections<State>) => Promise<Result>): Promise<Result>
}

export interface StoreOptions<State> {
  readonly driver: Driver
  readonly names: readonly (keyof State & string)[]
  /** The records to begin with: `[key, value]` by collection. */
  readonly seed: { readonly [Name in keyof State]?: Iterable<readonly [string, State[Name]]> }
  /** Says why a stored record cannot be one of `collection`, or nothing when it can. */
  readonly refuse?: (collection: keyof State & string, value: unknown) => string | undefined
  /** Says why the loaded records cannot be a state together, or nothing when they can. */
  readonly refuseAll?: (collections: Collections<State>) => string | undefined
}

// Records that were put later stand behind those of any seed, also of a longer one in a later release.
const firstOrder = 2 ** 32

/** Collections in memory over a driver that keeps what differs from the seed. */
export function createStore<State extends Record<keyof State, object>>(
  options: StoreOptions<State>,
): Store<State> {
  const { driver, names, seed, refuse, refuseAll } = options
  let undo: Change[] | undefined
  let version = -1
  let stale = false
  let loading: Promise<void> | undefined

  let lastOrder = firstOrder
  const collections = {} as { [Name in keyof State]: StoredCollection<State[Name]> }
  for (const name of names) {
    collections[name] = createCollection({
      observe(key, before, order) {
        if (!undo) throw new TypeError(`Cannot write to "${name}" outside of a changing operation`)
        undo.push(changeOf(name, key, before, order))
      },
      nextOrder: () => (lastOrder += 1),
    })
  }
  driver.onForeignCommit?.(() => {
    stale = true
  })

  function restore({ collection, key, value, order }: Change): void {
    const name = collection as keyof State & string
    collections[name].restore(key, value as State[typeof name] | undefined, order)
  }

  async function load(): Promise<void> {
    stale = false
    version = -1
    const snapshot = await driver.load()
    for (const { collection, value } of snapshot.changes) {
      if (!names.includes(collection as keyof State & string)) {
        throw new StoreCorruptError(`Unknown collection "${collection}" in the stored state`)
      }
      const reason =
        value === undefined ? undefined : refuse?.(collection as keyof State & string, value)
      if (reason) throw new StoreCorruptError(`Stored record in "${collection}": ${reason}`)
    }
    let place = 0
    for (const name of names) {
      collections[name].clear()
      for (const [key, value] of seed[name] ?? []) {
        collections[name].restore(key, value, (place += 1))
      }
    }
    for (const change of snapshot.changes) {
      lastOrder = Math.max(lastOrder, change.order ?? firstOrder)
    }
    for (const change of snapshot.changes) restore(change)
    const reason = refuseAll?.(collections)
    if (reason) throw new StoreCorruptError(`Stored state: ${reason}`)
    version = snapshot.version
  }

  function ready(): Promise<void> {
    if (version >= 0 && !stale) return Promise.resolve()
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  /** What a key holds now, once per key, however often the operation wrote it. */
  function changesOf(log: readonly Change[]): Change[] {
    const changes = new Map<string, Change>()
    for (const { collection, key } of log) {
      const records = collections[collection as keyof State]
      const change = changeOf(collection, key, records.get(key), records.orderOf(key))
      changes.set(`${collection}/${key}`, change)
    }
    return [...changes.values()]
  }

  return {
    ready,
    async read(work) {
      if (stale || version < 0) await ready()
      return work(collections)
    },
    change(work) {
      return driver.exclusive(async () => {
        if (version < 0 || (await driver.version()) !== version) {
          stale = true
          await ready()
        }
        const log: Change[] = []
        undo = log
        try {
          const result = await work(collections)
          undo = undefined
          if (log.length > 0) {
            await driver.commit(changesOf(log), version + 1)
            version += 1
          }
          return result
        } catch (error) {
          undo = undefined
          for (const change of log.toReversed()) restore(change)
          throw error
        }
      })
    },
  }
}

function changeOf(
  collection: string,
  key: string,
  value: unknown,
  order: number | undefined,
): Change {
  return { collection, key, value, ...(order !== undefined && { order }) }
}
