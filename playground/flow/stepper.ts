import type { Exchange, HttpRequest } from './exchange.ts'

export type StepperMode = 'run' | 'step'

export interface PendingHop extends Pick<Exchange, 'from' | 'to' | 'request' | 'title'> {
  readonly id: number
  /** There when the hop was sent and refused: the sender does not know yet. */
  readonly refusal?: { readonly exchangeId: string; readonly status: number }
}

/** The reader gave up a hop before it was sent. */
export class HopCancelledError extends Error {
  override readonly name = 'HopCancelledError'
}

export interface Stepper {
  mode(): StepperMode
  /** Changing to `run` sends what is held. */
  setMode(mode: StepperMode): void
  /** The hop that is held, oldest first. */
  pending(): PendingHop | undefined
  /** Resolves with the request to send. Rejects with `HopCancelledError`, also once `signal` tells that nobody waits. */
  before(hop: Omit<PendingHop, 'id'>, signal?: AbortSignal): Promise<HttpRequest>
  /**
   * Holds a refusal back from the sender. Resolves with `deliver` when the sender shall have it, with `again` when it
   * shall be undone. Where nobody waits for it any more, it is delivered.
   */
  after(hop: Omit<PendingHop, 'id'>, signal?: AbortSignal): Promise<Verdict>
  /** Sends the held hop, as it was or as it was edited; passes a held refusal on. */
  send(edited?: HttpRequest): void
  /** Undoes the held refusal: its hop is held again as it was before. */
  again(): void
  cancel(): void
}

export type Verdict = 'deliver' | 'again'

interface Held {
  readonly hop: PendingHop
  go(edited: HttpRequest | undefined): void
  again(): void
  cancel(): void
}

/** Holds each hop in the mode `step` until somebody sends or cancels it. */
export function createStepper(onChange: () => void): Stepper {
  let mode: StepperMode = 'run'
  let held: readonly Held[] = []
  let lastId = 0

  function take(): Held | undefined {
    const [first, ...rest] = held
    held = rest
    return first
  }

  function hold<Result>(
    hop: Omit<PendingHop, 'id'>,
    settle: (
      resolve: (result: Result) => void,
      reject: (error: Error) => void,
    ) => Omit<Held, 'hop'>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      const entry = { hop: { ...hop, id }, ...settle(resolve, reject) }
      if (signal?.aborted) return entry.cancel()
      held = [...held, entry]
      signal?.addEventListener('abort', () => {
        if (!held.includes(entry)) return
        held = held.filter((each) => each !== entry)
        entry.cancel()
        onChange()
      })
      onChange()
    })
  }

  return {
    mode: () => mode,
    setMode(next) {
      mode = next
      if (mode === 'run') {
        const all = held
        held = []
        for (const each of all) each.go(undefined)
      }
      onChange()
    },
    pending: () => held[0]?.hop,
    before(hop, signal) {
      if (mode === 'run') return Promise.resolve(hop.request)
      return hold<HttpRequest>(
        hop,
        (resolve, reject) => {
          const cancel = () => reject(new HopCancelledError(`"${hop.title}" was not sent`))
          return { go: (edited) => resolve(edited ?? hop.request), again: cancel, cancel }
        },
        signal,
      )
    },
    after(hop, signal) {
      if (mode === 'run') return Promise.resolve('deliver')
      return hold<Verdict>(
        hop,
        (resolve) => {
          const deliver = () => resolve('deliver')
          return { go: deliver, again: () => resolve('again'), cancel: deliver }
        },
        signal,
      )
    },
    send(edited) {
      take()?.go(edited)
      onChange()
    },
    again() {
      take()?.again()
      onChange()
    },
    cancel() {
      take()?.cancel()
      onChange()
    },
  }
}
