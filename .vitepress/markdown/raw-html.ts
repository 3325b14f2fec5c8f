import type { MarkdownRenderer } from 'vitepress'

export interface RawHtmlOptions {
  /** The site's base path, beginning and ending in a slash. */
  base: string
}

/**
 * Root-relative addresses in raw HTML get the site's base path, which VitePress gives to Markdown
 * links only. Sources of pictures and media are left to Vue's compiler, which does it for them.
 */
export function rawHtml(markdown: MarkdownRenderer, { base }: RawHtmlOptions): void {
  if (base === '/') return
  markdown.core.ruler.push('raw_html', (state) => {
    for (const token of state.tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
      if (token.type !== 'html_block' && token.type !== 'html_inline') continue
      token.content = token.content.replace(
        addressPattern,
        (_, before: string, quote: string) => `${before}${quote}${base}`,
      )
    }
  })
}

const addressPattern =
  /(<(?:a|area|link)\b[^>]*?\shref=|<(?:iframe|embed|script)\b[^>]*?\ssrc=)(["'])\/(?!\/)/gi
