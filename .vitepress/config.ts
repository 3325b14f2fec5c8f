import { defineConfig } from 'vitepress'
import { authorDialect } from './markdown/index.ts'
import { cssByNeed } from './site/css-by-need.ts'
import { excludedPages, readDocsFolder } from './site/docs-folder.ts'
import { feedPath, writeFeed } from './site/feed.ts'
import { head } from './site/head.ts'
import { writeLegacyPictures } from './site/legacy-pictures.ts'
import { nav } from './site/nav.ts'
import { pageData } from './site/page-data.ts'
import { writeTwins } from './site/markdown-twins.ts'
import { createPageIndex } from './site/pages.ts'
import { preloadImports } from './site/preload-imports.ts'
import { readPublication } from './site/publication.ts'
import { writeRedirects } from './site/redirects.ts'
import { writeSearchIndex } from './site/search.ts'
import { sidebar } from './site/sidebar.ts'
import { socialHead } from './site/social.ts'
import { staticCode } from './site/static-code.ts'
import { viteOptions } from './site/vite.ts'
import type { SiteConfig } from './theme/site-config.ts'

const docs = readDocsFolder()
const pages = createPageIndex(docs)
const css = cssByNeed()
const scripts = preloadImports()
const publication = readPublication()
const social = socialHead(docs, pages, publication)

export default defineConfig<SiteConfig>({
  srcDir: docs.directory,
  outDir: '.vitepress/dist',
  srcExclude: excludedPages,
  title: 'Connect your PIM',
  description: 'How to connect software to a PIM, with every procedure to try on the page',
  lang: 'en',
  head,
  cleanUrls: false,
  lastUpdated: docs.tracked,
  // The check knows more links than VitePress does: raw HTML, anchors, redirects.
  ignoreDeadLinks: true,
  // Reading one article must not fetch the others that it links to.
  router: { prefetchLinks: false },
  themeConfig: {
    nav: nav(pages),
    sidebar: sidebar(pages),
    sources: docs.name,
    feed: feedPath,
    edit: publication.edit,
    editGuide: pages.byLink('/contributing/writing-a-page.html')?.link,
    problems: publication.problems,
  },
  sitemap: { hostname: `${publication.address}/` },
  markdown: authorDialect(docs),
  transformPageData: pageData(pages),
  transformHtml: css.linkOnce,
  transformHead: ({ pageData: data, siteData }) => [
    ...css.headOf(data.relativePath),
    ...scripts.headOf(data.relativePath),
    ...social(data, siteData.title),
  ],
  async buildEnd(site) {
    writeRedirects(pages)(site)
    writeLegacyPictures(site)
    writeTwins(pages)(site)
    writeFeed(docs, pages, publication)(site)
    await writeSearchIndex(pages)(site)
  },
  vue: { template: { compilerOptions: { nodeTransforms: [staticCode] } } },
  vite: viteOptions(docs, pages, [css.plugin, scripts.plugin]),
})
