interface WaitOptions {
  signal: AbortSignal
  /** In milliseconds; by default long enough for a screen to come. */
  patience?: number
}

/** How often it is looked whether it is so, in milliseconds: to look at each change of the page costs more than it gives. */
const interval = 100

/**
 * Waits until a condition about the page holds. Gives whether it came to hold in time; rejects with an `AbortError` when
 * stopped.
 */
export function waitFor(
  isMet: () => boolean,
  { signal, patience = 15_000 }: WaitOptions,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + patience
    let timer: ReturnType<typeof setTimeout> | undefined

    function stop(): void {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }

    function look(): void {
      const isHere = isMet()
      if (!isHere && performance.now() < end) {
        timer = setTimeout(look, interval)
        return
      }
      signal.removeEventListener('abort', stop)
      resolve(isHere)
    }

    signal.addEventListener('abort', stop)
    look()
  })
}
