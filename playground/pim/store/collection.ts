import { insertSorted, removeSorted } from './sorted-keys.ts'
import { createRecordIndex, type IndexBy, type RecordIndex } from './record-index.ts'

/** What records are looked up by: one of their fields, or keys that are made of them. */
export type LookUpBy<Entity> = (keyof Entity & string) | IndexBy<Entity>

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
  /** Records that an index files under `key`, in order; the first call per index builds it. */
  where(by: IndexBy<Entity>, key: unknown): Entity[]
  /** Keys of the same records in ascending code-unit order. The array is shared: do not change it. */
  keysWhere(by: LookUpBy<Entity>, value: unknown): readonly string[]
  /** How many records `where` gives. */
  countWhere(by: LookUpBy<Entity>, value: unknown): number
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
  /** Forgets every record, without being observed. */
  clear(): void
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
  const indexes = new Map<string, RecordIndex<Entity>>()
  let records = new Map<string, Entity>()
  let sorted: readonly string[] | undefined
  let last = -1
  let isOrdered = true

  function write(key: string, value: Entity | undefined, order?: number): void {
    const before = records.get(key)
    if (before === undefined && value !== undefined) sorted &&= insertSorted(sorted, key)
    if (before !== undefined && value === undefined) sorted &&= removeSorted(sorted, key)
    for (const index of indexes.values()) index.move(key, before, value)
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

  function indexOf(by: LookUpBy<Entity>): RecordIndex<Entity> {
    const name = typeof by === 'string' ? `field ${by}` : `index ${by.name}`
    const known = indexes.get(name)
    if (known) return known
    const index = createRecordIndex(typeof by === 'string' ? fieldIndex(by) : by, records)
    indexes.set(name, index)
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
    where: (by: LookUpBy<Entity>, value: unknown) =>
      inOrder(indexOf(by).names(value)).map((key) => records.get(key) as Entity),
    keysWhere: (by, value) => indexOf(by).sortedNames(value),
    countWhere: (by, value) => indexOf(by).names(value).size,
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
    clear() {
      for (const each of [records, orders, indexes]) each.clear()
      sorted = undefined
      last = -1
      isOrdered = true
    },
  }
}

function fieldIndex<Entity>(field: keyof Entity & string): IndexBy<Entity> {
  return { name: field, keysOf: (record) => [record[field]] }
}
