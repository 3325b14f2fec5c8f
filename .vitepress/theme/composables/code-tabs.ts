import { onContentUpdated } from 'vitepress'
import { onBeforeUnmount, onMounted } from 'vue'
import { forgetChoices } from '../address/forget-choices.ts'
import { addressChoices } from './address-choices.ts'

const storageKey = 'code-tabs'
const remembered = 12

/** The labels that were chosen or asked for, the latest first, as they hold on this page. */
let preferred: readonly string[] = []

/** Picks the tab that was chosen most recently on any page; the first tab if none of these labels was ever chosen. */
export function preferredTab(labels: readonly string[], chosen: readonly string[]): number {
  const favourite = chosen.find((label) => labels.includes(label))
  return favourite === undefined ? 0 : labels.indexOf(favourite)
}

/** Puts a label in front of those chosen before; keeps the last dozen, each once. */
export function rememberTab(label: string, chosen: readonly string[]): string[] {
  return [label, ...chosen.filter((other) => other !== label)].slice(0, remembered)
}

/** Gives the tab that a key moves to in a row of `count` tabs, or undefined for a key that moves nowhere. */
export function tabAfterKey(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** Reads the chosen labels out of what storage holds; anything else than a list of texts counts as none. */
export function readChosen(stored: string | null): string[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(value) ? value.filter((label) => typeof label === 'string') : []
  } catch {
    return []
  }
}

/**
 * Makes the tabs of all code groups work, in step with each other and with the pages read before. A
 * language that the address asks for comes first until the reader chooses one, and is not remembered.
 */
export function useCodeTabs(): void {
  let chosen: string[] = []
  let asked: string[] = []
  let chosenHere = false

  function apply(): void {
    preferred = [...asked, ...chosen]
    for (const group of document.querySelectorAll<HTMLElement>('.code-tabs')) {
      selectPreferredTab(group)
    }
  }

  function choose(tab: HTMLElement): void {
    chosen = rememberTab(labelOf(tab), chosen)
    asked = []
    chosenHere = true
    forgetChoices('language')
    try {
      localStorage.setItem(storageKey, JSON.stringify(chosen))
    } catch {
      // Storage may be blocked; the choice then lasts as long as the page.
    }
    const before = tab.getBoundingClientRect().top
    apply()
    // Groups above may have changed height: the tab that was pressed stays under the pointer.
    scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' })
  }

  function onClick(event: MouseEvent): void {
    const tab = tabAt(event)
    if (tab) choose(tab)
  }

  function onKey(event: KeyboardEvent): void {
    const tab = tabAt(event)
    const group = tab?.closest<HTMLElement>('.code-tabs')
    if (!tab || !group || event.ctrlKey || event.metaKey || event.altKey) return
    const tabs = tabsOf(group)
    const index = tabAfterKey(event.key, tabs.indexOf(tab), tabs.length)
    const next = index === undefined ? undefined : tabs[index]
    if (!next) return
    event.preventDefault()
    next.focus()
    choose(next)
  }

  function onStorage(event: StorageEvent): void {
    if (event.key !== storageKey) return
    chosen = readChosen(event.newValue)
    apply()
  }

  onContentUpdated(apply)
  onMounted(() => {
    chosen = readStored()
    apply()
    void addressChoices().then(({ language }) => {
      if (language === undefined || chosenHere) return
      asked = [language]
      apply()
    })
    addEventListener('click', onClick)
    addEventListener('keydown', onKey)
    addEventListener('storage', onStorage)
  })
  onBeforeUnmount(() => {
    removeEventListener('click', onClick)
    removeEventListener('keydown', onKey)
    removeEventListener('storage', onStorage)
  })
}

/** Shows the tab of a group that the reader likes best; for groups that a page makes later on. */
export function selectPreferredTab(group: HTMLElement): void {
  const tabs = tabsOf(group)
  show(tabs, preferredTab(tabs.map(labelOf), preferred))
}

/** The label of the code that the page shows, where it has code in several languages. */
export function shownLanguage(): string | undefined {
  const tab = document.querySelector<HTMLElement>('.code-tabs [role="tab"][aria-selected="true"]')
  return tab ? labelOf(tab) : undefined
}

function readStored(): string[] {
  try {
    return readChosen(localStorage.getItem(storageKey))
  } catch {
    return []
  }
}

function tabAt(event: Event): HTMLElement | null {
  if (!(event.target instanceof Element)) return null
  return event.target.closest<HTMLElement>('.code-tabs [role="tab"]')
}

function tabsOf(group: HTMLElement): HTMLElement[] {
  return Array.from(group.querySelectorAll<HTMLElement>('[role="tab"]'))
}

function labelOf(tab: HTMLElement): string {
  return tab.textContent?.trim() ?? ''
}

function show(tabs: readonly HTMLElement[], selected: number): void {
  for (const [index, tab] of tabs.entries()) {
    const isSelected = index === selected
    tab.setAttribute('aria-selected', String(isSelected))
    tab.tabIndex = isSelected ? 0 : -1
    const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
    panel?.toggleAttribute('hidden', !isSelected)
  }
}
