import { createCollection, type Collection, type StoredCollection } from './collection.ts'
import { StoreCorruptError, type Change, type Driver } from './driver.ts'

/** The collections of a state whose record kinds are the values of `State`. */
export type Collections<State> = { readonly [Name in keyof State]: Collection<State[Name]> }

export interface Store<State> {
  /** Loads what the driver keeps. Throws `StoreCorruptError`. */
  ready(): Promise<void>
  /** Loads the late part of the seed as well, once; operations that begin from then on have it. */
  complete(): Promise<void>
  /** Runs `work` on the newest state; a write in it throws `TypeError`. */
  read<Result>(work: (collections: Collections<State>) => Promise<Result>): Promise<Result>
  /** Runs `work` alone; what it wrote is kept when it succeeds and undone when it throws. */
  change<Result>(work: (collections: Collections<State>) => Promise<Result>): Promise<Result>
}

/** Records to begin with: `[key, value]` by collection. */
export type Seed<State> = {
  readonly [Name in keyof State]?: Iterable<readonly [string, State[Name]]>
}

/** A part of the seed that is not there from the beginning. */
export interface LateSeed<State> {
  /** Its collections: until `complete()` is done, asking for one of them throws `TypeError`. */
  readonly names: readonly (keyof State & string)[]
  load(): Promise<Seed<State>>
}

export interface StoreOptions<State> {
  readonly driver: Driver
  readonly names: readonly (keyof State & string)[]
  /** The records to begin with. */
  readonly seed: Seed<State>
  /** Records to begin with that are only loaded when an operation needs them. */
  readonly late?: LateSeed<State>
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
  const { driver, names, seed, late, refuse, refuseAll } = options
  const isLate = new Set<string>(late?.names)
  let undo: Change[] | undefined
  let version = -1
  let stale = false
  let loading: Promise<void> | undefined
  let lateSeed: Seed<State> | undefined
  /** The late seed as far as it was taken over. */
  let taken: Seed<State> | undefined
  let completing: Promise<void> | undefined
  /** The changing operation under way: nothing is loaded while it has written what is not kept yet. */
  let busy: Promise<void> | undefined

  let lastOrder = firstOrder
  const collections = {} as { [Name in keyof State]: StoredCollection<State[Name]> }
  for (const name of names) {
    const collection = createCollection<State[typeof name]>({
      observe(key, before, order) {
        if (!undo) throw new TypeError(`Cannot write to "${name}" outside of a changing operation`)
        undo.push(changeOf(name, key, before, order))
      },
      nextOrder: () => (lastOrder += 1),
    })
    Object.defineProperty(collections, name, {
      // Whoever copies the collections takes those along that are there for sure.
      enumerable: !isLate.has(name),
      get() {
        if (!isThere(name)) throw new TypeError(`The collection "${name}" is not loaded yet`)
        return collection
      },
    })
  }
  driver.onForeignCommit?.(() => {
    stale = true
  })

  function isThere(name: string): boolean {
    return taken !== undefined || !isLate.has(name)
  }

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
    taken = lateSeed
    for (const name of names.filter(isThere)) {
      let place = 0
      collections[name].clear()
      for (const [key, value] of (isLate.has(name) ? taken : seed)?.[name] ?? []) {
        collections[name].restore(key, value, (place += 1))
      }
    }
    for (const change of snapshot.changes) {
      lastOrder = Math.max(lastOrder, change.order ?? firstOrder)
    }
    for (const change of snapshot.changes) if (isThere(change.collection)) restore(change)
    const reason = refuseAll?.(collections)
    if (reason) throw new StoreCorruptError(`Stored state: ${reason}`)
    version = snapshot.version
  }

  /** Whether what is in memory is what the driver keeps, as far as anybody said. */
  function isCurrent(): boolean {
    return version >= 0 && !stale && taken === lateSeed
  }

  /** Loads what is missing: the version that is kept, if it is said which one that is, and the seed that is there. */
  async function catchUp(kept?: number): Promise<void> {
    const wanted = lateSeed
    if (version >= 0 && kept !== undefined && kept !== version) stale = true
    if (!isCurrent()) await ready()
    // What was being loaded already may have begun too early.
    if (taken === wanted && (kept === undefined || kept === version)) return
    stale = true
    await ready()
  }

  function ready(): Promise<void> {
    if (isCurrent()) return Promise.resolve()
    loading ??= (busy ? busy.then(load) : load()).finally(() => {
      loading = undefined
    })
    return loading
  }

  function complete(): Promise<void> {
    if (!late || lateSeed) return Promise.resolve()
    completing ??= late
      .load()
      .then((loaded) => {
        lateSeed = loaded
      })
      .finally(() => {
        completing = undefined
      })
    return completing
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

  async function changeAlone<Result>(
    work: (collections: Collections<State>) => Promise<Result>,
  ): Promise<Result> {
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
  }

  return {
    ready,
    complete,
    async read(work) {
      if (!isCurrent()) await catchUp()
      return work(collections)
    },
    change(work) {
      return driver.exclusive(async () => {
        await catchUp(await driver.version())
        let done: () => void = () => undefined
        busy = new Promise((resolve) => (done = resolve))
        try {
          return await changeAlone(work)
        } finally {
          busy = undefined
          done()
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
