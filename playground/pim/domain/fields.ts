import type { Violation } from './error.ts'
import type { Operation } from './operation.ts'
import { wrongStructure, wrongType } from './property-error.ts'
import { tooLongViolation } from './too-long.ts'

// Far more than there are locales, channels, attributes or types, so that whatever has more names what is not there.
const mostKeys = 10_000

/** What a request says of an entity, by property. */
export type Fields = ReadonlyMap<string, unknown>

/** A text; numbers and switches become one. Throws `PropertyError` for lists and objects. */
export function readText(property: string, value: unknown): string | null {
  if (value === null) return null
  if (typeof value === 'object') throw wrongType(property, 'a scalar', value)
  return toText(value)
}

/** A value that is neither a list nor an object. Throws `PropertyError`. */
export function readScalar(property: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null) throw wrongType(property, 'a scalar', value)
  return value
}

/** The texts of a list, each once. Throws `PropertyError`; `noun` names the property where a part is refused. */
export function readTexts(property: string, value: unknown, noun = property): readonly string[] {
  return [...new Set(scalars(property, value, noun).map(([, part]) => toText(part)))]
}

/** Texts by key, laid over what was there; null and the empty text take one away. Throws `PropertyError`. */
export function mergeTexts(
  property: string,
  value: unknown,
  before: Readonly<Record<string, string>>,
  noun = `"${property}" values`,
): Readonly<Record<string, string>> {
  const merged = new Map(Object.entries(before))
  for (const [key, part] of scalars(property, value, noun)) {
    const text = toText(part)
    if (text === '') merged.delete(key)
    else merged.set(key, text)
  }
  return Object.fromEntries(merged)
}

function scalars(property: string, value: unknown, noun: string): [string, unknown][] {
  const entries = readEntries(property, value)
  if (entries.some(([, part]) => typeof part === 'object' && part !== null)) {
    throw wrongStructure(property, `one of the ${noun} is not a scalar`)
  }
  return entries
}

/** The parts of a list or object by key. Throws `PropertyError` for what is neither, or has too many keys. */
export function readEntries(property: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) throw wrongType(property, 'an array', value)
  if (Array.isArray(value)) return Object.entries(value)
  const keys = Object.keys(value)
  if (keys.length > mostKeys) {
    throw wrongStructure(property, `should contain ${mostKeys} keys or less`)
  }
  return keys.map((key) => [key, (value as Record<string, unknown>)[key]])
}

function toText(value: unknown): string {
  if (value === null || value === false) return ''
  return value === true ? '1' : String(value)
}

/** Labels are in locales that the PIM knows, and not too long. */
export function labelViolations(
  operation: Operation,
  labels: Readonly<Record<string, string>>,
  longest = 100,
): Violation[] {
  return Object.entries(labels).flatMap(([locale, label], index) => {
    const violations: Violation[] = []
    if (!operation.locales.has(locale)) {
      violations.push({ property: 'labels', message: `The locale "${locale}" does not exist.` })
    }
    const tooLong = tooLongViolation(`translations[${index}].label`, label, longest)
    if (tooLong) violations.push(tooLong)
    return violations
  })
}
