import * as fc from 'fast-check'
import { hostileJson, hostileText } from './hostile.ts'

/**
 * One change to a JSON document, told without knowing the document: each number chooses a part of what is there,
 * counted round.
 */
export interface JsonEdit {
  readonly steps: readonly number[]
  readonly how: 'remove' | 'replace' | 'rename' | 'add' | 'twice'
  readonly name: string
  readonly value: unknown
}

export const jsonEdit: fc.Arbitrary<JsonEdit> = fc.record({
  steps: fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
  how: fc.constantFrom('remove', 'replace', 'replace', 'replace', 'rename', 'add', 'twice'),
  name: hostileText,
  value: fc.oneof(
    { weight: 3, arbitrary: hostileJson },
    // What cannot become a text is what code that does not look fails at.
    { weight: 1, arbitrary: fc.constant({ toString: 1, valueOf: 1 }) },
  ),
})

/** The document with one part changed; the document itself stays as it is. */
export function edit(document: unknown, change: JsonEdit): unknown {
  const [step, ...steps] = change.steps
  if (typeof document !== 'object' || document === null || step === undefined) return change.value
  const entries = Object.entries(document)
  if (entries.length === 0) return addTo(document, change)
  const at = step % entries.length
  const [name, value] = entries[at] ?? ['', undefined]
  const isEnd = steps.length === 0 || typeof value !== 'object' || value === null
  const changed = isEnd
    ? editEntry([name, value], change)
    : [[name, edit(value, { ...change, steps })]]
  const all = [...entries.slice(0, at), ...changed, ...entries.slice(at + 1)] as [string, unknown][]
  return Array.isArray(document) ? all.map(([, each]) => each) : Object.fromEntries(all)
}

function addTo(document: object, { name, value }: JsonEdit): unknown {
  return Array.isArray(document) ? [value] : Object.fromEntries([[name, value]])
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
