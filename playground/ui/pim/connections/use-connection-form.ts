import { type ComputedRef, ref, type Ref, type ShallowRef } from 'vue'
import type { Answer } from '../api/call.ts'
import type { Connection } from '../api/connections.ts'
import { useDraft } from '../use-draft.ts'

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
  const form = ref(formOf(connection))
  const { saved, isDirty, refresh, markSaved } = useDraft(connection, form, formOf, normalize)
  return {
    saved,
    form,
    edited: () => ({ ...saved.value, ...normalize(form.value) }),
    isDirty,
    refresh(answer) {
      if (answer.ok) refresh(answer.value)
    },
    markSaved: (sent) => markSaved({ ...saved.value, ...formOf(sent) }),
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
