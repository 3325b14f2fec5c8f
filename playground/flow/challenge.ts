import { readBodyFields } from './body-fields.ts'
import type { HttpRequest } from './exchange.ts'

/** What a token request proves its secret with (contract F). */
export interface Challenge {
  readonly clientId: string
  readonly codeIdentifier: string
  /** The challenge as it was sent. */
  readonly sent: string
}

/** Reads the challenge of a token request; undefined for every other request. */
export function readChallenge({ url, body }: HttpRequest): Challenge | undefined {
  if (new URL(url).pathname !== '/connect/apps/v1/oauth2/token') return undefined
  const fields = readBodyFields(body)
  const [clientId, codeIdentifier, sent] = ['client_id', 'code_identifier', 'code_challenge'].map(
    (name) => fields.get(name) ?? '',
  )
  return clientId && codeIdentifier && sent ? { clientId, codeIdentifier, sent } : undefined
}

/** Where two texts differ first, counted from 0; undefined when they are the same. */
export function firstDifference(one: string, other: string): number | undefined {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return index
  return undefined
}
