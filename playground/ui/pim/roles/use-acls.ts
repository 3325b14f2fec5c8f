import { computed, type ComputedRef, shallowRef, type ShallowRef } from 'vue'

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
  const saved = shallowRef<ReadonlySet<string>>(new Set(initial))
  const granted = shallowRef<ReadonlySet<string>>(saved.value)

  const isDirty = computed(
    () =>
      granted.value.size !== saved.value.size ||
      [...granted.value].some((id) => !saved.value.has(id)),
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
    markSaved(sent) {
      saved.value = new Set(sent)
    },
    refresh(current) {
      const wasDirty = isDirty.value
      saved.value = new Set(current)
      if (!wasDirty) granted.value = saved.value
    },
  }
}
