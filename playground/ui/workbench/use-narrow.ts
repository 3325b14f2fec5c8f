import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

/** Whether an element is narrower than `limit` pixels. */
export function useNarrow(
  element: Readonly<ShallowRef<HTMLElement | null>>,
  limit: number,
): ShallowRef<boolean> {
  const isNarrow = shallowRef(false)
  const observer = new ResizeObserver(([entry]) => {
    if (entry) isNarrow.value = entry.contentRect.width < limit
  })
  onMounted(() => {
    if (!element.value) return
    isNarrow.value = element.value.clientWidth < limit
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer.disconnect())
  return isNarrow
}
