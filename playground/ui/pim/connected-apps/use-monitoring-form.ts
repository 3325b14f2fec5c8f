import { computed, type ComputedRef, ref, type Ref, type ShallowRef, shallowRef } from 'vue'
import type { AppsApi, MonitoringSettings } from '../api/apps.ts'
import type { Answer } from '../api/call.ts'

export interface MonitoringForm {
  saved: ShallowRef<MonitoringSettings>
  form: Ref<MonitoringSettings>
  isDirty: ComputedRef<boolean>
  /** Sends what was changed, if anything was. */
  save(): Promise<Answer<null>>
}

/** What the dashboard counts of a connected app, while it is edited. What flows neither in nor out is not tracked. */
export function useMonitoringForm(
  apps: Pick<AppsApi, 'saveMonitoring'>,
  connectionCode: string,
  settings: MonitoringSettings,
): MonitoringForm {
  const saved = shallowRef(settings)
  const form = ref({ ...settings })
  const edited = computed(() => ({
    flowType: form.value.flowType,
    auditable: form.value.auditable && form.value.flowType !== 'other',
  }))
  const isDirty = computed(
    () =>
      edited.value.flowType !== saved.value.flowType ||
      edited.value.auditable !== saved.value.auditable,
  )

  return {
    saved,
    form,
    isDirty,
    async save() {
      if (!isDirty.value) return { ok: true, value: null }
      const sent = edited.value
      const answer = await apps.saveMonitoring(connectionCode, sent)
      if (answer.ok) saved.value = sent
      return answer
    },
  }
}
