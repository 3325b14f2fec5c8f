import type { Scenario } from '../../../pim/index.ts'

export const storageKey = 'playground-scenarios'

/** A state that the reader kept. It is checked when it is loaded, not before. */
export interface SavedScenario {
  readonly name: string
  /** When it was saved, as `Date.prototype.toISOString` writes it. */
  readonly at: string
  readonly scenario: Scenario
}

export type SavedReading =
  | { readonly ok: true; readonly saved: readonly SavedScenario[] }
  | { readonly ok: false; readonly problem: string }

/** What the browser keeps; a problem where it cannot be read. */
export function readSaved(storage: Pick<Storage, 'getItem'> | undefined): SavedReading {
  const problem = 'What this browser keeps of your scenarios cannot be read.'
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? '[]')
    if (Array.isArray(stored) && stored.every(isSaved)) return { ok: true, saved: stored }
  } catch {
    return { ok: false, problem }
  }
  return { ok: false, problem }
}

/** Keeps the list. Gives what went wrong as a sentence, or nothing when it is kept. */
export function writeSaved(
  storage: Pick<Storage, 'setItem'> | undefined,
  saved: readonly SavedScenario[],
): string | undefined {
  const advice = 'Export the scenario as a file instead.'
  if (!storage) return `This browser gives the page no storage, so nothing was kept. ${advice}`
  try {
    storage.setItem(storageKey, JSON.stringify(saved))
    return undefined
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
    if (isFull) {
      return `The storage of this browser is full, so nothing was kept. Delete a saved scenario first, or: ${advice}`
    }
    return `This browser refused to store it, so nothing was kept. ${advice}`
  }
}

/** What is wrong with a name, or nothing. Names differ, so that each row can be told from the others. */
export function refuseName(
  name: string,
  saved: readonly SavedScenario[],
  except?: string,
): string | undefined {
  if (name.trim() === '') return 'Give it a name.'
  if (name.trim().length > 80) return 'A name has at most 80 characters.'
  const isTaken = saved.some((each) => each.name === name.trim() && each.name !== except)
  return isTaken ? 'You have a scenario of that name already.' : undefined
}

function isSaved(value: unknown): value is SavedScenario {
  if (typeof value !== 'object' || value === null) return false
  const { name, at, scenario } = value as Record<string, unknown>
  return typeof name === 'string' && typeof at === 'string' && typeof scenario === 'object'
}
