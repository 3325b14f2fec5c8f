import { computed, type ComputedRef, ref, type Ref, type ShallowRef, shallowRef } from 'vue'
import type { AppsApi, MonitoringSettings } from '../api/apps.ts'
import type { Answer } from '../api/call.ts'

export interface MonitoringForm {
  saved: ShallowRef<MonitoringSettings>
  form: Ref<MonitoringSettings>
  isDirty: ComputedRef<boolean>
  /** Sends what was changed, if anything was. */
  save(): Promise<Answer<null>>
  /** Takes what the PIM has now, unless it is being edited. */
  refresh(current: MonitoringSettings): void
}

/** What the dashboard counts of a connected app, while it is edited. What flows neither in nor out is not tracked. */
export function useMonitoringForm(
  apps: Pick<AppsApi, 'saveMonitoring'>,
  connectionCode: string,
  settings: MonitoringSettings,
): MonitoringForm {
  const saved = shallowRef(settings)
  const form = ref({ ...settings })
  const edited = computed(() => normalize(form.value))
  const isDirty = computed(
    () => JSON.stringify(normalize(saved.value)) !== JSON.stringify(edited.value),
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
    refresh(current) {
      const wasDirty = isDirty.value
      saved.value = current
      if (!wasDirty) form.value = { ...current }
    },
  }
}

function normalize({ flowType, auditable }: MonitoringSettings): MonitoringSettings {
  return { flowType, auditable: auditable && flowType !== 'other' }
}
