import { gfm } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

/** Where the Markdown twin of a page stands: `/articles/cup.html` → `/articles/cup.md`. */
export function twinAddress(link: string): string {
  return link.endsWith('/') ? `${link}index.md` : link.replace(/\.html$/, '.md')
}

/**
 * The prose of a built page as Markdown: what a reader sees, with included texts and code in place, and
 * every variant of a code block under its label.
 *
 * @param html the prose, without the page around it
 */
export function markdownTwin(html: string): string {
  return `${tidy(service().turndown(html)).trim()}\n`
}

/** Takes away spaces at the ends of lines, and blank lines after blank lines; code stays as it is. */
function tidy(markdown: string): string {
  return markdown
    .split(/^(`{3,}[\s\S]*?\n`{3,})$/m)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replaceAll(/[ \t]+$/gm, '').replaceAll(/\n{3,}/g, '\n\n'),
    )
    .join('')
}

function service(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  })
  turndown.use(gfm)
  // What only helps on the page: permalinks, buttons, the names of tabs and languages.
  turndown.addRule('furniture', {
    filter: (node) =>
      node.matches('.header-anchor, .anchor-alias, button, .lang, [role=tablist], style, noscript'),
    replacement: () => '',
  })
  turndown.addRule('picture', {
    filter: (node) => node.matches('.picture'),
    replacement: (_content, node) => picture(node as HTMLElement),
  })
  turndown.addRule('code', {
    filter: (node) => node.matches('div[class*="language-"]'),
    replacement: (_content, node) => fence(node as HTMLElement),
  })
  turndown.addRule('code-tab', {
    filter: (node) => node.matches('[role=tabpanel]'),
    replacement: (content, node) =>
      `\n\n**${(node as HTMLElement).getAttribute('data-label')}**\n\n${content.trim()}\n\n`,
  })
  turndown.addRule('box-title', {
    filter: (node) => node.matches('.alert-title'),
    replacement: (content) => `**${content.trim()}**\n\n`,
  })
  turndown.addRule('box', {
    filter: (node) => node.matches('.alert'),
    replacement: (content) =>
      `\n\n${content.trim().replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '')}\n\n`,
  })
  return turndown
}

function fence(block: HTMLElement): string {
  const language = /language-(\S+)/.exec(block.className)?.[1] ?? ''
  const code = (block.querySelector('pre')?.textContent ?? '').replace(/\n$/, '')
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `\n\n${ticks}${language}\n${code}\n${ticks}\n\n`
}

/** A picture once, though the page has it in both themes. */
function picture(figure: HTMLElement): string {
  const image = figure.querySelector('img')
  const caption = figure.querySelector('figcaption')?.textContent?.trim()
  const markdown = `![${image?.getAttribute('alt') ?? ''}](${image?.getAttribute('src') ?? ''})`
  if (figure.nodeName !== 'FIGURE') return markdown
  return `\n\n${markdown}\n\n${caption ? `*${caption}*\n\n` : ''}`
}
