/** What a browser shows of an answer. Redirects are not followed. */
export interface Answer {
  readonly status: number
  /** Where a redirect leads, absolute; empty when it is none. */
  readonly location: string
  readonly headers: Headers
  readonly body: string
}

/** A browser without a window: it keeps cookies by host name, whatever the port, as browsers do. */
export interface Visitor {
  get(url: string): Promise<Answer>
  /** A call that the PIM's own screens make. */
  call(method: string, url: string, body?: unknown): Promise<Answer>
}

/** A browser that has no cookies yet. */
export function createVisitor(): Visitor {
  const cookies = new Map<string, Map<string, string>>()

  async function send(url: string, init: RequestInit): Promise<Answer> {
    const { hostname } = new URL(url)
    const kept = cookies.get(hostname) ?? new Map<string, string>()
    cookies.set(hostname, kept)
    const headers = new Headers(init.headers)
    if (kept.size > 0) headers.set('Cookie', [...kept].map((pair) => pair.join('=')).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      kept.set(name, value)
    }
    const location = response.headers.get('location')
    return {
      status: response.status,
      location: location === null ? '' : new URL(location, url).href,
      headers: response.headers,
      body: await response.text(),
    }
  }

  return {
    get: (url) => send(url, {}),
    call: (method, url, body) =>
      send(url, {
        method,
        headers: { 'X-Requested-With': 'XMLHttpRequest', 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}
