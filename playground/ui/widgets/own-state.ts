import { shallowRef, type ShallowRef } from 'vue'
import { readStorage } from '../workbench/storage.ts'

const storageKey = 'widgets-own-state'

/** The reader's own state, as text, while another one has its place. */
export interface OwnState {
  kept: ShallowRef<string | undefined>
  keep(state: string): void
  forget(): void
}

// One for the page: its widgets share the PIM.
let shared: OwnState | undefined

/** Keeps the reader's own state as long as the tab lives, so that it can be put back. */
export function useOwnState(): OwnState {
  shared ??= createOwnState(readStorage('sessionStorage'))
  return shared
}

function createOwnState(storage: Storage | undefined): OwnState {
  const kept = shallowRef(storage?.getItem(storageKey) ?? undefined)
  return {
    kept,
    keep(state) {
      kept.value = state
      try {
        storage?.setItem(storageKey, state)
      } catch {
        // Full or blocked storage: it can then be put back until the page is left.
      }
    },
    forget() {
      kept.value = undefined
      storage?.removeItem(storageKey)
    },
  }
}
