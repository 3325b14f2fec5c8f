import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocsFolder } from '../../.vitepress/site/docs-folder.ts'
import { createPageIndex } from '../../.vitepress/site/pages.ts'
import { writeSearchIndex } from '../../.vitepress/site/search.ts'
import { openBrowser, type TestBrowser } from './open-browser.ts'
import { serveFolder } from './serve-folder.ts'

const pageCount = 3000
const limit = 150_000

let folder: string
let server: Awaited<ReturnType<typeof serveFolder>>
let browser: TestBrowser
let page: Page

/** A site of 3,000 pages, put together from paragraphs of our own, each page with words that no other has. */
async function writeLargeSite(): Promise<void> {
  const own = createPageIndex(readDocsFolder()).pages()
  const paragraphs = own
    .flatMap(({ body }) => body.split(/\n{2,}/))
    .filter((text) => text.length > 80)
  const pages = Array.from({ length: pageCount }, (_, number) => {
    const texts = Array.from({ length: 12 }, (_unused, index) => {
      return paragraphs[(number * 7 + index * 131) % paragraphs.length]
    })
    const frontMatter = { keywords: [] }
    return { link: `/large/page-${number}.html`, title: `Page ${number}`, frontMatter, texts }
  })
  await mkdir(join(folder, 'large'), { recursive: true })
  for (const { link, title, texts } of pages) {
    const prose = texts.map((text) => `<p>${text?.replaceAll('<', '&lt;')}</p>`).join('')
    const html = `<html lang="en"><body><main data-pagefind-body><h1>${title}</h1>${prose}</main></body></html>`
    await writeFile(join(folder, link), html)
  }
  await writeSearchIndex({ pages: () => pages })({ outDir: folder })
  await writeFile(join(folder, 'index.html'), '<html lang="en"><title>Large</title></html>')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-site-'))
  await writeLargeSite()
  server = await serveFolder(folder)
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true })
})

// As text: the test runner would rewrite the import of a function.
const firstQuery = `(async () => {
  const [pagefind] = await Promise.all([import('/search/pagefind.js'), fetch('/search/words.txt')])
  await pagefind.options({ excerptLength: 18, noWorker: true })
  await pagefind.init()
  const { results } = await pagefind.search('connection credentials')
  const first = await Promise.all(results.slice(0, 8).map((one) => one.data()))
  return first.map(({ meta }) => meta.title)
})()`

it(`fetches no more than ${limit / 1000} kB for the first query on ${pageCount} pages`, async () => {
  const fetched: string[] = []
  await page.goto(server.url)
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  const titles = await page.evaluate(firstQuery)
  expect(titles).toHaveLength(8)
  expect(fetched).toContain('/search/words.txt')
  // Pagefind's own files are compressed already; a host compresses the others.
  const bytes = fetched.map((path) => gzipSync(readFileSync(join(folder, path))).length)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(limit)
})
