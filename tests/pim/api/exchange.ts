import { buildWriter } from './build-writer.ts'
import { readerToken } from './build-reader.ts'
import type { BuiltPim } from '../build-pim.ts'

/** A request to the REST API; `path` begins after `/api/rest/v1`. */
export interface Sent {
  readonly method?: string
  readonly path: string
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown
  /** Laid over token and Content-Type; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>
}

/** An answer, read in full. */
export interface Answered {
  readonly status: number
  /** What the answer says of itself, by header name; what it does not say is left out. */
  readonly headers: Readonly<Record<string, string>>
  /** The parsed JSON, or the text where it is none. */
  readonly body: unknown
}

/** The media type of many JSON objects, one a line. */
export const collection = 'application/vnd.akeneo.collection+json'

/** Sends one request with the writer's token and reads all of the answer. */
export async function exchange(sent: Sent, pim: BuiltPim = buildWriter().pim): Promise<Answered> {
  const headers = new Headers({ authorization: `Bearer ${readerToken}` })
  const { method = 'GET', path, body } = sent
  if (body !== undefined) headers.set('content-type', 'application/json')
  for (const [name, value] of Object.entries(sent.headers ?? {})) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await pim.send(path.startsWith('/api/') ? path : `/api/rest/v1${path}`, {
    method,
    headers,
    // As bytes, so that nothing but the test says of which type it is.
    ...(body !== undefined && { body: new TextEncoder().encode(text) }),
  })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: parse(await response.text()),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
