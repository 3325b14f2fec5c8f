import { useRoute } from 'vitepress'
import { nextTick, onBeforeUnmount, onMounted, watch } from 'vue'

/** Opens the fold-away part of the page that the address leads to, and the ones around it. */
export function useOpenedByHash(): void {
  const route = useRoute()

  function open(): void {
    const target = document.getElementById(decoded(location.hash.slice(1)))
    let part = target?.closest('details')
    if (!target || !part) return
    for (; part; part = part.parentElement?.closest('details')) part.open = true
    target.scrollIntoView()
  }

  onMounted(() => {
    open()
    addEventListener('hashchange', open)
  })
  onBeforeUnmount(() => removeEventListener('hashchange', open))
  watch(
    () => [route.path, route.hash],
    () => void nextTick(open),
  )
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
