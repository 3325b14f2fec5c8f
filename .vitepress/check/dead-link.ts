import { linkTarget } from './link-target.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import type { Problem } from './problem.ts'

/** Each internal link, raw HTML included, leads to a page or a file of the site. */
export function deadLink(page: CheckedPage, site: CheckedSite): Problem[] {
  return page.outline.links.flatMap(({ address, file, line, column }) => {
    if (address === '') return []
    const target = linkTarget(address, page, site)
    if (target.kind !== 'nothing') return []
    const message = `Link to a page that exists: "${address}" leads to ${target.path}`
    return [{ file, line, column, rule: 'dead-link', message, level: 'error' }]
  })
}
