import type { Violation } from './error.ts'
import { tooLongViolation } from './too-long.ts'

const longest = 255

/** What is wrong with the name of a catalog: it is a text that is neither empty nor too long (contract I.7). */
export function nameViolation(name: unknown): Violation | undefined {
  const property = 'name'
  const text = name ?? ''
  if (typeof text !== 'string') {
    return { property, message: 'This value should be of type string.' }
  }
  if (text === '') return { property, message: 'This value should not be blank.' }
  return tooLongViolation(property, text, longest)
}
