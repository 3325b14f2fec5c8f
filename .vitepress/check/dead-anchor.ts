import { linkTarget } from './link-target.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import { shownPath, type Problem } from './problem.ts'

/** Each hash of an internal link is the id of a heading, an alias or an element of its page. */
export function deadAnchor(page: CheckedPage, site: CheckedSite): Problem[] {
  return page.outline.links.flatMap(({ address, file, line, column }) => {
    if (address === '') return []
    const target = linkTarget(address, page, site)
    if (target.kind !== 'page' || target.anchor === '') return []
    const { ids } = target.page.outline
    if (ids.has(target.anchor)) return []
    const near = [...ids].find((id) => id.replaceAll('-', '') === target.anchor.replaceAll('-', ''))
    const message =
      `Link to an anchor that exists: ${shownPath(target.page.file)} has no "#${target.anchor}"` +
      (near === undefined ? '' : `, but it has "#${near}"`)
    return [{ file, line, column, rule: 'dead-anchor', message, level: 'error' }]
  })
}
