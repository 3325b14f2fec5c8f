import { type ComputedRef, ref, type Ref, type ShallowRef } from 'vue'
import type { AppsApi, MonitoringSettings } from '../api/apps.ts'
import type { Answer } from '../api/call.ts'
import { useDraft } from '../use-draft.ts'

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
  const form = ref({ ...settings })
  const copyOf = (current: MonitoringSettings) => ({ ...current })
  const { saved, isDirty, refresh, markSaved } = useDraft(settings, form, copyOf, normalize)

  return {
    saved,
    form,
    isDirty,
    async save() {
      if (!isDirty.value) return { ok: true, value: null }
      const sent = normalize(form.value)
      const answer = await apps.saveMonitoring(connectionCode, sent)
      if (answer.ok) markSaved(sent)
      return answer
    },
    refresh,
  }
}

function normalize({ flowType, auditable }: MonitoringSettings): MonitoringSettings {
  return { flowType, auditable: auditable && flowType !== 'other' }
}
