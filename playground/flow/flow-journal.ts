import type { Journal, JournalEntry } from '../pim/index.ts'
import type { Exchange, HttpResponse } from './exchange.ts'
import { partOf, titleOf } from './titles.ts'

export interface OpenExchange {
  readonly id: string
  finish(response: HttpResponse): void
  fail(reason: string): void
}

export interface FlowJournal {
  /** Oldest first. */
  exchanges(): readonly Exchange[]
  begin(hop: Pick<Exchange, 'from' | 'to' | 'request'> & { title?: string }): OpenExchange
  clear(): void
  /** Forgets an exchange and all that came after it. */
  dropFrom(id: string): void
  stop(): void
}

interface FlowJournalOptions {
  /** The PIM's own journal: it knows the reasons, and the calls of the PIM's screens. */
  pim: Pick<Journal, 'subscribe'>
  onChange: () => void
  now?: () => number
}

const size = 500

/**
 * What was exchanged between browser, app and PIM. Exchanges that were begun here get the reasons from the PIM's entry
 * of the same request; entries that nobody began are calls of the PIM's screens.
 */
export function createFlowJournal(options: FlowJournalOptions): FlowJournal {
  const { onChange, now = Date.now } = options
  let exchanges: readonly Exchange[] = []
  let open: { id: string; startedAt: number; isKnownToPim: boolean }[] = []
  let lastId = 0

  function update(id: string, change: Partial<Exchange>): void {
    exchanges = exchanges.map((known) => (known.id === id ? { ...known, ...change } : known))
    onChange()
  }

  function add(exchange: Omit<Exchange, 'id' | 'title'> & { title?: string }): string {
    lastId += 1
    const id = String(lastId)
    const title = exchange.title ?? titleOf(exchange)
    exchanges = [...exchanges, { ...exchange, id, title }].slice(-size)
    onChange()
    return id
  }

  const unsubscribe = options.pim.subscribe((entry) => {
    const mine = open.find(({ id, isKnownToPim }) => {
      const known = exchanges.find((exchange) => exchange.id === id)
      return !isKnownToPim && known !== undefined && isSameRequest(known, entry)
    })
    if (mine) {
      mine.isKnownToPim = true
      update(mine.id, { checks: entry.checks })
    } else {
      const { at, durationMs, request, response, checks } = entry
      add({
        from: 'browser',
        to: 'pim',
        at,
        durationMs,
        request,
        response,
        checks,
        part: partOf({ from: 'browser', to: 'pim', request }),
        isByScreen: true,
      })
    }
  })

  return {
    exchanges: () => exchanges,
    begin(hop) {
      const startedAt = now()
      const at = new Date(startedAt).toISOString()
      // Whatever was begun here is the reader's own, also where an edited address leads out of the flow.
      const id = add({ ...hop, at, durationMs: 0, checks: [], part: 'flow' })
      open.push({ id, startedAt, isKnownToPim: hop.to === 'app' })
      const close = (change: Partial<Exchange>) => {
        open = open.filter((known) => known.id !== id)
        update(id, { ...change, durationMs: now() - startedAt })
      }
      return {
        id,
        finish: (response) => close({ response }),
        fail: (failure) => close({ failure }),
      }
    },
    clear() {
      const underWay = new Set(open.map(({ id }) => id))
      exchanges = exchanges.filter(({ id }) => underWay.has(id))
      onChange()
    },
    dropFrom(id) {
      const index = exchanges.findIndex((exchange) => exchange.id === id)
      if (index === -1) return
      exchanges = exchanges.slice(0, index)
      onChange()
    },
    stop: unsubscribe,
  }
}

function isSameRequest(exchange: Exchange, entry: JournalEntry): boolean {
  return (
    exchange.to === 'pim' &&
    exchange.request.method === entry.request.method &&
    exchange.request.url === entry.request.url &&
    exchange.request.body === entry.request.body
  )
}
