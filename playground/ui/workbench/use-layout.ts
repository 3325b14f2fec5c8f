import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { initialLayout, readLayout, writeLayout, type WorkbenchLayout } from './layout.ts'
import { readWidths } from './pane-widths.ts'
import { readStorage } from './storage.ts'

const storageKey = 'playground-panes'

export interface LayoutState {
  layout: ShallowRef<WorkbenchLayout>
  change(to: Partial<WorkbenchLayout>): void
}

/** A layout that lasts as long as what it belongs to; no address tells of it. */
export function useOwnLayout(): LayoutState {
  const layout = shallowRef(initialLayout)
  return { layout, change: (to) => (layout.value = changed(layout.value, to)) }
}

/** The same layout where nothing is new about it: nobody then draws anything anew. */
function changed(layout: WorkbenchLayout, to: Partial<WorkbenchLayout>): WorkbenchLayout {
  const next = { ...layout, ...to }
  const isNew = (Object.keys(to) as (keyof WorkbenchLayout)[]).some(
    (key) => next[key] !== layout[key],
  )
  return isNew ? next : layout
}

/** The layout, kept in the page's address so that it can be shared; the widths also as the reader's own habit. */
export function useLayout(): LayoutState {
  const storage = readStorage('localStorage')
  const habit = {
    ...initialLayout,
    widths: readWidths(storage?.getItem(storageKey) ?? null, initialLayout.widths),
  }
  const layout = shallowRef(readLayout(window.location.search, habit))

  watch(layout, (now, before) => {
    const { pathname, search, hash } = window.location
    const query = writeLayout(search, now)
    if (query !== search) {
      // Not a step of the real browser's history: the playground's browser has its own.
      window.history.replaceState(window.history.state, '', pathname + query + hash)
    }
    if (now.widths === before.widths) return
    try {
      storage?.setItem(storageKey, JSON.stringify(now.widths))
    } catch {
      // The habit then lasts as long as the page.
    }
  })

  function readAgain(): void {
    layout.value = readLayout(window.location.search, {
      ...initialLayout,
      widths: layout.value.widths,
    })
  }
  window.addEventListener('popstate', readAgain)
  onScopeDispose(() => window.removeEventListener('popstate', readAgain))

  return {
    layout,
    change: (to) => (layout.value = changed(layout.value, to)),
  }
}
