import { eras } from '../../playground/pim/index.ts'
import type { Passage, Run } from '../markdown/reading.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import type { Problem } from './problem.ts'

const known = new WeakMap<CheckedSite, Set<string>>()

/**
 * A label of the PIM stands in double brackets wherever it is named, so that the tests can look for it on its
 * screen. Looks at pages that name labels: others may mean anything by their code.
 */
export function unmarkedLabel(page: CheckedPage, site: CheckedSite): Problem[] {
  if (!namesLabels(page)) return []
  const labels = labelsOf(site)
  return page.outline.passages.flatMap((passage) => {
    if (passage.kind === 'aside' || passage.kind === 'heading') return []
    return passage.runs.flatMap((run, at) => {
      if (run.kind !== 'code' || isValue(passage.runs, at)) return []
      const { file, line, column, text } = run
      const isLabel = labels.has(text) || isInPath(passage.runs, at) || isButton(passage, text)
      if (!isLabel) return []
      const message =
        `Write [[${text}]] for a label of the PIM, and "such as \`${text}\`" ` +
        'or another word for what it is where it is a value'
      return [{ file, line, column, rule: 'unmarked-label', message, level: 'warning' as const }]
    })
  })
}

function namesLabels({ outline }: CheckedPage): boolean {
  return outline.passages.some(
    (passage) => passage.kind !== 'aside' && passage.runs.some(({ kind }) => kind === 'label'),
  )
}

/** Every label that a page of the folder names, in every wording. */
function labelsOf(site: CheckedSite): Set<string> {
  const before = known.get(site)
  if (before) return before
  const found = new Set<string>()
  for (const { outline } of site.pages) {
    for (const passage of outline.passages) {
      if (passage.kind === 'aside') continue
      for (const run of passage.runs) {
        if (run.kind !== 'label') continue
        for (const era of eras) {
          const text = run.label.texts[era]
          if (text !== undefined) found.add(text)
        }
      }
    }
  }
  known.set(site, found)
  return found
}

/** What stands before a value: `such as`, `for example`, or a noun that says what kind of value it is. */
const valuePattern =
  /(?:such as|for example|like|the (?:code|value|scope|role|header|key|file|line|label)s?|run)\s+["“]?$/i

function isValue(runs: readonly Run[], at: number): boolean {
  const before = runs[at - 1]
  if (before?.kind !== 'words') return false
  if (valuePattern.test(before.text)) return true
  return (
    /^,?(?: (?:or|and))? $/.test(before.text) &&
    runs[at - 2]?.kind === 'code' &&
    isValue(runs, at - 2)
  )
}

// `System` › `Roles`: only menus are written so.
function isInPath(runs: readonly Run[], at: number): boolean {
  return [runs[at - 1], runs[at + 1]].some((run) => run?.kind === 'words' && /›/.test(run.text))
}

/** In a numbered step, a few words that begin with a capital are what a button says. */
function isButton({ kind }: Passage, text: string): boolean {
  return kind === 'step' && /^\p{Lu}[\p{Ll}’']*(?: [\p{L}’']+){0,4}$/u.test(text)
}
