import { wellFormed } from './query.ts'
import { TextResponse } from './text-response.ts'
import type { Text } from './text.ts'

/** Where the body that was sent is noted, so that nobody need read the response again. */
export interface Answering {
  readonly env: { sent?: Text }
}

/** An answer of text in parts. */
export function text(
  context: Answering,
  status: number,
  parts: Text,
  headers: Readonly<Record<string, string>>,
): Response {
  context.env.sent = parts
  return new TextResponse(parts, { status, headers })
}

/** A JSON answer; `value` is serialised as it is, keys in their order. */
export function json(
  context: Answering,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  const type = { 'content-type': 'application/json' }
  return text(context, status, [JSON.stringify(value)], { ...type, ...headers })
}

/** An answer without a body. */
export function empty(
  context: Answering,
  status: number,
  headers: Record<string, string> = {},
): Response {
  context.env.sent = []
  return new Response(null, { status, headers })
}

/** A small HTML page. `body` must be escaped already. */
export function html(context: Answering, status: number, title: string, body: string): Response {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>\n`
  return text(context, status, [wellFormed(page)], { 'content-type': 'text/html; charset=utf-8' })
}

/** A 302 to `location`. What a header cannot carry is percent-encoded. */
export function redirect(context: Answering, location: string): Response {
  const isCarried = (letter: string) => letter > ' ' && letter <= '~'
  const ascii = Array.from(location, (letter) => (isCarried(letter) ? letter : encode(letter)))
  return empty(context, 302, { location: ascii.join('') })
}

function encode(letter: string): string {
  const bytes = new TextEncoder().encode(letter)
  return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(
    '',
  )
}
