import { canMove, currentPage, type TabHistory, type View } from './tab-history.ts'

/** A tab as whoever looks at the browser sees it. */
export interface Tab {
  readonly id: number
  readonly url: string
  readonly view: View
  readonly isLoading: boolean
  /** How often something was loaded; moving inside of the PIM's screens loads nothing. */
  readonly loads: number
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

/** A tab as the browser keeps it. */
export interface OpenTab {
  readonly id: number
  history: TabHistory
  /** Counts navigations, so that only the last one is shown. */
  navigation: number
  /** Gives up what the last navigation still holds. */
  loading?: AbortController
  loads: number
  isLoading: boolean
}

/** Shows tabs: the same object as before where nothing is new about a tab, so that nobody draws it anew. */
export function createTabView(): (tab: OpenTab) => Tab {
  const shown = new WeakMap<OpenTab, Tab>()

  return (tab) => {
    const { id, history, loads, isLoading } = tab
    const { url, view } = currentPage(history)
    const now: Tab = {
      id,
      url,
      view,
      isLoading,
      loads,
      canGoBack: canMove(history, -1),
      canGoForward: canMove(history, 1),
    }
    const before = shown.get(tab)
    if (before && (Object.keys(now) as (keyof Tab)[]).every((key) => now[key] === before[key])) {
      return before
    }
    shown.set(tab, now)
    return now
  }
}
