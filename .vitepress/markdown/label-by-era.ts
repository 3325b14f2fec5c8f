import type { MarkdownRenderer } from 'vitepress'
import { eras, words, type Era } from '../../playground/pim/index.ts'

/** What a label says in each wording of the PIM that has it. */
export type LabelTexts = Readonly<Partial<Record<Era, string>>>

/** A label of the PIM's screens, as an author named it. */
export interface PimLabel {
  /** As typed, brackets included. */
  typed: string
  texts: LabelTexts
  /** The one wording that the label belongs to, where the author named one. */
  era?: Era
}

const pattern = /^\[\[([^[\]\n]+)\]\](?![([])/
const namePattern = /^[A-Za-z][A-Za-z_]*(?:\.[A-Za-z_]+)+$/
const eraPattern = new RegExp(`^(.*)@(${eras.join('|')})$`)

/**
 * Labels of the PIM: `[[Save]]` as it stands on the screen, `[[menu.connections]]` for one that the PIM has
 * renamed, which follows the reader's version, and `[[menu.connections@apps-2019]]` for the wording of one
 * version. A name that is none is shown as typed, and noted for the check.
 */
export function labelByEra(markdown: MarkdownRenderer): void {
  const { escapeHtml } = markdown.utils
  markdown.inline.ruler.before('link', 'label_by_era', (state, silent) => {
    const [typed, inner = ''] = pattern.exec(state.src.slice(state.pos)) ?? []
    if (typed === undefined) return false
    const label = readLabel(typed, inner)
    // Numbers in two brackets are footnotes of somebody.
    if (!label && !namePattern.test(inner.replace(eraPattern, '$1'))) return false
    if (!silent) {
      const token = state.push(label ? 'label_by_era' : 'unknown_label', '', 0)
      token.content = label ? textOf(label) : typed
      token.meta = label
    }
    state.pos += typed.length
    return true
  })
  markdown.renderer.rules['unknown_label'] = (tokens, index) =>
    escapeHtml(tokens[index]?.content ?? '')
  markdown.renderer.rules['label_by_era'] = (tokens, index) => {
    const token = tokens[index]
    const label = token?.meta as PimLabel
    const text = escapeHtml(token?.content ?? '')
    const older = label.era === undefined ? olderTexts(label.texts) : {}
    if (Object.keys(older).length === 0) return `<code class="label">${text}</code>`
    return `<LabelByEra today="${text}" :older="${escapeHtml(JSON.stringify(older))}" />`
  }
}

/** What is shown where no version has been chosen. */
function textOf({ texts, era }: PimLabel): string {
  return texts[era ?? 'today'] ?? ''
}

function olderTexts(texts: LabelTexts): LabelTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== texts.today))
}

function readLabel(typed: string, inner: string): PimLabel | undefined {
  const [, named, era] = (eraPattern.exec(inner) ?? []) as (string | undefined)[]
  const name = named ?? inner
  const texts = namePattern.test(name) || isName(name) ? textsOf(name) : sameText(name)
  if (texts[(era as Era | undefined) ?? 'today'] === undefined) return undefined
  return { typed, texts, ...(era === undefined ? {} : { era: era as Era }) }
}

// `[[track]]`: a name without a dot is one only where the table has it.
function isName(text: string): boolean {
  return eras.some((era) => labelAt(text, era) !== undefined)
}

function sameText(text: string): LabelTexts {
  return /\p{L}/u.test(text) ? Object.fromEntries(eras.map((era) => [era, text.trim()])) : {}
}

function textsOf(name: string): LabelTexts {
  return Object.fromEntries(
    eras.flatMap((era) => {
      const text = labelAt(name, era)
      return text === undefined ? [] : [[era, text]]
    }),
  )
}

function labelAt(name: string, era: Era): string | undefined {
  let value: unknown = words[era]
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return typeof value === 'string' ? value : undefined
}
