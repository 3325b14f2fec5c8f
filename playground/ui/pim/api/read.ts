// Readers turn what came over the wire into values of a known shape. They throw a TypeError where it has another one.

export type Reader<T> = (value: unknown) => T

export function readRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected(value)
  return { ...value }
}

export function readText(value: unknown): string {
  if (typeof value !== 'string') throw unexpected(value)
  return value
}

export function readTextOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : readText(value)
}

/** Identifiers come as text or as a number. */
export function readIdOrNull(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : readTextOrNull(value)
}

export function readCount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unexpected(value)
  return value
}

/** A map of values by name; an empty one may come as an empty list. */
export function readMap<T>(readItem: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value) => {
    if (Array.isArray(value) && value.length === 0) return new Map()
    return new Map(
      Object.entries(readRecord(value)).map(([name, item]) => [name, readItem(item)] as const),
    )
  }
}

export function readFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw unexpected(value)
  return value
}

export function readList<T>(readItem: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw unexpected(value)
    return value.map((item: unknown) => readItem(item))
  }
}

export const readTexts = readList(readText)

export function readOneOf<T extends string>(allowed: readonly T[]): Reader<T> {
  return (value) => {
    const found = allowed.find((item) => item === value)
    if (found === undefined) throw unexpected(value)
    return found
  }
}

function unexpected(value: unknown): TypeError {
  return new TypeError(`The answer holds an unexpected value: ${JSON.stringify(value)}`)
}
