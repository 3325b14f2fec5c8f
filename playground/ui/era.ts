import { getCurrentInstance, onMounted, type Ref, shallowRef } from 'vue'
import type { Era } from '../pim/index.ts'

const storageKey = 'era'
const newest: Era = 'today'

// Every article loads this file: it takes the type alone, so that no article loads the PIM.
const eras: Readonly<Record<Era, true>> = {
  'apps-2019': true,
  'connections-2020': true,
  'test-apps-2022': true,
  today: true,
}

// One value for the whole page: the articles, the widgets and the PIM's screens switch together.
const current = shallowRef<Era>(newest)
let started = false
/** What is remembered, as far as this page knows. */
let known: string | null = null

/**
 * The wording that the reader follows. Comes from `?era=…`, else from what was chosen before (localStorage), else is
 * the newest, as it is for an address that names none there is. While a page is rendered on a server, and until it is mounted, it is the newest, so that both agree.
 */
export function useEra(): { era: Ref<Era>; setEra: (era: Era) => void } {
  if (typeof window === 'undefined') return { era: shallowRef(newest), setEra: () => undefined }
  if (getCurrentInstance()) onMounted(start)
  else start()
  return { era: current, setEra }
}

/** Shows a wording on this page alone: what the reader chose before stays remembered. */
export function showEra(era: Era): void {
  start()
  current.value = era
}

/** Whether a text names an era. */
export function isEra(text: unknown): text is Era {
  return typeof text === 'string' && Object.hasOwn(eras, text)
}

function start(): void {
  if (started) return
  started = true
  const asked = new URLSearchParams(window.location.search).get(storageKey)
  known = readRemembered()
  const wanted = asked ?? known
  current.value = isEra(wanted) ? wanted : newest
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey) follow(event.newValue)
  })
  // A page that comes back as it was left has missed what was chosen on others.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow(readRemembered())
  })
}

/** Takes what was chosen elsewhere; what this page shows by itself stays where nothing was. */
function follow(chosen: string | null): void {
  if (chosen !== known && isEra(chosen)) current.value = chosen
  known = chosen
}

function setEra(era: Era): void {
  current.value = era
  known = era
  try {
    window.localStorage.setItem(storageKey, era)
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}

function readRemembered(): string | null {
  try {
    return window.localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
