import type { CheckedPage } from './page.ts'
import type { Problem } from './problem.ts'

/** No link is empty. The page shows such a link as its text. */
export function emptyLink(page: CheckedPage): Problem[] {
  return page.outline.links
    .filter(({ address }) => address === '')
    .map(({ file, line, column, text }) => ({
      file,
      line,
      column,
      rule: 'empty-link',
      message: `Say where the link "${text}" leads: it is shown as text`,
      level: 'warning',
    }))
}
