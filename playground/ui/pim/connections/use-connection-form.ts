import { computed, type ComputedRef, ref, type Ref, type ShallowRef, shallowRef } from 'vue'
import type { Answer } from '../api/call.ts'
import type { Connection } from '../api/connections.ts'

/** The part of a connection that can be changed. */
export type ConnectionForm = Pick<
  Connection,
  'label' | 'flowType' | 'image' | 'auditable' | 'roleId' | 'groupId'
>

export interface ConnectionEditor {
  saved: ShallowRef<Connection>
  form: Ref<ConnectionForm>
  isDirty: ComputedRef<boolean>
  /** What a save would send. */
  edited(): Connection
  /** Takes what the PIM now has, keeping what is being edited. */
  refresh(answer: Answer<Connection>): void
  /** Takes what was sent; what was changed meanwhile is still to be saved. */
  markSaved(sent: Connection): void
}

/** Keeps what is edited apart from what is saved. */
export function useConnectionForm(connection: Connection): ConnectionEditor {
  const saved = shallowRef(connection)
  const form = ref(formOf(connection))
  const edited = () => ({ ...saved.value, ...normalize(form.value) })
  const isDirty = computed(
    () => JSON.stringify(normalize(formOf(saved.value))) !== JSON.stringify(normalize(form.value)),
  )
  return {
    saved,
    form,
    edited,
    isDirty,
    refresh(answer) {
      if (!answer.ok) return
      const wasDirty = isDirty.value
      saved.value = answer.value
      if (!wasDirty) form.value = formOf(answer.value)
    },
    markSaved(sent) {
      saved.value = { ...saved.value, ...formOf(sent) }
      if (!isDirty.value) form.value = formOf(sent)
    },
  }
}

function formOf(connection: Connection): ConnectionForm {
  const { label, flowType, image, auditable, roleId, groupId } = connection
  return { label, flowType, image, auditable, roleId, groupId }
}

/** A connection whose direction is unknown cannot be tracked (contract B.6). */
function normalize(form: ConnectionForm): ConnectionForm {
  return { ...form, auditable: form.auditable && form.flowType !== 'other' }
}
