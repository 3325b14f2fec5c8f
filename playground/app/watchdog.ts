const interval = 1_000

interface WatchdogOptions {
  /** How long an answer may be missing, in milliseconds. */
  patience: number
  ping(id: number): void
  onHang(): void
  onTick?(): void
}

/** Asks every second whether the worker still answers; a worker in an endless loop does not. */
export function createWatchdog({ patience, ping, onHang, onTick }: WatchdogOptions) {
  let last = 0
  let waiting: { id: number; since: number } | undefined
  const timer = setInterval(() => {
    onTick?.()
    if (!waiting) {
      last += 1
      waiting = { id: last, since: Date.now() }
      ping(last)
    } else if (Date.now() - waiting.since >= patience) {
      stop()
      onHang()
    }
  }, interval)

  function stop(): void {
    clearInterval(timer)
  }

  return {
    answered(id: number): void {
      if (waiting?.id === id) waiting = undefined
    },
    stop,
  }
}
