import type { PimFetch } from '../api/call.ts'
import { whenSomebodyComesBack } from '../coming-back.ts'

/** How a page that stands alone hears of changes; `channel` is what the tabs of one PIM share. */
export interface WatchedPim {
  /** Reaches the PIM, and lets the other tabs know what was written. */
  fetch: PimFetch
  /** Tells a listener of changes; gives what stops that. */
  changes: (listener: () => void) => () => void
}

/** How often the real PIM asks for the notifications of its user. */
const bellMs = 30_000

/**
 * A PIM's server tells nobody of changes, so three things count as one here: a write of this page or another tab of it,
 * somebody coming back to the page (a program may have called the API meanwhile), and what the bell finds new. The bell
 * asks every 30 seconds as the real PIM's does, and only while the page is seen.
 *
 * @param fetch reaches the PIM
 * @param channel what the tabs of this PIM share
 */
export function watchPim(fetch: PimFetch, channel: BroadcastChannel): WatchedPim {
  const listeners = new Set<() => void>()
  let unread: string | undefined

  function tell(): void {
    for (const listener of listeners) listener()
  }

  channel.addEventListener('message', tell)
  whenSomebodyComesBack(tell)
  setInterval(() => {
    if (document.visibilityState === 'visible') void askBell()
  }, bellMs)

  async function askBell(): Promise<void> {
    const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }
    try {
      const answer = await (await fetch('/notification/count_unread', { headers })).text()
      if (unread !== undefined && answer !== unread) tell()
      unread = answer
    } catch {
      // Nobody answers: the page says so as soon as somebody asks for something.
    }
  }

  return {
    async fetch(path, init) {
      const response = await fetch(path, init)
      if (response.ok && isWrite(init?.method)) {
        channel.postMessage('changed')
        tell()
      }
      return response
    },
    changes(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function isWrite(method = 'GET'): boolean {
  return !['GET', 'HEAD'].includes(method.toUpperCase())
}
