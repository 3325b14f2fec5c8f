import type { CheckedSite, CheckedPage } from './page.ts'
import { shownPath, type Problem } from './problem.ts'

/** No two pages have the same `id`: links and `related` name pages by it. */
export function duplicateId(page: CheckedPage, { index }: CheckedSite): Problem[] {
  const { id } = page.frontMatter
  if (id === undefined) return []
  const first = index.byId(id)
  if (first === undefined || first.file === page.file) return []
  return [
    {
      file: page.file,
      ...page.placeOf('id', id),
      rule: 'duplicate-id',
      message: `Choose another id: "${id}" is the id of ${shownPath(first.file)}`,
      level: 'error',
    },
  ]
}
