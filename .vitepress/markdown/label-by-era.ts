import type { MarkdownRenderer } from 'vitepress'
import { eras, words, type Era } from '../../playground/pim/index.ts'

/** A label of the PIM's screens in every wording; an older one is left out where it says the same as today. */
type TextsByEra = { today: string } & Partial<Record<Era, string>>

const pattern = /^\[\[([A-Za-z][A-Za-z_]*(?:\.[A-Za-z_]+)*)\]\]/

/**
 * `[[menu.connections]]`: the label that the PIM of the reader's version has there, as the screens of
 * the playground have it. A name that is none is shown as typed, and noted for the check.
 */
export function labelByEra(markdown: MarkdownRenderer): void {
  const { escapeHtml } = markdown.utils
  markdown.inline.ruler.before('link', 'label_by_era', (state, silent) => {
    const [typed, name = ''] = pattern.exec(state.src.slice(state.pos)) ?? []
    if (typed === undefined) return false
    const texts = textsOf(name)
    // Two brackets around a single word may be anything.
    if (!texts && !name.includes('.')) return false
    if (!silent) {
      const token = state.push(texts ? 'label_by_era' : 'unknown_label', '', 0)
      token.content = texts ? texts.today : typed
      token.meta = texts
    }
    state.pos += typed.length
    return true
  })
  markdown.renderer.rules['unknown_label'] = (tokens, index) =>
    escapeHtml(tokens[index]?.content ?? '')
  markdown.renderer.rules['label_by_era'] = (tokens, index) => {
    const token = tokens[index]
    const { today: _, ...older } = (token?.meta ?? {}) as Partial<TextsByEra>
    const text = escapeHtml(token?.content ?? '')
    if (Object.keys(older).length === 0) return `<code>${text}</code>`
    return `<LabelByEra today="${text}" :older="${escapeHtml(JSON.stringify(older))}" />`
  }
}

/** The texts of `menu.connections`, or nothing when that names no label. */
function textsOf(name: string): TextsByEra | undefined {
  const today = labelAt(name, 'today')
  if (today === undefined) return undefined
  const texts: TextsByEra = { today }
  for (const era of eras) {
    const text = labelAt(name, era)
    if (text !== undefined && text !== today) texts[era] = text
  }
  return texts
}

function labelAt(name: string, era: Era): string | undefined {
  let value: unknown = words[era]
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return typeof value === 'string' ? value : undefined
}
