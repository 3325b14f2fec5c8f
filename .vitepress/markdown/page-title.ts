import type { MarkdownRenderer } from 'vitepress'
import type { DialectEnvironment } from './environment.ts'
import { legacySlug } from './heading-ids.ts'

type State = Parameters<Parameters<MarkdownRenderer['core']['ruler']['push']>[1]>[0]

/**
 * The page's one `h1`. A body that has none gets it from `title` in the front matter, bold run kept.
 * A body with several (help articles begin each section with `#`) is moved down one level first.
 * Pages with a layout of their own are left alone.
 */
export function pageTitle(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('page_title', (state) => {
    const { frontmatter } = (state.env ?? {}) as DialectEnvironment
    const title = frontmatter?.['title']
    const layout = frontmatter?.['layout'] ?? 'doc'
    if (typeof title !== 'string' || layout !== 'doc') return
    if (hasOwnTitle(state)) return
    if (state.tokens.some((token) => token.tag === 'h1')) moveHeadingsDown(state)
    const aliases = Object.keys(frontmatter?.['aliases'] ?? {})
    state.tokens.unshift(...titleTokens(state, markdown, title, aliases))
  })
}

/** A title as plain text: `Manage your **apps**` gives `Manage your apps`. */
export function plainTitle(title: string): string {
  return title.replace(/(\*\*|__)(.+?)\1/g, '$2')
}

function hasOwnTitle(state: State): boolean {
  const headings = state.tokens.filter((token) => token.type === 'heading_open')
  const titles = headings.filter((token) => token.tag === 'h1')
  if (titles.length === 1) return headings[0] === titles[0]
  return (
    titles.length === 0 &&
    state.tokens.some((token) => token.type === 'html_block' && /<h1[\s>]/i.test(token.content))
  )
}

function moveHeadingsDown(state: State): void {
  for (const token of state.tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    token.tag = `h${Math.min(Number(token.tag.slice(1)) + 1, 6)}`
  }
}

function titleTokens(state: State, markdown: MarkdownRenderer, title: string, aliases: string[]) {
  const open = new state.Token('heading_open', 'h1', 1)
  const inline = new state.Token('inline', '', 0)
  const close = new state.Token('heading_close', 'h1', -1)
  inline.content = title
  inline.children = []
  markdown.inline.parse(title, markdown, {}, inline.children)
  // The ids of the body come first: a section may be, or have been, called what the page is called.
  const id = legacySlug(plainTitle(title))
  const isTaken = aliases.includes(id) || state.tokens.some((token) => token.attrGet('id') === id)
  if (!isTaken) open.attrSet('id', id)
  open.attrSet('tabindex', '-1')
  return [open, inline, close]
}
