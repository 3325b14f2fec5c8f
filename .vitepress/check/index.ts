import { createMarkdownRenderer, disposeMdItInstance, type MarkdownRenderer } from 'vitepress'
import type { DialectEnvironment } from '../markdown/environment.ts'
import { authorDialect } from '../markdown/index.ts'
import { emptyOutline } from '../markdown/outline.ts'
import type { DocsFolder } from '../site/docs-folder.ts'
import { createPageIndex, type SitePage } from '../site/pages.ts'
import { componentSyntax } from './component-syntax.ts'
import { deadAnchor } from './dead-anchor.ts'
import { deadLink } from './dead-link.ts'
import { duplicateId } from './duplicate-id.ts'
import { emptyLink } from './empty-link.ts'
import { fileName } from './file-name.ts'
import { legacyUrls } from './legacy-urls.ts'
import { missingPicture } from './missing-picture.ts'
import type { CheckedPage, CheckedSite, Rule } from './page.ts'
import { AuthorError, compareProblems, formatProblem, type Problem } from './problem.ts'
import { relatedProblems } from './related.ts'
import { tabLabel } from './tab-label.ts'
import { loadDictionary, spelling } from './spelling.ts'
import { stepVerb } from './step-verb.ts'
import { unclosedBlock } from './unclosed-block.ts'
import { unknownContainer } from './unknown-container.ts'
import { unknownLabel } from './unknown-label.ts'
import { unmarkedLabel } from './unmarked-label.ts'
import { walkNote } from './walk-note.ts'
import { wording } from './wording.ts'

const rules: Rule[] = [
  (page) => page.problems,
  (page) => page.objections,
  fileName,
  duplicateId,
  (page, { index }) => relatedProblems(page, index),
  legacyUrls,
  deadLink,
  deadAnchor,
  emptyLink,
  missingPicture,
  unknownContainer,
  unclosedBlock,
  tabLabel,
  unknownLabel,
  unmarkedLabel,
  walkNote,
  spelling,
  wording,
  stepVerb,
]

export interface CheckResult {
  pageCount: number
  problems: Problem[]
}

/** Checks the pages of one docs folder, as often as wanted. */
export interface Checker {
  check(): Promise<CheckResult>
  /** The pages as the rules see them. */
  read(): Promise<CheckedSite>
}

/**
 * A checker with a renderer of its own, which VitePress then does not take for the site's. Create it
 * before a build or a preview starts in the same process.
 */
export async function createChecker(docs: DocsFolder): Promise<Checker> {
  disposeMdItInstance()
  const markdown = await createMarkdownRenderer(
    docs.directory,
    // Colours are for readers; without them a page is checked many times faster.
    { ...authorDialect(docs), highlight: (code) => `<pre>${code.replaceAll('<', '&lt;')}</pre>` },
    '/',
    console,
    docs.publicDirectory,
  )
  disposeMdItInstance()
  async function read(): Promise<CheckedSite> {
    const index = createPageIndex(docs)
    const pages = await Promise.all(index.pages().map((page) => readPage(page, markdown)))
    const links = new Map(pages.map((page) => [page.link, page]))
    return { docs, index, pages, byLink: (link) => links.get(link) }
  }
  return {
    read,
    async check() {
      await loadDictionary(docs)
      const site = await read()
      const { pages } = site
      const problems = pages.flatMap((page) => rules.flatMap((rule) => rule(page, site)))
      return { pageCount: pages.length, problems: withoutTwins(problems).sort(compareProblems) }
    },
  }
}

// What is wrong in a fragment is found once in each page that includes it.
function withoutTwins(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()]
}

async function readPage(page: SitePage, markdown: MarkdownRenderer): Promise<CheckedPage> {
  const objections: Problem[] = []
  const environment: DialectEnvironment = {
    path: page.file,
    relativePath: page.path,
    cleanUrls: false,
    report: (problem) => objections.push(problem),
  }
  try {
    const html = await markdown.renderAsync(readable(page), environment)
    objections.push(...componentSyntax(html, environment))
  } catch (error) {
    objections.push(renderingProblem(error, page))
  }
  const outline = environment.outline ?? emptyOutline()
  return { ...page, objections, environment, outline }
}

/** The renderer cannot read front matter that is no YAML, or has no end, which has been noted already. */
function readable({ problems, source, body }: SitePage): string {
  if (problems.some(({ message }) => message.startsWith('Close the front matter'))) return ''
  return problems.some(({ message }) => message.startsWith('Mend the YAML')) ? body : source
}

function renderingProblem(error: unknown, page: SitePage): Problem {
  if (error instanceof AuthorError) return error.problem
  const whole = error instanceof Error ? error.message : String(error)
  const message = whole.split('\n')[0] ?? whole
  const id = /"id" attribute "([^"]+)"/.exec(message)?.[1]
  const line =
    id === undefined ? 0 : page.source.split('\n').findIndex((text) => text.includes(`#${id}`))
  return {
    file: page.file,
    line: Math.max(line, 0) + 1,
    column: 1,
    rule: id === undefined ? 'rendering' : 'heading-id',
    message:
      id === undefined ? message : `Choose another id: "${id}" is the id of an earlier heading`,
    level: 'error',
  }
}
