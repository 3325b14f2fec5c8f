import type { Exchange, HttpRequest } from './exchange.ts'

/** The state that came back to the app, beside the one that it had given away. */
export interface StateComparison {
  readonly given: string
  readonly returned: string
}

/**
 * Compares the `state` at the callback with that of the last authorization request before; undefined for every other
 * request, and when there was no such request.
 */
export function compareState(
  exchange: Pick<Exchange, 'id' | 'to' | 'request'>,
  exchanges: readonly Exchange[],
): StateComparison | undefined {
  const query = new URL(exchange.request.url).searchParams
  if (exchange.to !== 'app' || !query.has('code')) return undefined
  const index = exchanges.findIndex(({ id }) => id === exchange.id)
  const before = index === -1 ? exchanges : exchanges.slice(0, index)
  const given = before.map(({ request }) => givenState(request)).findLast((state) => state !== null)
  if (given === undefined || given === null) return undefined
  return { given, returned: query.get('state') ?? '' }
}

function givenState({ url }: HttpRequest): string | null {
  const { pathname, searchParams } = new URL(url)
  return pathname === '/connect/apps/v1/authorize' ? (searchParams.get('state') ?? '') : null
}
