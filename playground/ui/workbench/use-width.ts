import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

/** The width of an element in pixels; 0 until it is there. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>): ShallowRef<number> {
  const width = shallowRef(0)
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.value = entry.contentRect.width
  })
  onMounted(() => {
    if (!element.value) return
    width.value = element.value.clientWidth
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer.disconnect())
  return width
}
