import type { Exchange } from './exchange.ts'

export interface EarnedToken {
  readonly token: string
  /** The granted scopes as the PIM gave them: one text, separated by spaces. */
  readonly scope: string
}

/** The token that the app got last, or undefined. */
export function latestToken(exchanges: readonly Exchange[]): EarnedToken | undefined {
  for (const exchange of exchanges.toReversed()) {
    const token = readToken(exchange)
    if (token) return token
  }
  return undefined
}

const tokenPath = '/connect/apps/v1/oauth2/token'

function readToken({ request, response }: Exchange): EarnedToken | undefined {
  if (response?.status !== 200 || !request.url.includes(tokenPath)) return undefined
  if (new URL(request.url).pathname !== tokenPath) return undefined
  try {
    const body: unknown = JSON.parse(response.body)
    if (typeof body !== 'object' || body === null) return undefined
    const { access_token: token, scope } = body as Record<string, unknown>
    if (typeof token !== 'string') return undefined
    return { token, scope: typeof scope === 'string' ? scope : '' }
  } catch {
    return undefined
  }
}
