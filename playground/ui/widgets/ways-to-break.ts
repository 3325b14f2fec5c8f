import type { HttpRequest } from '../../flow/exchange.ts'

/** One thing that can go wrong with a request of the activation. */
export interface WayToBreak {
  readonly label: string
  /** The request that is sent instead. */
  readonly request: HttpRequest
  /** How much later it is sent, by the PIM's clock. */
  readonly secondsLater: number
}

/** What can go wrong with a request, in the order of its values; nothing for one that carries none of them. */
export function waysToBreak(request: HttpRequest): WayToBreak[] {
  const url = new URL(request.url)
  const ways: WayToBreak[] = []
  if (url.searchParams.has('code') && url.searchParams.has('state')) {
    const changed = new URL(url)
    changed.searchParams.set('state', 'of-somebody-else')
    ways.push({
      label: 'Wrong state',
      request: { ...request, url: changed.href },
      secondsLater: 0,
    })
  }
  if (url.pathname !== '/connect/apps/v1/oauth2/token') return ways
  const fields = new URLSearchParams(request.body)
  const challenge = fields.get('code_challenge')
  if (challenge !== null) {
    ways.push({
      label: 'Wrong challenge',
      request: { ...request, body: withField(fields, 'code_challenge', otherEnd(challenge)) },
      secondsLater: 0,
    })
  }
  if (fields.has('code')) {
    ways.push({ label: 'Expired code (31 seconds later)', request, secondsLater: 31 })
    ways.push({
      label: 'Wrong code',
      request: { ...request, body: withField(fields, 'code', otherEnd(fields.get('code') ?? '')) },
      secondsLater: 0,
    })
  }
  return ways
}

function withField(fields: URLSearchParams, name: string, value: string): string {
  const changed = new URLSearchParams(fields)
  changed.set(name, value)
  return changed.toString()
}

/** The same text with another last character: hexadecimal as well. */
function otherEnd(text: string): string {
  return text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')
}
