import { headerOf, type HttpRequest, type HttpResponse } from './exchange.ts'

/** One named value of a message, and where it stands. */
export interface MessagePart {
  readonly place: 'query' | 'header' | 'form' | 'json' | 'location'
  readonly name: string
  readonly value: string
}

/** The query parameters, headers and fields of a request. */
export function requestParts(request: HttpRequest): MessagePart[] {
  return [
    ...parameters('query', new URL(request.url).searchParams),
    ...headers(request),
    ...bodyParts(request),
  ]
}

/** The headers and fields of a response; a `Location` with parameters is taken apart as well. */
export function responseParts(response: HttpResponse): MessagePart[] {
  return [...headers(response), ...locationParts(response), ...bodyParts(response)]
}

/** The body as it is best read: JSON indented, anything else as it came. */
export function prettyBody(message: HttpRequest | HttpResponse): string {
  const lines = parseLines(message)
  return lines?.map((line) => JSON.stringify(line, null, 2)).join('\n') ?? message.body
}

function headers(message: HttpRequest | HttpResponse): MessagePart[] {
  return Object.entries(message.headers).map(([name, value]) => ({ place: 'header', name, value }))
}

function locationParts(response: HttpResponse): MessagePart[] {
  const location = headerOf(response, 'location')
  if (location === undefined) return []
  // The address of a PIM screen has its parameters behind the hash.
  const query = location.split('?').slice(1).join('?')
  return parameters('location', new URLSearchParams(query))
}

function bodyParts(message: HttpRequest | HttpResponse): MessagePart[] {
  if (message.body === '') return []
  const type = headerOf(message, 'content-type') ?? ''
  if (type.includes('x-www-form-urlencoded')) {
    return parameters('form', new URLSearchParams(message.body))
  }
  // In a batch each line is an item of its own: the first stands for all.
  const [first] = parseLines(message) ?? []
  return isObject(first) ? jsonParts(first, '', 0) : []
}

const deepest = 3

/** The keys of a JSON value by their path; of a list the first item stands for all. */
function jsonParts(value: object, path: string, depth: number): MessagePart[] {
  if (Array.isArray(value)) {
    const [first] = value as unknown[]
    return isObject(first) ? jsonParts(first, `${path}[]`, depth + 1) : []
  }
  const parts: MessagePart[] = []
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const name = path === '' ? key : `${path}.${key}`
    const text = typeof inner === 'string' ? inner : JSON.stringify(inner)
    parts.push({ place: 'json', name, value: text })
    if (isObject(inner) && depth < deepest) parts.push(...jsonParts(inner, name, depth + 1))
  }
  return parts
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function parameters(place: 'query' | 'form' | 'location', from: URLSearchParams): MessagePart[] {
  return [...from].map(([name, value]) => ({ place, name, value }))
}

/** The JSON values of a body: the lines of a batch, else one. Undefined where it is no JSON. */
function parseLines(message: HttpRequest | HttpResponse): unknown[] | undefined {
  const type = headerOf(message, 'content-type') ?? ''
  if (!type.includes('json')) return undefined
  try {
    if (!type.includes('collection+json')) return [JSON.parse(message.body)]
    const lines = message.body.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => JSON.parse(line) as unknown)
  } catch {
    return undefined
  }
}
