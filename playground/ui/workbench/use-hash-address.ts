import { onScopeDispose, watch } from 'vue'
import { screenUrl } from '../../flow/addresses.ts'
import { screenOfAnchor } from './anchor-screens.ts'
import type { Workbench } from './workbench.ts'

/** Keeps the page's hash and the address of the PIM's tab the same, so that a screen can be linked to. */
export function useHashAddress({ browser, activeTab, pim }: Workbench): void {
  let last = ''

  function show(): void {
    const { hash } = window.location
    if (hash === last) return
    const address = hash.startsWith('#/') ? hash.slice(1) : screenOfAnchor(hash.slice(1))
    if (address === undefined) return
    last = hash
    const tab = activeTab.value.view.kind === 'pim' ? activeTab.value : undefined
    if (tab) void browser.navigate(tab.id, { url: screenUrl(pim.url, address), replace: true })
    else void browser.open(screenUrl(pim.url, address))
  }

  show()
  window.addEventListener('hashchange', show)
  onScopeDispose(() => window.removeEventListener('hashchange', show))

  watch(
    () => activeTab.value.view,
    (view) => {
      if (view.kind === 'pim' && view.address === '/') return
      // The panel `Scenarios` reads it, as soon as it is loaded.
      if (window.location.hash.startsWith('#scenario=')) return
      last = view.kind === 'pim' ? `#${view.address}` : ''
      const { pathname, search } = window.location
      // Not a step of the real browser's history: the playground's browser has its own.
      window.history.replaceState(window.history.state, '', pathname + search + last)
    },
  )
}
