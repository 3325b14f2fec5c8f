import { onScopeDispose } from 'vue'

/**
 * Calls `act` once: after the reader's first press or key, when the browser has nothing else to do. Not before the
 * finger is up: what `act` puts on the page could move a pressed button away.
 */
export function useFirstAct(act: () => void): void {
  const names = ['click', 'keyup'] as const

  function stop(): void {
    for (const name of names) window.removeEventListener(name, start)
  }

  function start(): void {
    stop()
    // Safari has no `requestIdleCallback`.
    if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 2_000 })
    else setTimeout(act, 200)
  }

  for (const name of names) window.addEventListener(name, start)
  onScopeDispose(stop)
}
