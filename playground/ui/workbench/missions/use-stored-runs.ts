import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { MissionRun } from './mission.ts'
import { addSeen, readMissions, storageKey, writeMissions } from './stored-runs.ts'

export interface StoredRuns {
  /** The id of the open mission, or an empty text. */
  open: ShallowRef<string>
  runs: ShallowRef<Readonly<Record<string, MissionRun>>>
  openMission(id: string): void
  keep(id: string, run: MissionRun): void
}

/** What the browser keeps of the missions. The runs are those of all tabs; each tab has a mission of its own open. */
export function useStoredRuns(storage: Storage | undefined): StoredRuns {
  const kept = readMissions(storage)
  const open = shallowRef(kept.open)
  const runs = shallowRef(kept.runs)

  function write(): void {
    writeMissions(storage, { open: open.value, runs: runs.value })
  }

  /** Another tab has written. */
  function follow({ key, storageArea }: StorageEvent): void {
    if (key !== storageKey || storageArea !== storage) return
    runs.value = { ...runs.value, ...readMissions(storage).runs }
  }
  window.addEventListener('storage', follow)
  onScopeDispose(() => window.removeEventListener('storage', follow))

  return {
    open,
    runs,
    openMission(id) {
      open.value = id
      write()
    },
    keep(id, run) {
      // What another tab has seen a moment ago is not known here yet.
      const others = readMissions(storage).runs
      runs.value = { ...others, ...runs.value, [id]: addSeen(run, others[id]) }
      write()
    },
  }
}
