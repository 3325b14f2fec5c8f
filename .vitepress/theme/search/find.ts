import type { Filters, IndexedPage, PageText, SearchEngine } from './engine.ts'
import { readQuery } from './query.ts'
import { correctSpelling } from './spelling.ts'

/** A place on the site that answers a search. */
export interface Hit {
  url: string
  title: string
  /** HTML in which `<mark>` is all there is. */
  excerpt: string
  /** The sections of the page that hold the words. */
  sections: { url: string; title: string }[]
}

/** Hits for one wording of what was typed. */
export interface HitGroup {
  /** Why another word than the typed one was looked for. */
  because?: string
  hits: Hit[]
}

const perGroup = 8
const perRenaming = 3
const perHit = 3

/**
 * Finds pages for what a reader typed. Words of earlier products are also looked for by the word of
 * today, German ones in English, and mistyped ones as they were meant; when no page holds all words,
 * those that hold most of them are found.
 *
 * @param audience only pages for these readers, as `app-developer`
 */
export async function find(
  engine: SearchEngine,
  typed: string,
  audience?: string,
): Promise<HitGroup[]> {
  const { all, words, renamings } = readQuery(typed)
  if (words === '') return []
  const seen = new Set<string>()
  // Pages for authors are found when somebody asks for them.
  const filters = { audience: audience ?? { not: 'author' } }
  const groups: HitGroup[] = []
  const add = async (queries: string[], count: number, because?: string): Promise<void> => {
    const hits: Hit[] = []
    for (const page of await pagesForAny(engine, queries, filters)) {
      if (hits.length === count) break
      if (seen.has(page.id)) continue
      seen.add(page.id)
      const text = await page.data()
      if (holdsAny(text, queries)) hits.push(toHit(text))
    }
    if (hits.length > 0) groups.push({ ...(because !== undefined && { because }), hits })
  }
  for (const { query, because } of renamings.filter(({ only }) => only)) {
    await add([query], perRenaming, because)
  }
  const meant = correctSpelling(words, engine.words ?? [])
  // A renamed word is none that somebody mistyped.
  if (meant !== words && groups.length === 0) {
    await add([meant], perGroup, `Found for “${meant}”.`)
  }
  const also = renamings.filter(({ only }) => !only)
  await add([words, all], also.length > 0 ? perGroup - perRenaming : perGroup)
  for (const { query, because } of also) await add([query], perRenaming, because)
  return groups
}

/** A page among those found, and whether it holds all words. */
interface Ranked {
  page: IndexedPage
  score: number
  isWhole: boolean
}

/**
 * The pages for any of the queries, those with all words first, then by the sum of scores. When few
 * pages hold all words of the first query, those that hold all but one are there too; when none does,
 * those that hold any.
 */
async function pagesForAny(
  engine: SearchEngine,
  queries: string[],
  filters: Filters,
): Promise<IndexedPage[]> {
  const ranked = new Map<string, Ranked>()
  const add = async (query: string, isWhole: boolean): Promise<void> => {
    const { results } = await engine.search(query, { filters })
    for (const page of results) {
      const known = ranked.get(page.id)
      const score = (known?.score ?? 0) + page.score
      ranked.set(page.id, { page, score, isWhole: isWhole || known?.isWhole === true })
    }
  }
  for (const query of new Set(queries)) await add(query, true)
  const words = queries[0]?.split(' ') ?? []
  if (ranked.size < perRenaming && words.length > 1) {
    for (const left of words.keys()) await add(words.toSpliced(left, 1).join(' '), false)
  }
  if (ranked.size === 0 && words.length > 2) for (const word of words) await add(word, false)
  return [...ranked.values()].toSorted(byRank).map(({ page }) => page)
}

function byRank(one: Ranked, other: Ranked): number {
  return Number(other.isWhole) - Number(one.isWhole) || other.score - one.score
}

/** Pagefind cuts a word that it does not know until something fits: “jukebox” finds “justify”, which nobody meant. */
function holdsAny({ meta, excerpt, sub_results: sections }: PageText, queries: string[]): boolean {
  const marked = [excerpt, ...sections.map((section) => section.excerpt)].flatMap((html) =>
    [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => text),
  )
  const words = [...Object.values(meta), ...marked]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  const beginnings = queries.flatMap((query) => query.split(/[^\p{L}\d]+/u)).filter(Boolean)
  return beginnings.some((word) => words.some((one) => one.startsWith(word.slice(0, 3))))
}

function toHit({ url, meta, excerpt, sub_results: sections }: PageText): Hit {
  return {
    url,
    title: meta.title ?? url,
    excerpt,
    sections: sections
      .filter((section) => section.url.includes('#') && section.title !== meta.title)
      .slice(0, perHit)
      .map(({ url: address, title }) => ({ url: address, title })),
  }
}
