import { useData } from 'vitepress'
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

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

  function show(): void {
    appearance.value = readAppearance(readStored())
  }

  function hear({ key }: StorageEvent): void {
    if (key === storageKey) show()
  }

  // A page that comes back as it was left has missed what was chosen on others.
  function catchUp({ persisted }: PageTransitionEvent): void {
    if (persisted) tellVitePress(readStored())
  }

  onMounted(() => {
    show()
    // It has read the choice already, and may have missed one that was made while the scripts were on their way.
    tellVitePress(readStored())
    addEventListener('storage', hear)
    addEventListener('pageshow', catchUp)
  })
  onBeforeUnmount(() => {
    removeEventListener('storage', hear)
    removeEventListener('pageshow', catchUp)
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
  localStorage.setItem(storageKey, value)
  tellVitePress(value)
}

/** The browser tells other tabs only; VitePress in this one listens for the same event. */
function tellVitePress(newValue: string | null): void {
  const storageArea = readStorage()
  if (storageArea)
    dispatchEvent(new StorageEvent('storage', { key: storageKey, newValue, storageArea }))
}

function readStored(): string | null {
  return readStorage()?.getItem(storageKey) ?? null
}

/** The browser's storage; undefined where the reader has blocked it. */
function readStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

function readAppearance(stored: string | null): Appearance {
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}
