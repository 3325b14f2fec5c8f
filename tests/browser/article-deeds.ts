import type { Passage, Run } from '../../.vitepress/markdown/reading.ts'

/** A label as it was named in an article. */
export type NamedLabel = Extract<Run, { kind: 'label' }>

/** What a reader does with one label or value of a passage. */
export type Deed =
  | { kind: 'look' | 'press' | 'menu' | 'tab' | 'tick' | 'fill' | 'choose'; label: NamedLabel }
  /** Labels of a path such as `System` › `Roles`. */
  | { kind: 'path'; labels: NamedLabel[] }
  /** Something that an article does not name, because every reader has another one: `your connection`. */
  | { kind: 'thing'; noun: string }
  /** What is typed into the field that was named last. */
  | { kind: 'value'; text: string }

type Verb = 'look' | 'press' | 'menu' | 'tick' | 'fill' | 'choose'

const verbs: Readonly<Record<string, Verb>> = {
  click: 'press',
  press: 'press',
  open: 'press',
  'confirm with': 'press',
  'go on with': 'press',
  'go to': 'menu',
  tick: 'tick',
  'fill in': 'fill',
  choose: 'choose',
  set: 'choose',
}

const wordPattern = new RegExp(
  `\\b(?:click|open|tick) (?:your|the) (?<noun>connection|role|catalog|app|box)\\b` +
    `|\\b(?<verb>${Object.keys(verbs).join('|')})\\b|(?<end>[.!?](?=\\s|$))`,
  'gi',
)
const thenPattern = /^(?:,? then(?: the)?| ›|,? and(?: the| then)?)\s*$/
const pathPattern = /^(?:,? then| ›)\s*$/

/**
 * What a reader of a passage does, in order. In a numbered step the verbs say it; anywhere else a reader follows
 * paths and opens tabs, and only looks for all other labels.
 *
 * @param inherited the verb of the step that a passage of details belongs to
 */
export function readDeeds(
  passage: Passage,
  inherited: Verb = 'look',
): { deeds: Deed[]; verb: Verb } {
  if (passage.kind === 'aside' || passage.kind === 'heading') return { deeds: [], verb: 'look' }
  const { runs } = passage
  const isStep = passage.kind === 'step'
  const deeds: Deed[] = []
  let verb: Verb = passage.kind === 'detail' ? inherited : 'look'
  let tail = ''
  let hasBegun = false
  runs.forEach((run, at) => {
    if (run.kind === 'words') {
      tail = run.text
      if (isStep) verb = readWords(run.text, hasBegun, verb, deeds)
      return
    }
    if (run.kind === 'code') {
      deeds.push({ kind: 'value', text: run.text })
      return
    }
    hasBegun = true
    const after = runs[at + 1]
    const isTab = / tab $/i.test(tail) || (after?.kind === 'words' && /^ tab\b/.test(after.text))
    const isMenu = / menu $/i.test(tail) || (after?.kind === 'words' && /^ menu\b/.test(after.text))
    const last = deeds.at(-1)
    if (isMenu && verb === 'press') deeds.push({ kind: 'menu', label: run })
    else if (isTab) deeds.push({ kind: 'tab', label: run })
    else if (!isStep && pathPattern.test(tail) && last?.kind === 'path') last.labels.push(run)
    else if (
      !isStep &&
      after?.kind === 'words' &&
      pathPattern.test(after.text) &&
      runs[at + 2]?.kind === 'label'
    ) {
      deeds.push({ kind: 'path', labels: [run] })
    } else deeds.push({ kind: isFieldAfter(tail, verb, isStep) ? verb : 'look', label: run })
    tail = ''
  })
  const isForm = runs.some((run) => run.kind === 'words' && /\bfill in\b/i.test(run.text))
  return { deeds, verb: isStep && isForm ? 'fill' : verb }
}

/** `Fill in the fields of …` names no field, `Fill in …` does, and so does each line of a table below it. */
function isFieldAfter(tail: string, verb: Verb, isStep: boolean): boolean {
  return verb !== 'fill' || !isStep || /fill in (?:the )?$/i.test(tail)
}

/** Reads the words between two labels: the verb that the next label has, and what is clicked without a label. */
function readWords(text: string, hasBegun: boolean, before: Verb, deeds: Deed[]): Verb {
  let verb = before
  let isChanged = false
  for (const { groups } of text.matchAll(wordPattern)) {
    isChanged = true
    if (groups?.['noun']) {
      deeds.push({ kind: 'thing', noun: groups['noun'].toLowerCase() })
      verb = 'look'
    } else verb = verbs[groups?.['verb']?.toLowerCase() ?? ''] ?? 'look'
  }
  if (isChanged || !hasBegun) return verb
  if (verb === 'choose') return / or /.test(text) ? 'look' : verb
  return thenPattern.test(text) ? verb : 'look'
}
