/** One record that was written or, with `value: undefined`, removed. */
export interface Change {
  readonly collection: string
  readonly key: string
  readonly value: unknown
  /** The record's place among the others; a driver keeps it with the rest. */
  readonly order?: number
}

/** What a driver keeps: the changes since the seed (one per record) and a number that grows with every commit. */
export interface Snapshot {
  readonly version: number
  readonly changes: readonly Change[]
}

/** Where changes are kept. A driver knows no PIM concept; hosts choose one and pass it to `createPim`. */
export interface Driver {
  /** Everything that is kept. Throws `StoreCorruptError` when it cannot be read. */
  load(): Promise<Snapshot>
  /** The version of what is kept now, without reading it all. */
  version(): Promise<number>
  /** Lands all changes and the new version, or nothing. */
  commit(changes: readonly Change[], version: number): Promise<void>
  /** Runs `work` while nobody else, in this process or another tab, runs theirs. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result>
  /** Calls `listener` when somebody else committed; returns the way to stop. */
  onForeignCommit?(listener: () => void): () => void
}

/** What is kept cannot be read as records of this PIM. `cause` says why. */
export class StoreCorruptError extends Error {
  override name = 'StoreCorruptError'
}
