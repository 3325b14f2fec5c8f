import type { MarkdownRenderer } from 'vitepress'

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
