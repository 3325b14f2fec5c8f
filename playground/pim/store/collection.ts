/** Records of one kind by key. Records are never changed in place: `put` a new value. */
export interface Collection<Entity> {
  readonly size: number
  get(key: string): Entity | undefined
  has(key: string): boolean
  /** All records in the order in which they were first put. */
  values(): IterableIterator<Entity>
  /** All keys in ascending code-unit order. The array is shared: do not change it. */
  sortedKeys(): readonly string[]
  /** Records whose `field` is `value`; the first call per field builds an index that is kept from then on. */
  where<Field extends keyof Entity & string>(field: Field, value: Entity[Field]): Entity[]
  /** Throws `TypeError` outside of a changing operation. */
  put(key: string, value: Entity): void
  /** Removes a record if it is there. Throws `TypeError` outside of a changing operation. */
  delete(key: string): void
}

/** Told before a record changes; throws to refuse. */
export type WriteObserver = (key: string, before: unknown, after: unknown) => void

/** A collection in memory. `observe` is called before each write. */
export function createCollection<Entity extends object>(
  observe: WriteObserver,
): Collection<Entity> & {
  /** Writes without being observed: for loading and for undoing. */
  restore(key: string, value: Entity | undefined): void
} {
  const records = new Map<string, Entity>()
  const indexes = new Map<string, Map<unknown, Set<string>>>()
  let sorted: string[] | undefined

  function write(key: string, value: Entity | undefined): void {
    const before = records.get(key)
    if ((before === undefined) !== (value === undefined)) sorted = undefined
    for (const [field, index] of indexes) {
      if (before !== undefined) index.get(before[field as keyof Entity])?.delete(key)
      if (value !== undefined) addTo(index, value[field as keyof Entity], key)
    }
    if (value === undefined) records.delete(key)
    else records.set(key, value)
  }

  function indexOf(field: keyof Entity & string): Map<unknown, Set<string>> {
    const known = indexes.get(field)
    if (known) return known
    const index = new Map<unknown, Set<string>>()
    for (const [key, value] of records) addTo(index, value[field], key)
    indexes.set(field, index)
    return index
  }

  return {
    get size() {
      return records.size
    },
    get: (key) => records.get(key),
    has: (key) => records.has(key),
    values: () => records.values(),
    sortedKeys: () => (sorted ??= [...records.keys()].sort()),
    where: (field, value) =>
      [...(indexOf(field).get(value) ?? [])].map((key) => records.get(key) as Entity),
    put: (key, value) => {
      observe(key, records.get(key), value)
      write(key, value)
    },
    delete: (key) => {
      const before = records.get(key)
      if (before === undefined) return
      observe(key, before, undefined)
      write(key, undefined)
    },
    restore: write,
  }
}

function addTo(index: Map<unknown, Set<string>>, value: unknown, key: string): void {
  const keys = index.get(value)
  if (keys) keys.add(key)
  else index.set(value, new Set([key]))
}
