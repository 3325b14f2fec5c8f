/** Tells a listener of each change; gives what stops that. `changed` names what changed, where that is known. */
export type ChangeSource = (listener: (changed?: ReadonlySet<string>) => void) => () => void

/** Told once for several changes that come together. */
export interface Changes {
  /** `about`: the collections of the PIM that the listener depends on. Default: all. */
  subscribe(listener: () => void, about?: readonly string[]): () => void
  stop(): void
}

const quietMs = 60

/**
 * Gathers changes that follow each other closely, so that a page loads again once and not for each of them.
 *
 * @param source tells of every change; without it nobody is ever told
 */
export function createChanges(source?: ChangeSource): Changes {
  const listeners = new Map<() => void, readonly string[] | undefined>()
  let gathered: Set<string> | undefined = new Set()
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = source?.((changed) => {
    gathered = changed && gathered && new Set([...gathered, ...changed])
    clearTimeout(timer)
    timer = setTimeout(tell, quietMs)
  })

  function tell(): void {
    const changed = gathered
    gathered = new Set()
    for (const [listener, about] of listeners) {
      if (!changed || !about || about.some((name) => changed.has(name))) listener()
    }
  }

  return {
    subscribe(listener, about) {
      listeners.set(listener, about)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(timer)
      stop?.()
      listeners.clear()
    },
  }
}
