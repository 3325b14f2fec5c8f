import type { CheckedPage, CheckedSite } from './page.ts'
import { shownPath, type Problem } from './problem.ts'

/** A legacy address leads to one page, and no page of the site has it. */
export function legacyUrls(page: CheckedPage, { pages, byLink }: CheckedSite): Problem[] {
  return page.frontMatter.legacyUrls.flatMap((address, at) => {
    const owner =
      byLink(address) ??
      pages.find((other) => {
        const first = other.frontMatter.legacyUrls.indexOf(address)
        return first >= 0 && (other !== page || first < at)
      })
    if (owner === undefined || pages.indexOf(owner) > pages.indexOf(page)) return []
    return [
      {
        file: page.file,
        ...page.placeOf('legacyUrls', address),
        rule: 'legacy-url',
        message: `Remove the legacy address "${address}": ${shownPath(owner.file)} has it`,
        level: 'error',
      },
    ]
  })
}
