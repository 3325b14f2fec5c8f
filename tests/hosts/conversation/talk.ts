/** One request, in values that can be handed to a browser. */
export interface Sent {
  readonly path: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** What of an answer must be the same on every host. */
export interface Answer {
  readonly status: number
  /** Those of `headersThatMatter` that were sent. */
  readonly headers: Record<string, string>
  readonly body: string
}

export type Send = (sent: Sent) => Promise<Answer>

export interface Turn {
  readonly sent: Sent
  readonly answer: Answer
}

/** What a host adds on its own (date, length, connection) is its own affair. */
const headersThatMatter = [
  'allow',
  'cache-control',
  'content-type',
  'location',
  'retry-after',
  'www-authenticate',
  'x-content-type-options',
]

/** Reads what of a response must be the same on every host. */
export async function toAnswer(response: Response): Promise<Answer> {
  const sent = headersThatMatter.flatMap((name): [string, string][] => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  return {
    status: response.status,
    headers: Object.fromEntries(sent),
    body: await response.text(),
  }
}

/** Talks to a PIM through `send` and keeps what was said. */
export interface Talk {
  readonly turns: readonly Turn[]
  /** A body that is no text is sent as JSON; its type is the sender's affair. */
  ask(
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: unknown,
  ): Promise<Answer>
  /** As a screen of the PIM asks. */
  screen(method: string, path: string, body?: unknown): Promise<Answer>
  /** As a client of the REST API asks; `path` begins behind `/api/rest/v1`. */
  rest(token: string): (method: string, path: string, body?: unknown) => Promise<Answer>
  /** As a form asks. */
  form(path: string, values: Record<string, string>): Promise<Answer>
}

export const jsonType = { 'content-type': 'application/json' }
export const formType = { 'content-type': 'application/x-www-form-urlencoded' }
export const collectionType = { 'content-type': 'application/vnd.akeneo.collection+json' }
export const fromScreen = { ...jsonType, 'x-requested-with': 'XMLHttpRequest' }

export function createTalk(send: Send): Talk {
  const turns: Turn[] = []

  async function ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const sent: Sent = { method, path, headers, ...(text !== undefined && { body: text }) }
    const answer = await send(sent)
    turns.push({ sent, answer })
    return answer
  }

  return {
    turns,
    ask,
    screen: (method, path, body) => ask(method, path, fromScreen, body),
    rest: (token) => (method, path, body) => {
      const authorization = { authorization: `Bearer ${token}` }
      const headers = body === undefined ? authorization : { ...authorization, ...jsonType }
      return ask(method, `/api/rest/v1${path}`, headers, body)
    },
    form: (path, values) => ask('POST', path, formType, new URLSearchParams(values).toString()),
  }
}

/** The JSON of an answer that must be one. */
export function parsed<Body = Record<string, string>>({ body }: Answer): Body {
  return JSON.parse(body) as Body
}

/** `?search=…` with these conditions, and what else is asked. */
export function searching(search: unknown, more = ''): string {
  return `?search=${encodeURIComponent(JSON.stringify(search))}${more}`
}
