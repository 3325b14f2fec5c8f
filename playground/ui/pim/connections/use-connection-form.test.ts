import { expect, it } from 'vitest'
import type { Connection } from '../api/connections.ts'
import { useConnectionForm } from './use-connection-form.ts'

function connection(overrides: Partial<Connection> = {}): Connection {
  return {
    code: 'lantern',
    label: 'Lantern',
    flowType: 'data_source',
    image: null,
    auditable: true,
    type: 'default',
    clientId: '1_abc',
    secret: 'old secret',
    username: 'lantern_0001',
    password: null,
    roleId: '2',
    groupId: null,
    ...overrides,
  }
}

it('is dirty while the form differs from what is saved', () => {
  const { form, isDirty, edited, markSaved } = useConnectionForm(connection())
  expect(isDirty.value).toBe(false)
  form.value.label = 'Lantern shop'
  expect(isDirty.value).toBe(true)
  form.value.label = 'Lantern'
  expect(isDirty.value).toBe(false)
  form.value.groupId = '7'
  markSaved(edited())
  expect(isDirty.value).toBe(false)
})

it('keeps as unsaved what was changed while a save was under way', () => {
  const { form, isDirty, edited, markSaved, saved } = useConnectionForm(connection())
  form.value.label = 'Lantern shop'
  const sent = edited()
  form.value.label = 'Lantern shop two'
  markSaved(sent)
  expect(saved.value.label).toBe('Lantern shop')
  expect(form.value.label).toBe('Lantern shop two')
  expect(isDirty.value).toBe(true)
})

it('is not dirty from the start when the PIM says that a connection of the flow type Other is tracked', () => {
  const { form, isDirty } = useConnectionForm(connection({ flowType: 'other' }))
  expect(isDirty.value).toBe(false)
  form.value.flowType = 'data_source'
  expect(isDirty.value).toBe(true)
})

it('does not track a connection of the flow type Other', () => {
  const { form, edited } = useConnectionForm(connection())
  form.value.flowType = 'other'
  expect(edited().auditable).toBe(false)
})

it('keeps what is being edited when the secret changes', () => {
  const { form, edited, refresh, isDirty } = useConnectionForm(connection())
  form.value.label = 'Lantern shop'
  refresh({ ok: true, value: connection({ secret: 'new secret' }) })
  expect(edited()).toMatchObject({ label: 'Lantern shop', secret: 'new secret' })
  expect(isDirty.value).toBe(true)
})
