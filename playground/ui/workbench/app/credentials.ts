const storageKey = 'playground-app'

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** The credentials that the PIM has shown, newest last: it shows a secret only once. */
export interface KnownCredentials {
  secretOf(clientId: string): string | undefined
  newest(): string | undefined
  remember(credentials: Credentials): void
  forget(): void
}

/** Remembers credentials as long as the tab of the real browser lives. */
export function createKnownCredentials(storage: Storage | undefined): KnownCredentials {
  let known = read(storage)

  function write(next: readonly Credentials[]): void {
    known = next
    try {
      storage?.setItem(storageKey, JSON.stringify(known))
    } catch {
      // Full or blocked storage: they are then known until the page is left.
    }
  }

  return {
    secretOf: (id) => known.findLast(({ clientId }) => clientId === id)?.clientSecret,
    newest: () => known.at(-1)?.clientId,
    remember(credentials) {
      write([...known.filter(({ clientId }) => clientId !== credentials.clientId), credentials])
    },
    forget: () => write([]),
  }
}

function read(storage: Storage | undefined): readonly Credentials[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isCredentials) : []
  } catch {
    return []
  }
}

function isCredentials(value: unknown): value is Credentials {
  if (typeof value !== 'object' || value === null) return false
  const { clientId, clientSecret } = value as Record<string, unknown>
  return typeof clientId === 'string' && typeof clientSecret === 'string'
}

/**
 * Reads the credentials that an answer of the PIM shows: those of a new app, or a new secret (contract D.3). Gives
 * undefined for every other call.
 */
export function readShownCredentials(
  method: string,
  path: string,
  body: unknown,
): Credentials | undefined {
  if (method !== 'POST') return undefined
  if (path === '/rest/custom-apps') return isCredentials(body) ? body : undefined
  const clientId = /^\/rest\/custom-apps\/([^/]+)\/secret$/.exec(path)?.[1]
  if (clientId === undefined || typeof body !== 'string') return undefined
  return { clientId: decodeURIComponent(clientId), clientSecret: body }
}
