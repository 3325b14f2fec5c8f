/** Told once for several changes that come together. */
export interface Changes {
  subscribe(listener: () => void): () => void
  stop(): void
}

const quietMs = 60

/**
 * Gathers changes that follow each other closely, so that a page loads again once and not for each of them.
 *
 * @param source tells of every change; without it nobody is ever told
 */
export function createChanges(source?: (listener: () => void) => () => void): Changes {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = source?.(() => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      for (const listener of listeners) listener()
    }, quietMs)
  })

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(timer)
      stop?.()
      listeners.clear()
    },
  }
}
