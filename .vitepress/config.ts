import { defineConfig } from 'vitepress'
import { authorDialect } from './markdown/index.ts'
import { cssByNeed } from './site/css-by-need.ts'
import { excludedPages, readDocsFolder } from './site/docs-folder.ts'
import { head } from './site/head.ts'
import { nav } from './site/nav.ts'
import { pageData } from './site/page-data.ts'
import { writeTwins } from './site/markdown-twins.ts'
import { createPageIndex } from './site/pages.ts'
import { writeRedirects } from './site/redirects.ts'
import { writeSearchIndex } from './site/search.ts'
import { sidebar } from './site/sidebar.ts'
import { viteOptions } from './site/vite.ts'

const docs = readDocsFolder()
const pages = createPageIndex(docs)
const css = cssByNeed()

export default defineConfig({
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
  themeConfig: { nav: nav(pages), sidebar: sidebar(pages) },
  markdown: authorDialect(docs),
  transformPageData: pageData(pages),
  transformHead: ({ pageData: { relativePath } }) => css.headOf(relativePath),
  async buildEnd(site) {
    writeRedirects(pages)(site)
    writeTwins(pages)(site)
    await writeSearchIndex(pages)(site)
  },
  vite: viteOptions(docs, pages, css.plugin),
})
