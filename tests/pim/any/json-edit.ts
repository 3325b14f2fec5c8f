import * as fc from 'fast-check'
import { hostileJson, hostileText } from './hostile.ts'

/**
 * One change to a JSON document, told without knowing the document: `place` chooses one of all its parts, deep or not,
 * counted round.
 */
export interface JsonEdit {
  readonly place: number
  readonly how: 'remove' | 'replace' | 'rename' | 'add' | 'twice'
  readonly name: string
  readonly value: unknown
}

/** What cannot become a text or a number: code that does not look fails at it. */
export const odd = { toString: 1, valueOf: 1 }

export const jsonEdit: fc.Arbitrary<JsonEdit> = fc.record({
  place: fc.nat(997),
  how: fc.constantFrom('remove', 'replace', 'replace', 'replace', 'rename', 'add', 'twice'),
  name: hostileText,
  value: fc.oneof(
    { weight: 3, arbitrary: hostileJson },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(odd, [odd]) },
  ),
})

/** The document with one part changed; the document itself stays as it is. */
export function edit(document: unknown, change: JsonEdit): unknown {
  if (typeof document !== 'object' || document === null) return change.value
  const parts = countParts(document)
  if (parts === 0)
    return Array.isArray(document) ? [change.value] : named([[change.name, change.value]])
  return editPart(document, change.place % parts, change)
}

/** How many parts a document has, deep or not. */
export function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part) => sum + 1 + countParts(part), 0)
}

function editPart(document: object, place: number, change: JsonEdit): object {
  let left = place
  const changed = Object.entries(document).flatMap(([name, value]): [string, unknown][] => {
    const own = left
    left -= 1 + countParts(value)
    if (own === 0) return editEntry([name, value], change)
    const isWithin = own > 0 && left < 0
    return [[name, isWithin ? editPart(value as object, own - 1, change) : value]]
  })
  return Array.isArray(document) ? changed.map(([, value]) => value) : named(changed)
}

function named(entries: readonly [string, unknown][]): object {
  return Object.fromEntries(entries)
}

function editEntry(entry: [string, unknown], change: JsonEdit): [string, unknown][] {
  const [name, value] = entry
  switch (change.how) {
    case 'remove':
      return []
    case 'replace':
      return [[name, change.value]]
    case 'rename':
      return [[change.name, value]]
    case 'add':
      return [entry, [change.name, change.value]]
    case 'twice':
      return [entry, [`${name}x`, value]]
  }
}
