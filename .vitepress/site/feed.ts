import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readChanges, type Change } from './changes.ts'
import type { DocsFolder } from './docs-folder.ts'
import type { PageIndex } from './pages.ts'
import type { Publication } from './publication.ts'

/** What a feed says of itself. */
interface FeedHead {
  title: string
  description: string
  address: string
}

/** The address of the feed within the site. */
export const feedPath = '/changes.xml'

/** The changes as RSS 2.0 (rssboard.org/rss-specification). */
export function changeFeed(changes: readonly Change[], head: FeedHead): string {
  const { title, description, address } = head
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escape(title)}</title>
<link>${escape(address)}/</link>
<description>${escape(description)}</description>
<language>en</language>
<atom:link href="${escape(address)}${feedPath}" rel="self" type="application/rss+xml"/>
${changes.map((change) => itemOf(change, address)).join('\n')}
</channel>
</rss>
`
}

/** Writes the feed, and for programs that walk through sites where its map is. */
export function writeFeed(docs: DocsFolder, index: PageIndex, { address }: Publication) {
  return ({ outDir, site }: { outDir: string; site: Omit<FeedHead, 'address'> }): void => {
    const head = { title: `${site.title}: changes`, description: site.description, address }
    writeFileSync(join(outDir, feedPath), changeFeed(readChanges(docs.directory, index), head))
    writeFileSync(
      join(outDir, 'robots.txt'),
      `User-agent: *\nAllow: /\nSitemap: ${address}/sitemap.xml\n`,
    )
  }
}

function itemOf({ date, text, page }: Change, address: string): string {
  const link = `${address}${page?.link ?? '/changes.html'}`
  // The same as long as its words are the same, wherever the page moves to.
  const id = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return `<item>
<title>${escape(page?.title ?? text)}</title>
<link>${escape(link)}</link>
<description>${escape(text)}</description>
<pubDate>${new Date(date).toUTCString()}</pubDate>
<guid isPermaLink="false">${date}-${id}</guid>
</item>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
