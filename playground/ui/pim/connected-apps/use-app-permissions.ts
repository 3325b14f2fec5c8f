import { type ComputedRef, type ShallowRef, shallowRef, watch } from 'vue'
import type { AppPermissions, PermissionEntries } from '../api/app-permissions.ts'
import type { Answer } from '../api/call.ts'
import type { ScreensApi } from '../api/screens-api.ts'
import { useDraft } from '../use-draft.ts'
import { allOf, type Loading, useLoad } from '../use-load.ts'
import { useReloadOnChange } from '../use-reload-on-change.ts'

export interface AppPermissionsEditor {
  /** On what there are permissions to give. */
  entries: ShallowRef<Loading<readonly [PermissionEntries, AppPermissions]>>
  reload(): Promise<void>
  draft: ShallowRef<AppPermissions | null>
  isDirty: ComputedRef<boolean>
  /** Sends what was changed, if anything was. */
  save(): Promise<Answer<null>>
}

/** The permissions of a connected app while they are edited. Loads when the tab that shows them is first opened. */
export function useAppPermissions(
  { appPermissions }: ScreensApi,
  userGroup: string,
): AppPermissionsEditor {
  const draft = shallowRef<AppPermissions | null>(null)
  const { isDirty, ...edited } = useDraft(draft.value, draft, (saved) => saved)
  const { state, reload, refresh } = useLoad(() =>
    allOf<readonly [PermissionEntries, AppPermissions]>([
      appPermissions.entries(),
      appPermissions.read(userGroup),
    ]),
  )
  useReloadOnChange(refresh)

  watch(state, (loading) => {
    if (loading.status === 'ready') edited.refresh(loading.value[1])
  })

  return {
    entries: state,
    reload,
    draft,
    isDirty,
    async save() {
      const sent = draft.value
      if (!isDirty.value || sent === null) return { ok: true, value: null }
      const answer = await appPermissions.save(userGroup, sent)
      if (answer.ok) edited.markSaved(sent)
      return answer
    },
  }
}
