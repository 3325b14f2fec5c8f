import { webApiAcls } from '../../../playground/pim/index.ts'
import type { BuiltPim } from '../build-pim.ts'
import { buildReader, itemsOf, linksOf, readerToken, type Listed } from './build-reader.ts'

/** Every right on the REST API. */
export const allApiAcls = webApiAcls.map(({ id }) => id)

export interface Answer<Body = unknown> {
  readonly status: number
  /** The path behind `/api/rest/v1` of the Location header, or null. */
  readonly location: string | null
  /** The parsed JSON, or the text where it is none. */
  readonly body: Body
}

export interface Writer {
  readonly pim: BuiltPim
  /** Sends `body` as JSON with the writer's token; a string is sent as it is. */
  send(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Answer>
  /** Sends lines as one batch and gives the result of each. */
  batch(path: string, lines: readonly unknown[]): Promise<unknown[]>
  /** The body of a GET that must succeed. */
  read<Body>(path: string): Promise<Body>
  /** All that the lists of the catalogue show. */
  dump(): Promise<unknown[]>
}

const lists = [
  '/products-uuid',
  '/product-models',
  '/families',
  '/families/lamps/variants',
  '/attributes',
  '/attribute-groups',
  '/attributes/color/options',
  '/categories',
  '/channels',
  '/locales',
  '/currencies',
  '/association-types',
]

/** A PIM in which an app's token may change as much as `acls` say. */
export function buildWriter(acls: readonly string[] = allApiAcls): Writer {
  const reader = buildReader(acls)
  const { pim } = reader

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: HeadersInit = {},
  ): Promise<Answer> {
    const sent = new Headers({
      authorization: `Bearer ${readerToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    })
    for (const [name, value] of new Headers(headers)) sent.set(name, value)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await pim.send(`/api/rest/v1${path}`, {
      method,
      headers: sent,
      ...(body !== undefined && { body: text }),
    })
    const answered = await response.text()
    const location = response.headers.get('location')
    return {
      status: response.status,
      location: location?.replace(/^.*?\/api\/rest\/v1/, '') ?? null,
      body: parse(answered),
    }
  }

  async function readAll(path: string): Promise<unknown[]> {
    const items: unknown[] = []
    const type = path === '/products-uuid' ? '&pagination_type=search_after' : ''
    let next: string | undefined = `${path}?limit=100${type}`
    while (next !== undefined) {
      const list: Listed<unknown> = await reader.read(next)
      items.push(...itemsOf(list))
      next = linksOf(list)['next']?.href.replace(/^.*?\/api\/rest\/v1/, '')
    }
    return items
  }

  return {
    pim,
    send,
    read: reader.read,
    async batch(path, lines) {
      const body = lines
        .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
        .join('\n')
      const answer = await send('PATCH', path, body, {
        'content-type': 'application/vnd.akeneo.collection+json',
      })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer))
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      return text.split('\n').map((line) => JSON.parse(line) as unknown)
    },
    async dump() {
      const dumps: unknown[] = []
      for (const list of lists) dumps.push(await readAll(list))
      dumps.push(await reader.read('/measurement-families'))
      return dumps
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The refusal of a property, with where the documentation tells of it. */
export function documentedRefusal(message: string, anchor: string): object {
  return {
    code: 422,
    message: `${message} Check the expected format on the API documentation.`,
    _links: { documentation: { href: `http://api.akeneo.com/api-reference.html#${anchor}` } },
  }
}

/** The refusal of broken rules. */
export function violationRefusal(...errors: readonly object[]): object {
  return { code: 422, message: 'Validation failed.', errors }
}
