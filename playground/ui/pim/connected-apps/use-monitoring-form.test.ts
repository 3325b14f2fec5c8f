import { expect, test, vi } from 'vitest'
import type { MonitoringSettings } from '../api/apps.ts'
import { useMonitoringForm } from './use-monitoring-form.ts'

const source: MonitoringSettings = { flowType: 'data_source', auditable: true }

function build(settings = source) {
  const saveMonitoring = vi.fn(async () => ({ ok: true, value: null }) as const)
  return { saveMonitoring, ...useMonitoringForm({ saveMonitoring }, 'app_1', settings) }
}

test('nothing is sent while nothing was changed', async () => {
  const { isDirty, save, saveMonitoring } = build()
  expect(isDirty.value).toBe(false)
  expect(await save()).toEqual({ ok: true, value: null })
  expect(saveMonitoring).not.toHaveBeenCalled()
})

test('what has no direction is not tracked', async () => {
  const { form, isDirty, save, saved, saveMonitoring } = build()
  form.value.flowType = 'other'
  expect(isDirty.value).toBe(true)
  await save()
  expect(saveMonitoring).toHaveBeenCalledWith('app_1', { flowType: 'other', auditable: false })
  expect(saved.value).toEqual({ flowType: 'other', auditable: false })
  expect(isDirty.value).toBe(false)
})

test('what was refused stays unsaved', async () => {
  const { form, isDirty, save, saved, saveMonitoring } = build()
  saveMonitoring.mockResolvedValueOnce({
    ok: false,
    reason: 'unreachable',
    status: 0,
    body: null,
  } as never)
  form.value.auditable = false
  expect((await save()).ok).toBe(false)
  expect(saved.value).toEqual(source)
  expect(isDirty.value).toBe(true)
})

test('nothing is unsaved at first, also where the PIM tracks what has no direction', () => {
  expect(build({ flowType: 'other', auditable: true }).isDirty.value).toBe(false)
})

test('what changed elsewhere is taken, unless it is being edited', () => {
  const { form, isDirty, refresh } = build()
  refresh({ flowType: 'data_destination', auditable: true })
  expect(form.value.flowType).toBe('data_destination')
  expect(isDirty.value).toBe(false)
  form.value.auditable = false
  refresh(source)
  expect(form.value).toEqual({ flowType: 'data_destination', auditable: false })
  expect(isDirty.value).toBe(true)
})
