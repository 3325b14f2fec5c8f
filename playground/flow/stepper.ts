import type { Exchange, HttpRequest } from './exchange.ts'

export type StepperMode = 'run' | 'step'

export interface PendingHop extends Pick<Exchange, 'from' | 'to' | 'request' | 'title'> {
  readonly id: number
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
  /** Resolves with the request to send. Rejects with `HopCancelledError`. */
  before(hop: Omit<PendingHop, 'id'>): Promise<HttpRequest>
  /** Sends the held hop, as it was or as it was edited. */
  send(edited?: HttpRequest): void
  cancel(): void
}

interface Held {
  readonly hop: PendingHop
  resolve(request: HttpRequest): void
  reject(reason: HopCancelledError): void
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

  return {
    mode: () => mode,
    setMode(next) {
      mode = next
      if (mode === 'run') {
        const all = held
        held = []
        for (const { hop, resolve } of all) resolve(hop.request)
      }
      onChange()
    },
    pending: () => held[0]?.hop,
    before(hop) {
      if (mode === 'run') return Promise.resolve(hop.request)
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        held = [...held, { hop: { ...hop, id }, resolve, reject }]
        onChange()
      })
    },
    send(edited) {
      const first = take()
      first?.resolve(edited ?? first.hop.request)
      onChange()
    },
    cancel() {
      const first = take()
      first?.reject(new HopCancelledError(`"${first.hop.title}" was not sent`))
      onChange()
    },
  }
}
