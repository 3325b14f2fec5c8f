export type Transport = 'worker' | 'direct'

/** Whether this page's calls pass a service worker. */
export interface WorkerLink {
  /** `direct` while no worker answers. */
  readonly transport: Transport
  /** Starts the worker, once. Gives `direct` where none can answer, or has not after a long while. */
  intercept(): Promise<Transport>
  /** The worker answers no more. */
  lose(): void
  /**
   * Calls `listener` with the transport as soon as it is known whether a worker answers, and when that changes; returns
   * the way to stop.
   */
  onTransport(listener: (transport: Transport) => void): () => void
}

/**
 * How long a worker may take to start before the page says that it does without, in milliseconds: a busy machine takes
 * many seconds to install one.
 */
const patience = 20_000

/**
 * Keeps whether a service worker answers.
 *
 * @param start starts it, and gives whether it answers. It may take its time: a late worker is taken, too.
 */
export function createWorkerLink(start: () => Promise<boolean>): WorkerLink {
  const listeners = new Set<(transport: Transport) => void>()
  let transport: Transport = 'direct'
  let isKnown = false
  let asked: Promise<Transport> | undefined

  function tell(next: Transport): void {
    if (isKnown && next === transport) return
    isKnown = true
    transport = next
    for (const listener of listeners) listener(next)
  }

  return {
    get transport() {
      return transport
    },
    intercept() {
      asked ??= new Promise((resolve) => {
        const settle = (next: Transport) => {
          tell(next)
          resolve(next)
        }
        const tooLate = setTimeout(settle, patience, 'direct')
        void start().then((answers) => {
          clearTimeout(tooLate)
          settle(answers ? 'worker' : 'direct')
        })
      })
      return asked
    },
    lose: () => tell('direct'),
    onTransport(listener) {
      listeners.add(listener)
      if (isKnown) listener(transport)
      return () => listeners.delete(listener)
    },
  }
}
