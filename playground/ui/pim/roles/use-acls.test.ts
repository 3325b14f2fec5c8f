import { expect, it } from 'vitest'
import { useAcls } from './use-acls.ts'

it('is dirty while the permissions differ from what is saved', () => {
  const acls = useAcls(['a', 'b'])
  acls.set('c', true)
  expect(acls.isDirty.value).toBe(true)
  acls.set('c', false)
  expect(acls.isDirty.value).toBe(false)
  acls.set('b', false)
  acls.set('c', true)
  expect(acls.isDirty.value).toBe(true)
  acls.markSaved(acls.list())
  expect(acls.isDirty.value).toBe(false)
})

it('keeps permissions that it was not asked about', () => {
  const acls = useAcls(['pim_unknown', 'a'])
  acls.set('a', false)
  expect(acls.list()).toEqual(['pim_unknown'])
})

it('keeps as unsaved what was changed while a save was under way', () => {
  const { set, list, markSaved, isDirty } = useAcls(['a'])
  set('b', true)
  const sent = list()
  set('c', true)
  markSaved(sent)
  expect(isDirty.value).toBe(true)
  set('c', false)
  expect(isDirty.value).toBe(false)
})

it('takes what changed elsewhere, unless it is being edited', () => {
  const { set, granted, refresh, isDirty } = useAcls(['a'])
  refresh(['a', 'b'])
  expect([...granted.value]).toEqual(['a', 'b'])
  expect(isDirty.value).toBe(false)
  set('c', true)
  refresh(['a'])
  expect([...granted.value]).toEqual(['a', 'b', 'c'])
  expect(isDirty.value).toBe(true)
})
