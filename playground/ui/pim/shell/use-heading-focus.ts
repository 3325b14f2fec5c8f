import { onMounted, type ShallowRef, watchEffect } from 'vue'
import { useScreens } from '../screens.ts'

/** After a navigation the focus goes to the page's heading, and the page's title follows it. */
export function useHeadingFocus(
  heading: Readonly<ShallowRef<HTMLElement | null>>,
  title: () => string,
): void {
  const screens = useScreens()
  watchEffect(() => screens.setTitle(title()))
  onMounted(() => {
    if (!screens.hasNavigated()) return
    heading.value?.focus({ preventScroll: true })
    // No further than it takes: on a phone the page before may have been left far below.
    heading.value?.scrollIntoView({ block: 'nearest' })
  })
}
