interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
  /** Milliseconds since the epoch; missing for a cookie of the session. */
  readonly expires?: number
}

/** Cookies by origin: what one origin sets, no other gets. */
export interface CookieJar {
  /** The header `Cookie` for a request, or undefined. */
  headerFor(url: string): string | undefined
  /** Keeps what a response sets; several lines are separated by line breaks. */
  store(url: string, setCookie: string): void
  /** All that is kept now; `restore` brings it back. */
  capture(): CookieJarMoment
  restore(moment: CookieJarMoment): void
}

/** The cookies of all origins at one moment. */
export type CookieJarMoment = ReadonlyMap<string, readonly Cookie[]>

/** A cookie jar after RFC 6265, section 5, as far as one origin's name, path and life go. */
export function createCookieJar(now: () => number = Date.now): CookieJar {
  let cookies = new Map<string, readonly Cookie[]>()

  return {
    headerFor(url) {
      const { origin, pathname } = new URL(url)
      const matching = (cookies.get(origin) ?? []).filter(
        ({ path, expires }) => matchesPath(pathname, path) && (expires ?? Infinity) > now(),
      )
      // Section 5.4: longer paths first.
      matching.sort((a, b) => b.path.length - a.path.length)
      if (matching.length === 0) return undefined
      return matching.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
    store(url, setCookie) {
      const { origin } = new URL(url)
      for (const line of setCookie.split('\n')) {
        const cookie = parseCookie(line, new URL(url), now())
        if (!cookie) continue
        const others = (cookies.get(origin) ?? []).filter(
          ({ name, path }) => name !== cookie.name || path !== cookie.path,
        )
        const isAlive = (cookie.expires ?? Infinity) > now()
        cookies.set(origin, isAlive ? [...others, cookie] : others)
      }
    },
    capture: () => new Map(cookies),
    restore: (moment) => (cookies = new Map(moment)),
  }
}

function parseCookie(line: string, { hostname, pathname }: URL, now: number): Cookie | undefined {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const equals = pair.indexOf('=')
  if (equals < 1) return undefined
  const given = new Map(
    attributes.map((attribute) => {
      const [name = '', value = ''] = attribute.split(/=(.*)/s)
      return [name.toLowerCase(), value]
    }),
  )
  // Section 5.3, step 6: a cookie for another domain is none.
  const domain = given.get('domain')?.replace(/^\./, '').toLowerCase()
  if (domain && domain !== hostname && !hostname.endsWith(`.${domain}`)) return undefined
  const path = given.get('path')
  const cookie = {
    name: pair.slice(0, equals),
    value: pair.slice(equals + 1),
    path: path?.startsWith('/') ? path : defaultPath(pathname),
  }
  const expires = expiryOf(given, now)
  return expires === undefined ? cookie : { ...cookie, expires }
}

function expiryOf(attributes: Map<string, string>, now: number): number | undefined {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1000
  const expires = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(expires) ? undefined : expires
}

// Section 5.1.4.
function defaultPath(requestPath: string): string {
  const directory = requestPath.slice(0, requestPath.lastIndexOf('/'))
  return directory === '' ? '/' : directory
}

function matchesPath(requestPath: string, cookiePath: string): boolean {
  if (!requestPath.startsWith(cookiePath)) return false
  return cookiePath.endsWith('/') || [undefined, '/'].includes(requestPath[cookiePath.length])
}
