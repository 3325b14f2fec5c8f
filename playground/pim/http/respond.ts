/** Notes the body that was sent, so that nobody need read the response again. */
interface Answering {
  readonly env: { responseBody?: string }
}

/** A JSON answer; `value` is serialised as it is, keys in their order. */
export function json(
  context: Answering,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  const body = JSON.stringify(value)
  context.env.responseBody = body
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })
}

/** An answer without a body. */
export function empty(
  context: Answering,
  status: number,
  headers: Record<string, string> = {},
): Response {
  context.env.responseBody = ''
  return new Response(null, { status, headers })
}

/** A small HTML page. `body` must be escaped already. */
export function html(context: Answering, status: number, title: string, body: string): Response {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>\n`
  context.env.responseBody = page
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
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
