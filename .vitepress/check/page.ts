import type { DialectEnvironment } from '../markdown/environment.ts'
import type { Outline } from '../markdown/outline.ts'
import type { DocsFolder } from '../site/docs-folder.ts'
import type { PageIndex, SitePage } from '../site/pages.ts'
import type { Problem } from './problem.ts'

/** A page after rendering: what it holds, and what the renderer itself objected to. */
export interface CheckedPage extends SitePage {
  outline: Outline
  environment: DialectEnvironment
  objections: Problem[]
}

/** What a rule may look at besides the page. */
export interface CheckedSite {
  docs: DocsFolder
  index: PageIndex
  pages: CheckedPage[]
  byLink(link: string): CheckedPage | undefined
}

/** Looks for one kind of mistake. */
export type Rule = (page: CheckedPage, site: CheckedSite) => Problem[]
