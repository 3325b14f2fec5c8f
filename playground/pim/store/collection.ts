/** Records of one kind by key. Records are never changed in place: `put` a new value. */
export interface Collection<Entity> {
  readonly size: number
  get(key: string): Entity | undefined
  has(key: string): boolean
  /** All records in the order in which they were put; a record keeps its place when it is put again. */
  values(): IterableIterator<Entity>
  /** All keys in ascending code-unit order. The array is shared: do not change it. */
  sortedKeys(): readonly string[]
  /** Records whose `field` is `value`, in order; the first call per field builds an index that is kept from then on. */
  where<Field extends keyof Entity & string>(field: Field, value: Entity[Field]): Entity[]
  /** Throws `TypeError` outside of a changing operation. */
  put(key: string, value: Entity): void
  /** Removes a record if it is there. Throws `TypeError` outside of a changing operation. */
  delete(key: string): void
}

/** A collection as the store sees it. */
export interface StoredCollection<Entity> extends Collection<Entity> {
  /** The place of a record among the others. */
  orderOf(key: string): number | undefined
  /** Writes without being observed, at a given place: for loading and for undoing. */
  restore(key: string, value: Entity | undefined, order?: number): void
}

export interface CollectionOptions {
  /** Told what stood under a key before it changes; throws to refuse. */
  readonly observe: (key: string, before: unknown, order: number | undefined) => void
  /** The place of a new record: greater than all before. */
  readonly nextOrder: () => number
}

/** A collection in memory. */
export function createCollection<Entity extends object>(
  options: CollectionOptions,
): StoredCollection<Entity> {
  const { observe, nextOrder } = options
  const orders = new Map<string, number>()
  const indexes = new Map<string, Map<unknown, Set<string>>>()
  let records = new Map<string, Entity>()
  let sorted: string[] | undefined
  let last = -1
  let isOrdered = true

  function write(key: string, value: Entity | undefined, order?: number): void {
    const before = records.get(key)
    if ((before === undefined) !== (value === undefined)) sorted = undefined
    for (const [field, index] of indexes) {
      if (before !== undefined) index.get(before[field as keyof Entity])?.delete(key)
      if (value !== undefined) addTo(index, value[field as keyof Entity], key)
    }
    if (value === undefined) {
      records.delete(key)
      orders.delete(key)
      return
    }
    records.set(key, value)
    if (before === undefined || order !== undefined) place(key, order ?? nextOrder())
  }

  function place(key: string, order: number): void {
    const before = orders.get(key)
    if (before === order) return
    orders.set(key, order)
    if (before !== undefined || order < last) isOrdered = false
    last = Math.max(last, order)
  }

  function inOrder(keys: Iterable<string>): string[] {
    return [...keys].sort((one, other) => (orders.get(one) ?? 0) - (orders.get(other) ?? 0))
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
    values: () => {
      if (!isOrdered) {
        records = new Map(inOrder(records.keys()).map((key) => [key, records.get(key) as Entity]))
        isOrdered = true
      }
      return records.values()
    },
    sortedKeys: () => (sorted ??= [...records.keys()].sort()),
    where: (field, value) =>
      inOrder(indexOf(field).get(value) ?? []).map((key) => records.get(key) as Entity),
    put: (key, value) => {
      observe(key, records.get(key), orders.get(key))
      write(key, value)
    },
    delete: (key) => {
      const before = records.get(key)
      if (before === undefined) return
      observe(key, before, orders.get(key))
      write(key, undefined)
    },
    orderOf: (key) => orders.get(key),
    restore: write,
  }
}

function addTo(index: Map<unknown, Set<string>>, value: unknown, key: string): void {
  const keys = index.get(value)
  if (keys) keys.add(key)
  else index.set(value, new Set([key]))
}
