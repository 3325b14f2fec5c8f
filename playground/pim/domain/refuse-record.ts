import type { State } from './state.ts'

/** Says why a stored value cannot be a record of its collection, or nothing when it can. */
export function refuseRecord(collection: keyof State & string, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `a record of "${collection}" is an object, found ${value === null ? 'null' : typeof value}`
  }
  return undefined
}
