import type { Actor, Exchange, HttpRequest, HttpResponse } from './exchange.ts'
import type { FlowJournal } from './flow-journal.ts'
import type { Stepper } from './stepper.ts'
import { titleOf } from './titles.ts'

interface NetworkOptions {
  journal: FlowJournal
  stepper: Stepper
  /** How each receiver is reached. */
  receivers: Record<Exclude<Actor, 'browser'>, (request: HttpRequest) => Promise<HttpResponse>>
}

type Hop = Pick<Exchange, 'from' | 'to' | 'request'> & { title?: string }

export interface Network {
  /**
   * Sends one request and follows no redirect. Rejects with `HopCancelledError`, or with what the receiver rejects
   * with.
   */
  send(hop: Hop): Promise<HttpResponse>
}

/** The wires between browser, app and PIM: what is sent can be held back, and is noted. */
export function createNetwork({ journal, stepper, receivers }: NetworkOptions): Network {
  return {
    async send(hop) {
      const title = hop.title ?? titleOf(hop)
      const request = await stepper.before({ ...hop, title })
      const exchange = journal.begin({ ...hop, title, request })
      try {
        const response = await receivers[hop.to](request)
        exchange.finish(response)
        return response
      } catch (error) {
        exchange.fail((error as Error).message)
        throw error
      }
    },
  }
}

/** The web's own request, for whoever wants one. Headers that a page may not set (`Cookie`) get lost on the way. */
export function toWebRequest({ url, method, headers, body }: HttpRequest): Request {
  const init: RequestInit = { method, headers, redirect: 'manual' }
  if (body !== '' && method !== 'GET' && method !== 'HEAD') init.body = body
  return new Request(url, init)
}

/** The plain values of a web request. */
export async function fromWebRequest(request: Request): Promise<HttpRequest> {
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  }
}

/** The plain values of a web response. */
export async function fromWebResponse(response: Response): Promise<HttpResponse> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}
