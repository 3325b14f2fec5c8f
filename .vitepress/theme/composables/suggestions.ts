/** A page of the site and the addresses it had before. */
export interface KnownPage {
  link: string
  title: string
  earlier: string[]
}

/**
 * The pages that a reader most likely wanted at an address that has none: those whose present or earlier
 * address ends in the same name, else those whose names share most of its words.
 *
 * @param path the address, without host, query and hash
 */
export function suggestPages(path: string, pages: readonly KnownPage[], count = 3): KnownPage[] {
  const wanted = nameOf(path)
  if (wanted === '') return []
  const words = wordsOf(wanted)
  return pages
    .map((page) => ({
      page,
      score: Math.max(...namesOf(page).map((name) => score(name, wanted, words))),
    }))
    .filter((rated) => rated.score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ page }) => page)
}

function score(name: string, wanted: string, words: Set<string>): number {
  if (name === wanted) return 2
  const own = wordsOf(name)
  const common = [...own].filter((word) => words.has(word)).length
  const part = common / Math.max(own.size, words.size)
  return part < 0.5 ? 0 : part
}

function namesOf({ link, earlier }: KnownPage): string[] {
  return [link, ...earlier].map((address) => nameOf(address)).filter(Boolean)
}

/** The last name in an address: `manage-your-apps` of `/pim/v9/articles/manage-your-apps.html`. */
function nameOf(address: string): string {
  const names = address.toLowerCase().split('/').filter(Boolean)
  return (names.at(-1) ?? '').replace(/\.[a-z]+$/, '')
}

function wordsOf(name: string): Set<string> {
  return new Set(name.split(/[^a-z\d]+/).filter((word) => word.length > 2))
}
