import type { HttpRequest, HttpResponse } from './exchange.ts'
import { flowExplanations, type Explanation } from './explanations/of-the-flow.ts'
import { apiTexts } from './explanations/of-the-api.ts'
import { explainShape } from './explanations/of-shapes.ts'
import { screenTexts } from './explanations/of-the-screens.ts'
import { subjectOf } from './explanations/subject.ts'
import type { MessagePart } from './message-parts.ts'

/** Where a part stands: in which message, and of which exchange. */
export interface Place {
  readonly side: 'request' | 'response'
  readonly request: Pick<HttpRequest, 'url'>
  readonly response?: Pick<HttpResponse, 'status'>
}

type Part = Pick<MessagePart, 'place' | 'name'>

const tables: typeof apiTexts = { ...apiTexts, ...screenTexts }
const refusals = '/documentation/introduction.html#paging-errors-limits'

/**
 * One sentence about a parameter, header, form field or JSON key, with a link into the docs. The same name means
 * something else in another exchange; a name that nobody documents is told by its place.
 */
export function explain(part: Part, { side, request, response }: Place): Explanation {
  const subject = subjectOf(request.url)
  const isRefusal = side === 'response' && (response?.status ?? 200) >= 400
  if (isRefusal && subject.tables.includes('api') && part.name === 'code') {
    return {
      text: 'The HTTP status once more, so that it is in the body as well.',
      link: refusals,
    }
  }
  const shape = isRefusal ? undefined : explainShape(part, subject.tables)
  if (shape !== undefined) return { text: shape, link: subject.link }
  const names = namesOf(part, side)
  for (const table of subject.tables) {
    const text = lookUp(tables[table], names)
    if (text !== undefined) return { text, link: subject.link }
  }
  return lookUp(flowExplanations, names) ?? { text: describeUnknown(part), link: subject.link }
}

/** How a table may call a part: with its side and place or without, by its whole path or its last key. */
function namesOf({ place, name }: Part, side: Place['side']): string[] {
  const path = name.toLowerCase()
  const key = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1)
  return [...new Set([path, key])].flatMap((each) => [
    `${side}:${place}:${each}`,
    `${place}:${each}`,
    each,
  ])
}

function lookUp<Told>(table: Readonly<Record<string, Told>> = {}, names: string[]) {
  const found = names.find((name) => Object.hasOwn(table, name))
  return found === undefined ? undefined : table[found]
}

/** What can be said of a part that the documentation does not name. */
function describeUnknown({ place }: Part): string {
  return {
    query: 'A parameter that the documentation does not name; its receiver may ignore it.',
    form: 'A field that the documentation does not name; its receiver may ignore it.',
    location: 'A parameter for the address that the browser goes to next.',
    header: 'A header of HTTP itself: it says how the message is carried, not what it means.',
    json: 'A value that the documentation does not name.',
  }[place]
}
