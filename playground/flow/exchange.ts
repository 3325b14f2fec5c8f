import type { Check } from '../pim/index.ts'

/** Who takes part in the activation; each has one lane and one colour. */
export type Actor = 'browser' | 'app' | 'pim'

/** A request as plain values. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A response as plain values. Several `set-cookie` lines are separated by a line break. */
export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One arrow of the diagram, there and back. While `response` and `failure` are missing it is on its way. */
export interface Exchange {
  readonly id: string
  readonly from: 'browser' | 'app'
  readonly to: 'app' | 'pim'
  /** ISO 8601. */
  readonly at: string
  readonly durationMs: number
  readonly request: HttpRequest
  readonly response?: HttpResponse
  /** Why there is no response. */
  readonly failure?: string
  /** The PIM's reasons, in the order in which it decided. */
  readonly checks: readonly Check[]
  readonly title: string
  /** `flow` is part of the activation or calls the API; `screens` is what the PIM's screens load for themselves. */
  readonly part: 'flow' | 'screens'
  /** A screen of the PIM sent it by itself: nobody can send it anew in its place. */
  readonly isByScreen?: true
}

/** The value of a header, whatever its case. */
export function headerOf(
  message: Pick<HttpRequest | HttpResponse, 'headers'>,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase()
  return Object.entries(message.headers).find(([known]) => known.toLowerCase() === wanted)?.[1]
}

/** Whether the answer is a refusal: an error status, or the PIM's error page behind a redirect (contract E.3). */
export function isRefused({ response }: Pick<Exchange, 'response'>): boolean {
  if (!response) return false
  return response.status >= 400 || /[?&]error=/.test(headerOf(response, 'location') ?? '')
}
