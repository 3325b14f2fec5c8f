import { onBeforeUnmount, onMounted } from 'vue'
import { useScreens } from './screens.ts'

/**
 * Loads again when the PIM's state changed, here or in another tab. Where nobody tells of changes, coming back to the
 * page counts as one.
 */
export function useReloadOnChange(reload: () => unknown): void {
  const { onChange } = useScreens()
  let stop: (() => void) | undefined

  function reloadWhenVisible(): void {
    if (document.visibilityState === 'visible') reload()
  }

  onMounted(() => {
    stop = onChange(() => void reload())
    document.addEventListener('visibilitychange', reloadWhenVisible)
  })
  onBeforeUnmount(() => {
    stop?.()
    document.removeEventListener('visibilitychange', reloadWhenVisible)
  })
}
