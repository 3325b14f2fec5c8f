import { expect, it } from 'vitest'
import { useConnectionDraft } from './use-connection-draft.ts'

it('derives the code from the label, with Data source chosen at first', () => {
  const { draft } = useConnectionDraft()
  draft.value.label = 'Lantern ERP'
  expect(draft.value).toEqual({ label: 'Lantern ERP', code: 'lanternerp', flowType: 'data_source' })
})

it('leaves a code alone that was written by hand, also an empty one', () => {
  const { draft, writeCode } = useConnectionDraft()
  draft.value.label = 'Lantern'
  writeCode('erp')
  draft.value.label = 'Lantern ERP'
  expect(draft.value.code).toBe('erp')
  writeCode('')
  draft.value.label = 'Lantern'
  expect(draft.value.code).toBe('')
})
