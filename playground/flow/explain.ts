import { explanations, type Explanation } from './explanations.ts'
import type { MessagePart } from './message-parts.ts'

/** One sentence about a parameter, header, form field or JSON key, with a link into the docs. */
export function explain(
  { place, name }: Pick<MessagePart, 'place' | 'name'>,
  side: 'request' | 'response',
): Explanation | undefined {
  const path = name.toLowerCase()
  // Behind the path of a key in JSON stands the key itself.
  const keys = [
    ...new Set([path, path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1)]),
  ]
  const found = keys
    .flatMap((key) => [`${side}:${place}:${key}`, `${place}:${key}`, key])
    .find((known) => Object.hasOwn(explanations, known))
  return found === undefined ? undefined : explanations[found]
}

/** What can be said of a part that the documentation does not name. */
export function describeUnknown({ place }: Pick<MessagePart, 'place'>): string {
  return {
    query: 'A parameter that the documentation does not name; its receiver may ignore it.',
    form: 'A field that the documentation does not name; its receiver may ignore it.',
    location: 'A parameter for the address that the browser goes to next.',
    header: 'A header of HTTP itself: it says how the message is carried, not what it means.',
    json: 'A value of this resource.',
  }[place]
}
