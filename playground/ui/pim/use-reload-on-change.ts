import { onBeforeUnmount, onMounted } from 'vue'
import { useScreens } from './screens.ts'

/** Loads again when the PIM's state changed, here or in another tab. */
export function useReloadOnChange(reload: () => unknown): void {
  const { onChange } = useScreens()
  let stop: (() => void) | undefined

  onMounted(() => (stop = onChange(() => void reload())))
  onBeforeUnmount(() => stop?.())
}
