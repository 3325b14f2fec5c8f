import type { MarkdownRenderer } from 'vitepress'

/** Addresses with a percent sign that encodes nothing would stop VitePress; they stay as typed. */
export function malformedLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('malformed_links', (state) => {
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const address = token.type === 'link_open' ? (token.attrGet('href') ?? '') : ''
      if (!isDecodable(address)) token.attrSet('href', address.replaceAll('%', '%25'))
    }
  })
}

function isDecodable(address: string): boolean {
  try {
    decodeURI(address)
    return true
  } catch {
    return false
  }
}

/**
 * Links that lead nowhere, `[guide]()`, are shown as their text: rendered as links they would reload
 * the page. The check reports them. All other links are VitePress's, `.html` and `.md` alike.
 */
export function emptyLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('empty_links', (state) => {
    for (const { children } of state.tokens) {
      if (!children) continue
      for (let index = 0; index < children.length; index += 1) {
        const open = children[index]
        if (open?.type !== 'link_open' || open.attrGet('href') !== '') continue
        const close = children.find(
          (token, at) => at > index && token.type === 'link_close' && token.level === open.level,
        )
        for (const token of [open, close]) {
          if (!token) continue
          token.type = 'text'
          token.tag = ''
          token.nesting = 0
          token.content = ''
          token.attrs = null
        }
      }
    }
  })
}
