import type { Violation } from './error.ts'
import { lengthOf } from './text.ts'

/** What is said of a text with more characters than fit. */
export function tooLongViolation(
  property: string,
  text: string,
  longest: number,
): Violation | undefined {
  if (lengthOf(text) <= longest) return undefined
  const message = `This value is too long. It should have ${longest} characters or less.`
  return { property, message }
}
