import type { Exchange } from './exchange.ts'
import type { FlowJournal } from './flow-journal.ts'
import type { BrowserMoment, VirtualBrowser } from './virtual-browser.ts'

interface Moment<State> {
  /** The last exchange that had begun. */
  readonly afterId: number
  readonly state: State
  readonly browser: BrowserMoment
}

export interface TimeTravel {
  /** Remembers how things stand; to be called before what may change them. */
  remember(): Promise<void>
  canGoBack(exchange: Pick<Exchange, 'id'>): boolean
  /** Brings the PIM's state back to before an exchange, and forgets that one and all later ones. */
  undo(id: string): Promise<void>
  /** Likewise, and the browser's tabs and cookies as well. */
  goBackBefore(id: string): Promise<void>
  forget(): void
}

interface TimeTravelOptions<State> {
  /** The whole state of the PIM. */
  readState: () => Promise<State>
  writeState: (state: State) => Promise<void>
  journal: Pick<FlowJournal, 'exchanges' | 'dropFrom'>
  browser: () => Pick<VirtualBrowser, 'capture' | 'restore'>
}

const mostMoments = 100

/**
 * The way back. The app keeps what it has in memory: nobody can turn back a program, so an app may refuse what it has
 * seen before.
 */
export function createTimeTravel<State>(options: TimeTravelOptions<State>): TimeTravel {
  const { readState, writeState, journal, browser } = options
  let moments: readonly Moment<State>[] = []

  function before(id: string): Moment<State> | undefined {
    return moments.findLast(({ afterId }) => afterId < Number(id))
  }

  async function undo(id: string): Promise<Moment<State> | undefined> {
    const moment = before(id)
    if (!moment) return undefined
    await writeState(moment.state)
    moments = moments.slice(0, moments.indexOf(moment))
    journal.dropFrom(id)
    return moment
  }

  return {
    async remember() {
      const afterId = Number(journal.exchanges().at(-1)?.id ?? 0)
      const moment = { afterId, state: await readState(), browser: browser().capture() }
      moments = [...moments, moment].slice(-mostMoments)
    },
    canGoBack: ({ id }) => before(id) !== undefined,
    async undo(id) {
      await undo(id)
    },
    async goBackBefore(id) {
      const moment = await undo(id)
      if (moment) browser().restore(moment.browser)
    },
    forget: () => (moments = []),
  }
}
