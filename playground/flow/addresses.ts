/** Where an address leads inside the playground. */
export type Destination =
  | { readonly kind: 'pim-screen'; readonly address: string }
  | { readonly kind: 'pim' | 'app' }
  | { readonly kind: 'elsewhere'; readonly host: string }

interface Places {
  readonly pimUrl: string
  readonly appUrl: string
}

/** Sorts an absolute address: a screen of the PIM, another page of the PIM, the app, or out of reach. */
export function destinationOf(url: string, { pimUrl, appUrl }: Places): Destination {
  const { origin, host, pathname, hash } = new URL(url)
  if (origin === originOf(appUrl)) return { kind: 'app' }
  if (origin !== originOf(pimUrl)) return { kind: 'elsewhere', host: host || url }
  if (pathname !== '/') return { kind: 'pim' }
  return { kind: 'pim-screen', address: hash.startsWith('#/') ? hash.slice(1) : '/' }
}

const origins = new Map<string, string>()

/** The origin of a place. There are two of them, and they are asked about all the time. */
function originOf(place: string): string {
  const known = origins.get(place) ?? new URL(place).origin
  origins.set(place, known)
  return known
}

/** The absolute address of a screen of the PIM. */
export function screenUrl(pimUrl: string, address: string): string {
  return `${pimUrl}/#${address}`
}

/**
 * Makes an absolute address of what somebody typed into the address bar: `#/connect/app-store` is the PIM's, a bare
 * host gets a scheme. Gives undefined for what cannot be an address.
 */
export function readTypedAddress(text: string, { pimUrl }: Places): string | undefined {
  const typed = text.trim()
  if (typed === '' || /\s/.test(typed)) return undefined
  if (typed.startsWith('#/')) return screenUrl(pimUrl, typed.slice(1))
  if (typed.startsWith('/')) return pimUrl + typed
  const scheme = /^(localhost|127\.0\.0\.1)(:|\/|$)/.test(typed) ? 'http://' : 'https://'
  const absolute = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : scheme + typed
  return URL.canParse(absolute) ? new URL(absolute).href : undefined
}
