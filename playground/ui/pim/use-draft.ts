import { computed, type ComputedRef, type Ref, shallowRef, type ShallowRef } from 'vue'

/** What the PIM has of something, while somebody edits it. */
export interface Draft<Saved> {
  saved: ShallowRef<Saved>
  isDirty: ComputedRef<boolean>
  /** Takes what the PIM has now; what is being edited stays. */
  refresh(current: Saved): void
  /** Takes what the PIM has after a save; what was changed since it was sent is still to be saved. */
  markSaved(current: Saved): void
}

/**
 * Keeps what is saved apart from what is edited in `form`, which holds what `formOf` makes of the former.
 *
 * @param sentOf what a save sends of a form, for JSON. Two forms that send the same are the same.
 */
export function useDraft<Saved, Form>(
  initial: Saved,
  form: Ref<Form>,
  formOf: (saved: Saved) => Form,
  sentOf: (form: Form) => unknown = (edited) => edited,
): Draft<Saved> {
  const saved = shallowRef(initial)
  const isDirty = computed(
    () => JSON.stringify(sentOf(formOf(saved.value))) !== JSON.stringify(sentOf(form.value)),
  )

  return {
    saved,
    isDirty,
    refresh(current) {
      const wasDirty = isDirty.value
      saved.value = current
      if (!wasDirty) form.value = formOf(current)
    },
    markSaved(current) {
      saved.value = current
      // As the PIM writes it.
      if (!isDirty.value) form.value = formOf(current)
    },
  }
}
