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
  acls.markSaved()
  expect(acls.isDirty.value).toBe(false)
})

it('keeps permissions that it was not asked about', () => {
  const acls = useAcls(['pim_unknown', 'a'])
  acls.set('a', false)
  expect(acls.list()).toEqual(['pim_unknown'])
})
