import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markdownTwin, twinAddress } from './markdown-twin.ts'
import type { PageIndex, SitePage } from './pages.ts'
import sections from './sections.json' with { type: 'json' }

/** What the site is called and about, as VitePress knows it. */
interface Site {
  outDir: string
  site: { title: string; description: string }
}

/**
 * Writes a Markdown twin beside every page that has a column of prose, and two texts for programs that
 * read the site: `llms.txt`, which lists the pages, and `llms-full.txt`, which holds them.
 */
export function writeTwins(index: PageIndex) {
  return ({ outDir, site }: Site): void => {
    const twins = index.pages().flatMap((page) => {
      const text = readTwin(page, outDir)
      return text === undefined ? [] : [{ page, text }]
    })
    for (const { page, text } of twins) writeFileSync(join(outDir, twinAddress(page.link)), text)
    const head = `# ${site.title}\n\n> ${site.description}\n`
    const pages = twins.map(({ page }) => page)
    writeFileSync(join(outDir, 'llms.txt'), `${head}${listOf(pages)}`)
    const all = twins
      .filter(({ page }) => !isForAuthors(page))
      .map(({ page, text }) => {
        return `\n<!-- ${page.link} -->\n\n${text}`
      })
    writeFileSync(join(outDir, 'llms-full.txt'), `${head}${all.join('')}`)
  }
}

function readTwin(page: SitePage, outDir: string): string | undefined {
  if (page.frontMatter.layout !== undefined) return undefined
  const file = join(outDir, page.link.endsWith('/') ? `${page.link}index.html` : page.link)
  if (!existsSync(file)) return undefined
  const prose = proseOf(readFileSync(file, 'utf8'))
  return prose === undefined ? undefined : markdownTwin(prose)
}

/** The prose of a page: it is the only thing between its own opening tag and the footer of the page. */
function proseOf(html: string): string | undefined {
  const start = /<div[^>]*\bclass="prose"[^>]*>/.exec(html)
  const end = html.indexOf('<footer class="page-footer"')
  if (!start || end < 0) return undefined
  return html.slice(start.index, end)
}

/** The pages by section, in the order of the site's menu; what no section names comes last. */
function listOf(pages: readonly SitePage[]): string {
  const rest = new Set(pages)
  const groups = sections.map(({ text, prefixes }) => {
    const own = [...rest].filter(({ link }) => prefixes.some((prefix) => link.startsWith(prefix)))
    for (const page of own) rest.delete(page)
    return { text: text ?? 'More', pages: own }
  })
  groups.push({ text: 'Optional', pages: [...rest] })
  return groups
    .filter((group) => group.pages.length > 0)
    .map((group) => `\n## ${group.text}\n\n${group.pages.map(lineOf).join('')}`)
    .join('')
}

function lineOf({ title, link, frontMatter }: SitePage): string {
  const { description } = frontMatter
  return `- [${title}](${twinAddress(link)})${description === undefined ? '' : `: ${description}`}\n`
}

function isForAuthors({ link }: SitePage): boolean {
  return link.startsWith('/contributing/')
}
