import { insertSorted, removeSorted } from './sorted-keys.ts'

/** Files a record under as many keys as it likes. Indexes of one name are one index: it must always file alike. */
export interface IndexBy<Entity> {
  readonly name: string
  keysOf(record: Entity): Iterable<unknown>
}

/** Which records are filed under a key. */
export interface RecordIndex<Entity> {
  /** Follows a change of the record with this name; undefined stands for a record that is not there. */
  move(name: string, before: Entity | undefined, after: Entity | undefined): void
  /** Names of the records under a key. */
  names(key: unknown): ReadonlySet<string>
  /** The same in ascending code-unit order. The array is shared: do not change it. */
  sortedNames(key: unknown): readonly string[]
}

interface Drawer {
  readonly names: Set<string>
  sorted: readonly string[] | undefined
}

const nothing: ReadonlySet<string> = new Set()

/** An index of the records that are there; from then on it is told of every change. */
export function createRecordIndex<Entity>(
  { keysOf }: IndexBy<Entity>,
  records: ReadonlyMap<string, Entity>,
): RecordIndex<Entity> {
  const drawers = new Map<unknown, Drawer>()

  function add(key: unknown, name: string): void {
    const drawer = drawers.get(key)
    if (!drawer) {
      drawers.set(key, { names: new Set([name]), sorted: undefined })
    } else if (!drawer.names.has(name)) {
      drawer.names.add(name)
      drawer.sorted &&= insertSorted(drawer.sorted, name)
    }
  }

  function remove(key: unknown, name: string): void {
    const drawer = drawers.get(key)
    if (!drawer?.names.delete(name)) return
    drawer.sorted &&= removeSorted(drawer.sorted, name)
    if (drawer.names.size === 0) drawers.delete(key)
  }

  for (const [name, record] of records) for (const key of keysOf(record)) add(key, name)

  return {
    move(name, before, after) {
      const now = new Set(after === undefined ? [] : keysOf(after))
      if (before !== undefined) {
        for (const key of keysOf(before)) if (!now.has(key)) remove(key, name)
      }
      for (const key of now) add(key, name)
    },
    names: (key) => drawers.get(key)?.names ?? nothing,
    sortedNames(key) {
      const drawer = drawers.get(key)
      if (!drawer) return []
      return (drawer.sorted ??= [...drawer.names].sort())
    },
  }
}
