import { type Ref, ref, watch } from 'vue'
import { type FlowType } from '../api/connections.ts'
import { deriveCode } from './derive-code.ts'

export interface ConnectionDraft {
  label: string
  code: string
  flowType: FlowType
}

/** A connection to be. Its code follows the label until somebody writes one by hand. */
export function useConnectionDraft(): {
  draft: Ref<ConnectionDraft>
  writeCode: (code: string) => void
} {
  const draft = ref<ConnectionDraft>({ label: '', code: '', flowType: 'data_source' })
  let isCodeOwn = false

  watch(
    () => draft.value.label,
    (label) => {
      if (!isCodeOwn) draft.value.code = deriveCode(label)
    },
    { flush: 'sync' },
  )

  function writeCode(code: string): void {
    isCodeOwn = true
    draft.value.code = code
  }

  return { draft, writeCode }
}
