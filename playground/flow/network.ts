import {
  isRefused,
  type Actor,
  type Exchange,
  type HttpRequest,
  type HttpResponse,
} from './exchange.ts'
import type { FlowJournal } from './flow-journal.ts'
import type { Stepper } from './stepper.ts'
import type { TimeTravel } from './time-travel.ts'
import { titleOf } from './titles.ts'

interface NetworkOptions {
  journal: FlowJournal
  stepper: Stepper
  /** Remembers the state before each hop, and brings it back when a refusal is undone. */
  travel?: Pick<TimeTravel, 'remember' | 'undo'>
  /** How each receiver is reached. */
  receivers: Record<Exclude<Actor, 'browser'>, (request: HttpRequest) => Promise<HttpResponse>>
}

interface Hop extends Pick<Exchange, 'from' | 'to' | 'request'> {
  readonly title?: string
}

export interface Network {
  /**
   * Sends one request and follows no redirect. Rejects with `HopCancelledError`, or with what the receiver rejects
   * with.
   *
   * @param signal tells that nobody waits for the answer any more: what is held then is given up
   */
  send(hop: Hop, signal?: AbortSignal): Promise<HttpResponse>
}

/** The wires between browser, app and PIM: what is sent can be held back, and is noted. */
export function createNetwork(options: NetworkOptions): Network {
  const { journal, stepper, travel, receivers } = options

  async function sendOnce(
    hop: Hop & { title: string },
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse | 'again'> {
    const request = asSent(await stepper.before(hop, signal))
    await travel?.remember()
    const exchange = journal.begin({ ...hop, request })
    try {
      const response = await receivers[hop.to](request)
      exchange.finish(response)
      if (hop.to === 'pim' && isRefused({ response })) {
        const refusal = { exchangeId: exchange.id, status: response.status }
        const verdict = await stepper.after({ ...hop, request, refusal }, signal)
        if (verdict === 'again') {
          await travel?.undo(exchange.id)
          return 'again'
        }
      }
      return response
    } catch (error) {
      exchange.fail((error as Error).message)
      throw error
    }
  }

  return {
    async send(hop, signal) {
      const titled = { ...hop, title: hop.title ?? titleOf(hop) }
      for (;;) {
        const answer = await sendOnce(titled, signal)
        if (answer !== 'again') return answer
      }
    },
  }
}

/**
 * A request as it goes over the wire, whatever an editor wrote: its address as the URL standard writes it, no body where
 * the method has none. The receiver notes the same, so that both know the exchange by it.
 */
function asSent(request: HttpRequest): HttpRequest {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return {
    ...request,
    url: new URL(request.url).href,
    body: hasBody ? new TextDecoder().decode(new TextEncoder().encode(request.body)) : '',
  }
}

/** The web's own request, for whoever wants one. Headers that a page may not set (`Cookie`) get lost on the way. */
export function toWebRequest({ url, method, headers, body }: HttpRequest): Request {
  const init: RequestInit = { method, headers, redirect: 'manual' }
  // Of a text the browser would say that it is plain, where the sender said nothing.
  if (body !== '') init.body = new TextEncoder().encode(body)
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
