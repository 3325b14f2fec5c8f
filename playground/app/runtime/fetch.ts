import type { WireRequest, WireResponse } from '../protocol.ts'

const mostRedirects = 20
const withoutBody = new Set([101, 204, 205, 304])

/** The app's `fetch`: the same as the web's, except that it goes over the bridge. Redirects are followed here. */
export function createFetch(exchange: (request: WireRequest) => Promise<WireResponse>) {
  return async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    let request = new Request(input, init)
    const { signal, redirect: mode } = request
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const wire: WireRequest = {
        method: request.method,
        url: request.url,
        headers: [...request.headers],
        body: await request.clone().text(),
      }
      signal.throwIfAborted()
      const answer = await unlessAborted(exchange(wire), signal)
      const response = toResponse(answer, request.url, hop > 0)
      const location = response.headers.get('location')
      if (!isRedirect(answer.status) || location === null) return response
      if (mode === 'manual') return response
      if (mode === 'error') throw new TypeError('fetch failed: unexpected redirect')
      request = redirected(request, wire, answer.status, new URL(location, request.url).href)
    }
    throw new TypeError('fetch failed: redirect count exceeded')
  }
}

function redirected(previous: Request, wire: WireRequest, status: number, url: string): Request {
  const becomesGet = status === 303 || (status < 303 && previous.method === 'POST')
  const headers = new Headers(previous.headers)
  // Fetch standard, HTTP-redirect fetch: credentials do not follow to another origin.
  if (new URL(url).origin !== new URL(previous.url).origin) headers.delete('authorization')
  if (becomesGet || wire.body === '') {
    headers.delete('content-type')
    return new Request(url, { method: becomesGet ? 'GET' : previous.method, headers })
  }
  return new Request(url, { method: previous.method, headers, body: wire.body })
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** Rejects with the signal's reason as soon as it is aborted. */
function unlessAborted<Value>(answer: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

function toResponse(answer: WireResponse, url: string, isRedirected: boolean): Response {
  const body = withoutBody.has(answer.status) ? null : answer.body
  const response = new Response(body, { status: answer.status, headers: answer.headers })
  Object.defineProperties(response, { url: { value: url }, redirected: { value: isRedirected } })
  return response
}
