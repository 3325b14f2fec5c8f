/** A page that the index holds, before its text is loaded. */
export interface IndexedPage {
  readonly id: string
  readonly score: number
  data(): Promise<PageText>
}

/** What the index knows of a page; excerpts are HTML in which `<mark>` is all there is. */
export interface PageText {
  readonly url: string
  /** `title`, `description` and `keywords`. */
  readonly meta: { readonly title?: string } & Readonly<Record<string, string>>
  readonly excerpt: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sub_results: readonly {
    readonly title: string
    readonly url: string
    readonly excerpt: string
  }[]
}

/** Which pages to look among, by what the index notes of them. */
export type Filters = Record<string, string | { not: string }>

/** What the search needs of Pagefind. */
export interface SearchEngine {
  /** The words of the site, those on most pages first; none when they are not known. */
  readonly words?: readonly string[]
  search(
    words: string,
    options?: { filters?: Filters },
  ): Promise<{ readonly results: readonly IndexedPage[] }>
}

interface Pagefind extends SearchEngine {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
}

/**
 * Loads the index of the built site.
 *
 * @param base where the site starts, with a slash at its end
 * @throws {TypeError} when there is none, as in the authors' preview
 */
export async function loadEngine(base: string): Promise<SearchEngine> {
  const address = `${base}search/pagefind.js`
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind
  await pagefind.options({
    baseUrl: base,
    excerptLength: 18,
    // The worker is 12 kB of its own, more than one query takes.
    noWorker: true,
    ranking: { metaWeights: { title: 8, keywords: 4, description: 3 } },
  })
  const [words] = await Promise.all([loadWords(base), pagefind.init()])
  return { words, search: (query, options) => pagefind.search(query, options) }
}

/** Without its words the search finds all that is typed right. */
async function loadWords(base: string): Promise<string[]> {
  try {
    const response = await fetch(`${base}search/words.txt`)
    return response.ok ? (await response.text()).split('\n').filter(Boolean) : []
  } catch {
    return []
  }
}
