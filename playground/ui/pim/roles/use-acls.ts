import { computed, type ComputedRef, shallowRef, type ShallowRef } from 'vue'

export interface Acls {
  granted: ShallowRef<ReadonlySet<string>>
  isDirty: ComputedRef<boolean>
  set(id: string, isGranted: boolean): void
  /** What a save sends; permissions that no screen shows stay as they are. */
  list(): string[]
  markSaved(): void
}

/** The permissions of a role while they are being edited. */
export function useAcls(initial: readonly string[]): Acls {
  const saved = shallowRef<ReadonlySet<string>>(new Set(initial))
  const granted = shallowRef<ReadonlySet<string>>(saved.value)

  return {
    granted,
    isDirty: computed(
      () =>
        granted.value.size !== saved.value.size ||
        [...granted.value].some((id) => !saved.value.has(id)),
    ),
    set(id, isGranted) {
      const next = new Set(granted.value)
      if (isGranted) next.add(id)
      else next.delete(id)
      granted.value = next
    },
    list: () => [...granted.value],
    markSaved() {
      saved.value = granted.value
    },
  }
}
