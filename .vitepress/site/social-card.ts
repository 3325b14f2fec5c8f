import { createHash } from 'node:crypto'
import type { PageIndex, SitePage } from './pages.ts'
import sections from './sections.json' with { type: 'json' }

/** How large the card of a page is, in the pixels that networks ask for. */
export const cardSize = { width: 1200, height: 630 }

/** The pages that have a card of their own, by its name: every page with an id, and the front page. */
export function pagesWithCards(index: PageIndex): Map<string, SitePage> {
  return new Map(
    index
      .pages()
      .map((page): [string | undefined, SitePage] => [cardName(page), page])
      .filter((entry): entry is [string, SitePage] => entry[0] !== undefined),
  )
}

function cardName({ link, frontMatter }: SitePage): string | undefined {
  return link === '/' ? 'site' : frontMatter.id
}

/** What a card was drawn from, in short: another digest means that the card has to be drawn again. */
export function cardDigest(page: SitePage): string {
  return createHash('sha256').update(cardHtml(page)).digest('hex').slice(0, 16)
}

/**
 * The card of a page as HTML to be drawn: the mark of the site, the section, the title, the summary. Its
 * script sets smaller what does not fit, and says in the page's title whether all of it is `whole`.
 */
export function cardHtml({ title, link, frontMatter }: SitePage): string {
  const section = sections.find(({ prefixes }) =>
    prefixes.some((one) => link.startsWith(one)),
  )?.text
  const bold = /\*\*(.+?)\*\*/.exec(frontMatter.title ?? '')?.[1]
  const heading = escape(title).replace(escape(bold ?? ''), (run) => (run ? `<b>${run}</b>` : ''))
  return `<!doctype html><html lang="en"><style>
*{box-sizing:border-box;margin:0}
body{display:flex;flex-direction:column;width:${cardSize.width}px;height:${cardSize.height}px;padding:64px 72px;border-left:24px solid #ffe466;background:#fff;color:#13202b;font:32px/1.4 'Liberation Sans',sans-serif}
header{display:flex;align-items:center;gap:20px;font:36px/1 'Liberation Serif',serif}
header small{margin-left:auto;color:#4f5f6c;font:28px/1 'Liberation Sans',sans-serif}
main{display:grid;flex:1;align-items:center;min-height:0}
div{display:grid;gap:28px}
h1{font:400 calc(92px*var(--scale,1))/1.08 'Liberation Serif',serif;letter-spacing:-0.02em;text-wrap:balance}
h1 b{background:linear-gradient(#ffe466,#ffe466) 0 86%/100% .34em no-repeat}
p{color:#4f5f6c;font-size:calc(34px*var(--scale,1));text-wrap:pretty}
</style><header><svg viewBox="0 0 32 32" width="56" height="56"><g fill="#0b5cad"><rect x="4" y="3" width="5" height="26" rx="2.5"/><path d="M9 8.5h4.5v3H9z"/></g><g fill="#b0420c"><rect x="13.5" y="3" width="5" height="26" rx="2.5"/><path d="M18.5 19h4.5v3h-4.5z"/></g><rect x="23" y="3" width="5" height="26" rx="2.5" fill="#0a6b57"/></svg><span>Connect your <b>PIM</b></span>${section === undefined ? '' : `<small>${escape(section)}</small>`}</header>
<main><div><h1>${heading}</h1><p>${escape(frontMatter.description ?? '')}</p></div></main>
<script>
{
const [main, text] = document.querySelectorAll('main, div')
const isFull = () => text.offsetHeight > main.clientHeight || text.scrollWidth > main.clientWidth
for (let scale = 1; isFull() && scale > 0.6; scale -= 0.04) text.style.setProperty('--scale', scale)
document.title = isFull() ? 'cut off' : 'whole'
}
</script>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
