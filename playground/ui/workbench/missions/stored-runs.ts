import type { MissionRun } from './mission.ts'

export const storageKey = 'playground-missions'

/** What the browser keeps of the missions: the open one, and since when each runs. No step is kept as done. */
export interface StoredMissions {
  readonly open: string
  readonly runs: Readonly<Record<string, MissionRun>>
}

export const noMissions: StoredMissions = { open: '', runs: {} }

/** What is kept; what is not as it was written counts as missing. */
export function readMissions(storage: Pick<Storage, 'getItem'> | undefined): StoredMissions {
  const stored = parse(storage?.getItem(storageKey))
  const runs = isRecord(stored['runs']) ? stored['runs'] : {}
  return {
    open: typeof stored['open'] === 'string' ? stored['open'] : '',
    runs: Object.fromEntries(
      Object.entries(runs).filter((entry): entry is [string, MissionRun] => isRun(entry[1])),
    ),
  }
}

/** Keeps the missions. Where the storage is full or blocked they last as long as the page. */
export function writeMissions(
  storage: Pick<Storage, 'setItem'> | undefined,
  missions: StoredMissions,
): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(missions))
  } catch {
    // The progress is derived from the state again; only what was seen is lost with the page.
  }
}

/** The run with what was seen of the same run elsewhere. */
export function addSeen(run: MissionRun, elsewhere: MissionRun | undefined): MissionRun {
  const isSame = elsewhere && elsewhere.start.join('\n') === run.start.join('\n')
  return isSame ? { ...run, seen: { ...elsewhere.seen, ...run.seen } } : run
}

function parse(text: string | null | undefined): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    return isRecord(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

function isRun(value: unknown): value is MissionRun {
  if (!isRecord(value) || !Array.isArray(value['start']) || !isRecord(value['seen'])) return false
  return [...value['start'], ...Object.values(value['seen'])].every(
    (each) => typeof each === 'string',
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
