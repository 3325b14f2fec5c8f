import { headerOf, type Exchange } from './exchange.ts'

/** The state that came back to the app, beside the one that it had given away. */
export interface StateComparison {
  readonly given: string
  readonly returned: string
}

/**
 * Compares the `state` at the callback with the one that the app gave last, when it sent the browser to the PIM; where
 * it did not, with that of the last authorization request. Undefined for every other request, and when there was none
 * of both before.
 */
export function compareState(
  exchange: Pick<Exchange, 'id' | 'to' | 'request'>,
  exchanges: readonly Exchange[],
): StateComparison | undefined {
  const query = new URL(exchange.request.url).searchParams
  if (exchange.to !== 'app' || !query.has('code')) return undefined
  const index = exchanges.findIndex(({ id }) => id === exchange.id)
  const before = index === -1 ? exchanges : exchanges.slice(0, index)
  // What the app answered counts, not what became of it: an authorization request can be edited on its way.
  const given =
    before.map(redirectOfApp).map(givenState).findLast(isText) ??
    before.map(({ request }) => givenState(request.url)).findLast(isText)
  return given === undefined ? undefined : { given, returned: query.get('state') ?? '' }
}

function redirectOfApp({ to, response }: Exchange): string | undefined {
  return to === 'app' && response ? headerOf(response, 'location') : undefined
}

function givenState(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { pathname, searchParams } = new URL(url)
  return pathname === '/connect/apps/v1/authorize' ? (searchParams.get('state') ?? '') : undefined
}

function isText(state: string | undefined): state is string {
  return state !== undefined
}
