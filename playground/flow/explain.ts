import type { Exchange, HttpRequest, HttpResponse } from './exchange.ts'
import { carryingHeaders, headerExplanations } from './explanations/of-headers.ts'
import { flowExplanations, type Explanation } from './explanations/of-the-flow.ts'
import { apiTexts } from './explanations/of-the-api.ts'
import { explainShape } from './explanations/of-shapes.ts'
import { screenTexts } from './explanations/of-the-screens.ts'
import { namesInAddress, subjectOf } from './explanations/subject.ts'
import type { MessagePart } from './message-parts.ts'

/** Where a part stands: in which message, and of which exchange. */
export interface Place {
  readonly side: 'request' | 'response'
  readonly request: Pick<HttpRequest, 'url'>
  readonly response?: Pick<HttpResponse, 'status'>
  /** Who gets the request: the PIM unless told. */
  readonly to?: Exchange['to']
}

type Part = Pick<MessagePart, 'place' | 'name'>

const tables: typeof apiTexts = { ...apiTexts, ...screenTexts }
const refusals = '/documentation/introduction.html#paging-errors-limits'

/**
 * One sentence about a parameter, header, form field or JSON key, with a link into the docs. The same name means
 * something else in another exchange; a name that nobody documents is told by its place.
 */
export function explain(part: Part, place: Place): Explanation {
  const { side, request, response, to = 'pim' } = place
  const subject = subjectOf(request.url, to)
  const isRefusal = side === 'response' && (response?.status ?? 200) >= 400
  if (
    isRefusal &&
    subject.tables.includes('api') &&
    part.place === 'json' &&
    part.name === 'code'
  ) {
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
  const told =
    part.place === 'header'
      ? lookUp(headerExplanations, [`${to}:${part.name.toLowerCase()}`, part.name.toLowerCase()])
      : isOfFlow(part, place)
        ? lookUp(flowExplanations, names)
        : undefined
  return told ?? { text: describeUnknown(part), link: subject.link }
}

/** Whether a name can be one of the flow where it stands, and is not somebody's own. */
function isOfFlow(part: Part, { request, to = 'pim' }: Place): boolean {
  if (part.place === 'query') {
    return namesInAddress(request.url, to)?.includes(part.name) ?? true
  }
  // What else an app says to a browser is its own; it sends the browser on to the PIM.
  return to === 'pim' || part.place === 'location'
}

/**
 * How a table may call a part: with its side and place or without, by its whole path or its last key. A header is never
 * called by its name alone: a field of that name is something else.
 */
function namesOf({ place, name }: Part, side: Place['side']): string[] {
  const path = name.toLowerCase()
  const key = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1)
  return [...new Set([path, key])].flatMap((each) => {
    const placed = [`${side}:${place}:${each}`, `${place}:${each}`]
    return place === 'header' ? placed : placed.concat(each)
  })
}

function lookUp<Told>(table: Readonly<Record<string, Told>> = {}, names: string[]) {
  const found = names.find((name) => Object.hasOwn(table, name))
  return found === undefined ? undefined : table[found]
}

/** What can be said of a part that the documentation does not name. */
function describeUnknown({ place, name }: Part): string {
  return {
    query: 'A parameter that the documentation does not name; its receiver may ignore it.',
    form: 'A field that the documentation does not name; its receiver may ignore it.',
    location: 'A parameter for the address that the browser goes to next.',
    header: carryingHeaders.has(name.toLowerCase())
      ? 'A header of HTTP itself: it says how the message is carried, not what it means.'
      : 'A header that the documentation does not name; its receiver may ignore it.',
    json: 'A value that the documentation does not name.',
  }[place]
}
