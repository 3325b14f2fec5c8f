import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { HeadConfig, PageData } from 'vitepress'
import type { DocsFolder } from './docs-folder.ts'
import type { PageIndex, SitePage } from './pages.ts'
import type { Publication } from './publication.ts'

/** The picture of a page's card: `cards/<id>.png`, else the one of the whole site. */
const folder = '/img/cards'
const common = `${folder}/site.png`
const size = { width: '1200', height: '630' }

/** What networks show of a page that somebody shares (ogp.me), and where the site's feed is. */
export function socialHead(docs: DocsFolder, index: PageIndex, publication: Publication) {
  const { address, isNamed } = publication
  return (data: PageData, siteName: string): HeadConfig[] => {
    const page = index.pages().find(({ path }) => path === data.relativePath)
    if (!page) return []
    const link = address + page.link
    const image = cardOf(page, docs)
    const properties: Record<string, string | undefined> = {
      'og:type': page.link === '/' ? 'website' : 'article',
      'og:site_name': siteName,
      'og:title': page.title,
      'og:description': page.frontMatter.description,
      'og:url': link,
      'og:image': image && address + image,
      'og:image:width': image && size.width,
      'og:image:height': image && size.height,
      'og:image:alt': image && `${page.title}. ${siteName}`,
    }
    const metas = Object.entries(properties).flatMap(([property, content]): HeadConfig[] =>
      content ? [['meta', { property, content }]] : [],
    )
    return [
      ...metas,
      ['meta', { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' }],
      ...(isNamed ? [['link', { rel: 'canonical', href: link }] satisfies HeadConfig] : []),
    ]
  }
}

function cardOf({ frontMatter }: SitePage, docs: DocsFolder): string | undefined {
  const own = frontMatter.id === undefined ? [] : [`${folder}/${frontMatter.id}.png`]
  return [...own, common].find((path) => existsSync(join(docs.publicDirectory, path)))
}
