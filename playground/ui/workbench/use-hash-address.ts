import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { screenUrl } from '../../flow/addresses.ts'
import { isScenarioHash } from './scenarios/scenario-hash.ts'
import type { Workbench } from './workbench.ts'

/**
 * Keeps the page's hash and the address of the PIM's tab the same, so that a screen can be linked to. Gives the anchor
 * of the page that was asked for instead of a screen, or an empty text.
 */
export function useHashAddress({ browser, activeTab, pim, layout }: Workbench): ShallowRef<string> {
  const anchor = shallowRef('')
  /** The hash as it was when it was last read or written here. */
  let last = ''

  function show(): void {
    const { hash } = window.location
    if (hash === last) return
    // The panel reads it, as soon as it is loaded.
    if (isScenarioHash(hash)) return layout.change({ panel: 'scenarios' })
    last = hash
    anchor.value = hash.startsWith('#/') ? '' : hash.slice(1)
    if (!hash.startsWith('#/')) return
    const url = screenUrl(pim.url, hash.slice(1))
    const tab = activeTab.value.view.kind === 'pim' ? activeTab.value : undefined
    if (tab) void browser.navigate(tab.id, { url, replace: true })
    else void browser.open(url)
  }

  show()
  window.addEventListener('hashchange', show)
  onScopeDispose(() => window.removeEventListener('hashchange', show))

  watch(
    () => activeTab.value.view,
    (view) => {
      if (view.kind === 'pim' && view.address === '/') return
      const { pathname, search, hash } = window.location
      if (isScenarioHash(hash)) return
      // Asked for a moment ago, and still to be read: written over, it would be lost.
      if (hash !== last) return show()
      // Not a step of the real browser's history: the playground's browser has its own.
      const shown = view.kind === 'pim' ? `#${view.address}` : ''
      window.history.replaceState(window.history.state, '', pathname + search + shown)
      last = window.location.hash
    },
  )
  return anchor
}
