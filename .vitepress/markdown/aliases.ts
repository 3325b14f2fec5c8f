import type { MarkdownRenderer } from 'vitepress'
import { object, type DialectEnvironment } from './environment.ts'

/**
 * Earlier anchors of a heading, `aliases: { old: new }` in the front matter: an empty `<a id="old">`
 * stands before the heading whose id is `new`. A heading that is not there is an error.
 */
export function aliases(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('aliases', (state) => {
    const environment = (state.env ?? {}) as DialectEnvironment
    const entries = environment.frontmatter?.['aliases']
    if (!isRecord(entries)) return
    const taken = new Set(state.tokens.map((token) => token.attrGet('id')))
    for (const [alias, id] of Object.entries(entries)) {
      const complain = (message: string) =>
        object(environment, { rule: 'alias', message, bodyLine: -Infinity, near: `${alias}:` })
      const at = state.tokens.findIndex(
        (token) => token.type === 'heading_open' && token.attrGet('id') === id,
      )
      const heading = state.tokens[at]
      if (heading === undefined) {
        complain(
          `Point the alias "${alias}" at a heading of this page: no heading has the id "${id}"`,
        )
        continue
      }
      if (taken.has(alias)) {
        complain(`Remove the alias "${alias}": another heading or alias of this page has that id`)
        continue
      }
      taken.add(alias)
      const anchor = new state.Token('html_block', '', 0)
      const name = markdown.utils.escapeHtml(alias)
      anchor.content = `<a id="${name}" class="anchor-alias"></a>\n`
      anchor.map = heading.map
      anchor.level = heading.level
      state.tokens.splice(at, 0, anchor)
    }
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
