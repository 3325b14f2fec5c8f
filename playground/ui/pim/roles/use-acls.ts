import { type ComputedRef, shallowRef, type ShallowRef } from 'vue'
import { useDraft } from '../use-draft.ts'

export interface Acls {
  granted: ShallowRef<ReadonlySet<string>>
  isDirty: ComputedRef<boolean>
  set(id: string, isGranted: boolean): void
  /** What a save sends; permissions that no screen shows stay as they are. */
  list(): string[]
  /** Takes what was sent; what was changed meanwhile is still to be saved. */
  markSaved(sent: readonly string[]): void
  /** Takes what the PIM has now, unless it is being edited. */
  refresh(current: readonly string[]): void
}

/** The permissions of a role while they are being edited. */
export function useAcls(initial: readonly string[]): Acls {
  const granted = shallowRef(setOf(initial))
  const { isDirty, markSaved, refresh } = useDraft(initial, granted, setOf, (ids) =>
    [...ids].toSorted(),
  )

  return {
    granted,
    isDirty,
    set(id, isGranted) {
      const next = new Set(granted.value)
      if (isGranted) next.add(id)
      else next.delete(id)
      granted.value = next
    },
    list: () => [...granted.value],
    markSaved,
    refresh,
  }
}

function setOf(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids)
}
