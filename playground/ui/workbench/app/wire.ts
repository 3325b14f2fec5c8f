import type { WireRequest, WireResponse } from '../../../app/protocol.ts'
import type { HttpRequest, HttpResponse } from '../../../flow/exchange.ts'

const withoutBody = new Set([101, 204, 205, 304])

/** A request of the virtual browser as the app's bridge takes it; the `Host` is added as a real browser adds it. */
export function toWireRequest({ method, url, headers, body }: HttpRequest): WireRequest {
  return {
    method,
    url,
    headers: [['host', new URL(url).host], ...Object.entries(headers)],
    body,
  }
}

/** The app's answer with one value per header; cookies are kept apart by line breaks. */
export function readAppResponse({ status, headers, body }: WireResponse): HttpResponse {
  const joined: Record<string, string> = {}
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const before = joined[key]
    const separator = key === 'set-cookie' ? '\n' : ', '
    joined[key] = before === undefined ? value : before + separator + value
  }
  return { status, headers: joined, body }
}

/** An answer of the PIM as the app's `fetch` wants it. */
export function toWebResponse({ status, headers, body }: HttpResponse): Response {
  return new Response(withoutBody.has(status) ? null : body, { status, headers })
}
