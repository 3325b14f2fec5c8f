import { onBeforeUnmount, onMounted } from 'vue'

/** Loads again when the reader comes back from another tab, where an app may have been connected meanwhile. */
export function useReloadOnReturn(reload: () => void): void {
  function reloadWhenVisible(): void {
    if (document.visibilityState === 'visible') reload()
  }

  onMounted(() => document.addEventListener('visibilitychange', reloadWhenVisible))
  onBeforeUnmount(() => document.removeEventListener('visibilitychange', reloadWhenVisible))
}
