import { eras, namedScenarios, type Edition, type Era } from '../../playground/pim/index.ts'
import type { Place } from '../markdown/reading.ts'
import type { CheckedPage } from './page.ts'
import type { Problem } from './problem.ts'

/** Where a reader is who follows a procedure: what `<!-- walk: app-connected, EE, /connect/data-flows -->` says. */
export interface WalkNote {
  /** A named scenario; the default one if not given. */
  scenario?: string
  edition?: Edition
  /** Who is signed in, `as noor`. */
  user?: string
  /** The address of the PIM's screen. */
  address?: string
  /** A tab that has been opened there, `tab Permissions`. */
  tab?: string
  /** The versions that the words are about; all of them if none is named. */
  eras: Era[]
  /** Further states, `with-catalogs`, which the test of the articles knows. */
  states: string[]
}

const editions: readonly string[] = ['CE', 'GE', 'EE'] satisfies Edition[]

/** Reads what stands behind `walk:`; `unknown` are the entries that say nothing. */
export function readWalkNote(text: string): { note: WalkNote; unknown: string[] } {
  const note: WalkNote = { eras: [], states: [] }
  const unknown: string[] = []
  const entries = text.split(',').map((entry) => entry.trim())
  for (const entry of entries.filter((one) => one !== '')) {
    const era = eras.find((one) => one === entry)
    const user = /^as (\w+)$/.exec(entry)?.[1]
    const tab = /^tab (.+)$/.exec(entry)?.[1]
    if (era) note.eras.push(era)
    else if (editions.includes(entry)) note.edition = entry as Edition
    else if (entry.startsWith('/')) note.address = entry
    else if (user !== undefined) note.user = user
    else if (tab !== undefined) note.tab = tab
    else if (namedScenarios.some(({ id }) => id === entry)) note.scenario = entry
    else if (/^with-[a-z-]+$/.test(entry)) note.states.push(entry)
    else unknown.push(entry)
  }
  return { note, unknown }
}

/** Each comment `<!-- walk: … -->` says something that the test of the articles understands. */
export function walkNote(page: CheckedPage): Problem[] {
  return page.outline.passages.flatMap((passage) => {
    if (passage.kind !== 'aside') return []
    const { file, line, column }: Place = passage
    return readWalkNote(passage.text).unknown.map((entry) => ({
      file,
      line,
      column,
      rule: 'walk',
      message:
        `Name a scenario, a version, an edition, an address, a tab or a state with-…: "${entry}" is none; ` +
        `scenarios are ${namedScenarios.map(({ id }) => id).join(', ')}`,
      level: 'warning',
    }))
  })
}
