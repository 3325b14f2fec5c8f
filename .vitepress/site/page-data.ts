import type { PageData } from 'vitepress'
import { AuthorError } from '../check/problem.ts'
import { relatedProblems } from '../check/related.ts'
import type { PageIndex } from './pages.ts'
import { tryItLink } from './try-it.ts'

/** A page named in another page's `related`. */
interface RelatedPage {
  title: string
  link: string
}

/**
 * Adds to a page's front matter what the theme shows: `relatedPages` in the author's order, and the
 * editions as `ee` and `ge` whichever way they were written; `tryIt`, where the playground shows the page's widget.
 *
 * @throws {AuthorError} when the front matter has a problem or names a page that does not exist
 */
export function pageData(index: PageIndex) {
  return (data: PageData): Pick<PageData, 'frontmatter'> | undefined => {
    const page = index.pages().find(({ path }) => path === data.filePath)
    if (!page) return undefined
    const problem = [...page.problems, ...relatedProblems(page, index)][0]
    if (problem) throw new AuthorError(problem)
    const relatedPages: RelatedPage[] = page.frontMatter.related.flatMap((id) => {
      const related = index.byId(id)
      return related ? [{ title: related.title, link: related.link }] : []
    })
    const { ee, ge } = page.frontMatter
    const tryIt = tryItLink(page, index)
    return {
      frontmatter: {
        ...data.frontmatter,
        relatedPages,
        ee,
        ge,
        ...(tryIt !== undefined && { tryIt }),
      },
    }
  }
}
