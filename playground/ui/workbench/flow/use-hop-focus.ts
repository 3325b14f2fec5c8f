import { nextTick, onBeforeUnmount, onMounted, watch, type ShallowRef } from 'vue'
import type { PendingHop } from '../../../flow/stepper.ts'

/**
 * Brings the focus from one held hop to the next, so that a flow can be stepped through with one key: where a hop was
 * sent or passed on from, the first button of what is held next has the focus. `place` holds the form of the hop.
 */
export function useHopFocus(
  place: Readonly<ShallowRef<HTMLElement | null>>,
  pending: Readonly<ShallowRef<PendingHop | undefined>>,
): void {
  let follows = false

  /** Whoever has gone on to something else stays there. */
  function remember({ target }: FocusEvent): void {
    const { value: held } = place
    if (held === null || !(target instanceof Node)) return
    // What only has the focus because the form around it is gone is no place of the reader's choice.
    const isAround = target.contains(held) && target !== held
    if (!isAround) follows = held.contains(target)
  }
  onMounted(() => document.addEventListener('focusin', remember))
  onBeforeUnmount(() => document.removeEventListener('focusin', remember))

  watch(pending, async (hop) => {
    if (!hop || !follows) return
    await nextTick()
    const button = place.value?.querySelector<HTMLElement>('.actions button')
    if (button && !place.value?.contains(document.activeElement)) button.focus()
  })
}
