import { explanations, type Explanation } from './explanations.ts'
import type { MessagePart } from './message-parts.ts'

/** One sentence about a parameter, header, form field or JSON key, with a link into the docs. */
export function explain(
  { place, name }: Pick<MessagePart, 'place' | 'name'>,
  side: 'request' | 'response',
): Explanation | undefined {
  const key = name.toLowerCase()
  const found = [`${side}:${place}:${key}`, `${place}:${key}`, key].find((known) =>
    Object.hasOwn(explanations, known),
  )
  return found === undefined ? undefined : explanations[found]
}
