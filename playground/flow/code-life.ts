import type { Exchange, HttpRequest } from './exchange.ts'

/** An authorization code lives that long (contract E.8). */
const lifeInSeconds = 30

/**
 * How many seconds the authorization code in a request has left, counted from the answer that gave it out; undefined
 * when the request has no such code.
 */
export function codeLife(
  request: HttpRequest,
  exchanges: readonly Exchange[],
  now: number,
): number | undefined {
  const parameters = [new URL(request.url).searchParams, new URLSearchParams(request.body)]
  const code = parameters.map((each) => each.get('code')).find((each) => each)
  if (!code) return undefined
  const issued = exchanges.find(
    ({ response }) =>
      response?.body.includes(code) ||
      Object.values(response?.headers ?? {}).some((value) => value.includes(code)),
  )
  if (!issued) return undefined
  const end = Date.parse(issued.at) + issued.durationMs + lifeInSeconds * 1000
  return Math.max(0, Math.ceil((end - now) / 1000))
}
