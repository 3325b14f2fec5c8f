import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { SitePage } from './pages.ts'
import { commonWords } from './common-words.ts'

/** What the index takes of a page, besides its prose. */
type SearchedPage = Pick<SitePage, 'link' | 'title'> & {
  frontMatter: Pick<SitePage['frontMatter'], 'audience' | 'description' | 'keywords' | 'layout'>
}

/** The folder of the built site that holds the index. */
const folder = 'search'

// Pagefind brings search boxes of its own, which the theme has no use for.
const unused =
  /(^|\/)(pagefind-(ui|modular-ui|component-ui|highlight)\b|wasm\.unknown)|(^|\/)playground\//

/**
 * Writes the search index of the built pages into the output folder: what stands in the prose of each
 * page, its description, and whom it is for.
 *
 * @throws {Error} when Pagefind refuses a page, with its reason
 */
export function writeSearchIndex(index: { pages(): SearchedPage[] }) {
  return async ({ outDir }: { outDir: string }): Promise<void> => {
    const created = await createIndex({
      forceLanguage: 'en',
      excludeSelectors: ['.header-anchor', 'button', '.lang', '[role=tablist]', '.try-it'],
    })
    if (!created.index) throw new Error(`Cannot index the pages: ${created.errors.join('; ')}`)
    try {
      for (const page of index.pages().filter(isSearched)) await add(created.index, page, outDir)
      const { files } = await created.index.getFiles()
      for (const { path, content } of files.filter((file) => !unused.test(file.path))) {
        const file = join(outDir, folder, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
      const texts = index
        .pages()
        .filter(isSearched)
        .map((page) => textOf(page, outDir))
      writeFileSync(join(outDir, folder, 'words.txt'), commonWords(texts).join('\n'))
    } finally {
      await close()
    }
  }
}

function isSearched({ frontMatter }: SearchedPage): boolean {
  return frontMatter.layout === undefined || frontMatter.layout === 'page'
}

async function add(search: PagefindIndex, page: SearchedPage, outDir: string): Promise<void> {
  const { description, keywords, layout } = page.frontMatter
  const filters = { audience: readersOf(page) }
  const { errors } =
    layout === undefined
      ? await search.addHTMLFile({ url: page.link, content: marked(page, readPage(page, outDir)) })
      : await search.addCustomRecord({
          url: page.link,
          content: `${page.title}. ${description ?? ''}`,
          language: 'en',
          meta: { title: page.title, keywords: keywords.join(', ') },
          filters,
        })
  if (errors.length > 0) throw new Error(`Cannot index ${page.link}: ${errors.join('; ')}`)
}

function readersOf({ frontMatter, link }: SearchedPage): string[] {
  const named = (frontMatter.audience ?? '').split(/,\s*/).filter(Boolean)
  if (named.length > 0) return named
  return link.startsWith('/contributing/') ? ['author'] : []
}

/** What the spelling of a question is held against: the words of a page that its readers see. */
function textOf(page: SearchedPage, outDir: string): string {
  const { title, frontMatter } = page
  const html = frontMatter.layout === undefined ? readPage(page, outDir) : ''
  const prose = html.replace(/[^]*data-pagefind-body/, '').replaceAll(/<[^>]*>/g, ' ')
  return [title, frontMatter.description ?? '', frontMatter.keywords.join(' '), prose].join(' ')
}

function readPage({ link }: SearchedPage, outDir: string): string {
  return readFileSync(join(outDir, link.endsWith('/') ? `${link}index.html` : link), 'utf8')
}

/** The page with what the index should know of it and readers need not see. */
function marked(page: SearchedPage, html: string): string {
  const { description, keywords } = page.frontMatter
  const notes = [
    ...readersOf(page).map((reader) => `data-pagefind-filter="audience:${reader}"`),
    ...(description === undefined
      ? []
      : [`data-pagefind-meta="description:${escape(description)}"`]),
    ...(keywords.length === 0
      ? []
      : [`data-pagefind-meta="keywords:${escape(keywords.join(', '))}"`]),
  ]
  return html.replace('</body>', () => `${notes.map((note) => `<i ${note}></i>`).join('')}</body>`)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
