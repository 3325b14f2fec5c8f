import { useData } from 'vitepress'
import { onMounted, shallowRef, type ShallowRef } from 'vue'

/** What a reader can ask for; `auto` follows the system. */
export type Appearance = 'light' | 'dark' | 'auto'

// VitePress reads this key before the first paint and watches it from then on.
const storageKey = 'vitepress-theme-appearance'

/**
 * Gives the reader's choice of theme and a way to change it. The choice is unknown (undefined) until the page is
 * mounted. VitePress itself can only switch between the two themes, so that `dark` is forgotten on a dark system.
 */
export function useAppearance(): {
  appearance: ShallowRef<Appearance | undefined>
  setAppearance: (appearance: Appearance) => void
} {
  const { isDark } = useData()
  const appearance = shallowRef<Appearance>()

  onMounted(() => {
    appearance.value = readAppearance(readStored())
  })

  function setAppearance(value: Appearance): void {
    appearance.value = value
    try {
      store(value)
    } catch {
      // Storage may be blocked: the choice then lasts as long as the page.
      const isSystemDark = matchMedia('(prefers-color-scheme: dark)').matches
      isDark.value = value === 'auto' ? isSystemDark : value === 'dark'
    }
  }

  return { appearance, setAppearance }
}

function store(value: Appearance): void {
  const oldValue = localStorage.getItem(storageKey)
  localStorage.setItem(storageKey, value)
  // The browser tells other tabs only; VitePress in this one listens for the same event.
  const storageArea = localStorage
  const change = { key: storageKey, oldValue, newValue: value, storageArea }
  dispatchEvent(new StorageEvent('storage', change))
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function readAppearance(stored: string | null): Appearance {
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}
