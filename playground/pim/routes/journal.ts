import type { Check } from '../domain/operation.ts'
import { joinText, type Text } from '../http/text.ts'

/** One exchange with the PIM. `checks` is its reasoning, in the order in which it decided. */
export interface JournalEntry {
  readonly id: string
  /** ISO 8601 in UTC, on the PIM's clock. */
  readonly at: string
  readonly durationMs: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Record<string, string>
    readonly body: string
  }
  readonly response: {
    readonly status: number
    readonly headers: Record<string, string>
    readonly body: string
  }
  readonly checks: readonly Check[]
}

/** The last exchanges, newest last. */
export interface Journal {
  entries(): readonly JournalEntry[]
  /** Calls `listener` after each exchange; returns the way to stop. */
  subscribe(listener: (entry: JournalEntry) => void): () => void
  clear(): void
}

/** What is noted while a request is answered; it becomes an entry when somebody asks. */
export interface Exchange {
  readonly id: string
  readonly at: number
  readonly durationMs: number
  readonly request: Pick<Request, 'method' | 'url' | 'headers'>
  readonly requestBody: Uint8Array
  /** Not the response itself, so that its bytes are not kept beside its text. */
  readonly response: Pick<Response, 'status' | 'headers'>
  readonly responseBody: Text
  readonly checks: readonly Check[]
}

/** A journal of the last `size` exchanges: each keeps its request alive, which makes more of them slow for all. */
export function createJournal(size = 200): Journal & { add(exchange: Exchange): void } {
  let exchanges: Exchange[] = []
  const known = new WeakMap<Exchange, JournalEntry>()
  const listeners = new Set<(entry: JournalEntry) => void>()

  function entryOf(exchange: Exchange): JournalEntry {
    const entry = known.get(exchange) ?? toEntry(exchange)
    known.set(exchange, entry)
    return entry
  }

  return {
    entries: () => exchanges.map(entryOf),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      exchanges = []
    },
    add(exchange) {
      exchanges.push(exchange)
      if (exchanges.length > size) exchanges.shift()
      for (const listener of listeners) listener(entryOf(exchange))
    },
  }
}

function toEntry(exchange: Exchange): JournalEntry {
  const { id, request, response } = exchange
  return {
    id,
    at: new Date(exchange.at).toISOString(),
    durationMs: exchange.durationMs,
    request: {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: new TextDecoder().decode(exchange.requestBody),
    },
    response: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: joinText(exchange.responseBody),
    },
    checks: exchange.checks,
  }
}
