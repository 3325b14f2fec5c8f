import type { Scenario } from '../pim/index.ts'
import { readBodyFields } from './body-fields.ts'
import type { HttpRequest } from './exchange.ts'

/**
 * How many seconds the authorization code in a request has left on the PIM's own clock; undefined when the request has
 * no code that the PIM knows: it was never given out, or is redeemed.
 *
 * @param now milliseconds since the epoch on the clock of the machine
 */
export function codeLife(
  request: HttpRequest,
  { authorizationCodes, clock }: Pick<Scenario, 'authorizationCodes' | 'clock'>,
  now: number,
): number | undefined {
  const code = codeOf(request)
  const issued = authorizationCodes.find((known) => known.code === code)
  if (!issued) return undefined
  const left = issued.expiresAt - (clock.frozenAt ?? now + clock.offset)
  return Math.max(0, Math.ceil(left / 1000))
}

/** The authorization code in the address, the form or the JSON of a request; an empty text where there is none. */
export function codeOf(request: HttpRequest): string {
  const inAddress = new URL(request.url).searchParams.get('code')
  return inAddress ?? readBodyFields(request.body).get('code') ?? ''
}
