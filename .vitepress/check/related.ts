import type { PageIndex, SitePage } from '../site/pages.ts'
import type { Problem } from './problem.ts'

/** Each id in `related` is the `id` of a page. */
export function relatedProblems(page: SitePage, index: PageIndex): Problem[] {
  return page.frontMatter.related.flatMap((id) =>
    index.byId(id)
      ? []
      : {
          file: page.file,
          ...page.placeOf('related', id),
          rule: 'related',
          message: `Relate a page that exists: no page has the id "${id}"`,
          level: 'error',
        },
  )
}
