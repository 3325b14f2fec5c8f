import { nextTick, onBeforeUnmount, onMounted, watch, type ShallowRef } from 'vue'
import type { Workbench } from '../workbench.ts'

/**
 * Brings the focus along when a page of the playground's browser gives way to another, in its tab or in a new one: as
 * in any browser, whoever pressed something on the page is on the next one then. `pages` holds one element a tab.
 */
export function usePageFocus(
  pages: Readonly<ShallowRef<HTMLElement | null>>,
  activeTab: Workbench['activeTab'],
): void {
  let wasHere = false

  // A control that is disabled while it works loses the focus before its page goes: no event tells of that.
  function remember({ target }: FocusEvent): void {
    wasHere = pages.value?.contains(target as Node) ?? false
  }
  onMounted(() => document.addEventListener('focusin', remember))
  onBeforeUnmount(() => document.removeEventListener('focusin', remember))

  watch([() => activeTab.value.id, () => activeTab.value.loads], async () => {
    // Who presses something inside of a frame brings no event here either.
    const wasInFrame = pages.value?.contains(document.activeElement) ?? false
    if (!wasHere && !wasInFrame) return
    await nextTick()
    if (!wasHere && document.activeElement !== document.body) return
    const all = [...(pages.value?.children ?? [])]
    const shown = all.find((page) => page.getClientRects().length > 0)
    if (shown instanceof HTMLElement) shown.focus({ preventScroll: true })
  })
}
