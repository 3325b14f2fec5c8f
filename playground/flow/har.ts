import { headerOf, type Exchange, type HttpRequest, type HttpResponse } from './exchange.ts'
import { maskHeader, maskText } from './secrets.ts'

interface NamedValue {
  readonly name: string
  readonly value: string
}

/**
 * The exchanges as an HTTP Archive 1.2, which the network panel of a browser can open. Exchanges without an answer
 * are left out: the format has no place for them.
 */
export function toHar(exchanges: readonly Exchange[], isRevealed: boolean): string {
  const entries = exchanges.flatMap((exchange) => {
    const { response } = exchange
    if (!response) return []
    const hide = isRevealed ? undefined : { text: maskText, header: maskHeader }
    return [
      {
        startedDateTime: exchange.at,
        time: exchange.durationMs,
        request: harRequest(hidden(exchange.request, hide)),
        response: harResponse(hidden(response, hide)),
        cache: {},
        timings: { send: 0, wait: exchange.durationMs, receive: 0 },
        comment: exchange.title,
      },
    ]
  })
  const creator = { name: 'Playground', version: '1' }
  return `${JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 2)}\n`
}

interface Hide {
  text(text: string): string
  header(name: string, value: string): string
}

function hidden<Message extends HttpRequest | HttpResponse>(
  message: Message,
  hide: Hide | undefined,
): Message {
  if (!hide) return message
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, hide.header(name, value)]),
  )
  const url = 'url' in message ? { url: hide.text(message.url) } : {}
  return { ...message, headers, body: hide.text(message.body), ...url }
}

function harRequest({ method, url, headers, body }: HttpRequest) {
  const mimeType = headerOf({ headers }, 'content-type') ?? ''
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toPairs(headers),
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize: byteLength(body),
    ...(body === '' ? {} : { postData: { mimeType, text: body } }),
  }
}

function harResponse({ status, headers, body }: HttpResponse) {
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toPairs(headers),
    content: {
      size: byteLength(body),
      mimeType: headerOf({ headers }, 'content-type') ?? '',
      text: body,
    },
    redirectURL: headerOf({ headers }, 'location') ?? '',
    headersSize: -1,
    bodySize: byteLength(body),
  }
}

function toPairs(headers: Readonly<Record<string, string>>): NamedValue[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value.split('\n').map((line) => ({ name, value: line })),
  )
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
