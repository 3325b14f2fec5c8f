import type { DocsFolder } from '../site/docs-folder.ts'
import { placeOf } from '../markdown/environment.ts'
import type { CheckedPage, CheckedSite } from './page.ts'
import { readWordList } from './prose-files.ts'
import type { Problem } from './problem.ts'

interface Speller {
  correct(word: string): boolean
  suggest(word: string): string[]
}

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu
const lists = new WeakMap<CheckedSite, Set<string> | undefined>()
const answers = new Map<string, boolean>()
let speller: Speller | undefined

/** Each word of the prose is English, American or British, or stands in the folder's `_words.txt`. */
export function spelling(page: CheckedPage, site: CheckedSite): Problem[] {
  if (!lists.has(site)) lists.set(site, readWordList(site.docs))
  const list = lists.get(site)
  if (!list) return []
  const inText = page.outline.passages.flatMap((passage) => {
    if (passage.kind === 'aside') return []
    return passage.runs.flatMap((run) => {
      if (run.kind !== 'words') return []
      return unknownWords(run.text, list).map((word) =>
        problem(word, placeOf(page.environment, run.bodyLine, word)),
      )
    })
  })
  const above = (['title', 'description'] as const).flatMap((key) =>
    unknownWords(page.frontMatter[key] ?? '', list).map((word) =>
      problem(word, { file: page.file, ...page.placeOf(key, word) }),
    ),
  )
  return [...above, ...inText]
}

function problem(word: string, place: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  const [first] = dictionary().suggest(word)
  const better = first === undefined ? '' : `write "${first}", or `
  const message = `Mend "${word}": ${better}add it to _words.txt if it is right`
  return { ...place, rule: 'spelling', message, level: 'warning' }
}

function unknownWords(text: string, list: ReadonlySet<string>): string[] {
  const prose = text.replace(/\S*(?:[/@_\\]|\w\.\w)\S*/g, ' ')
  return [...prose.matchAll(wordPattern)]
    .map(([word]) => word.replaceAll('’', "'").replace(/'s$/, ''))
    .filter((word) => !isName(word) && !isKnown(word, list))
}

// `PIM`, `JavaScript`, one letter: names are nobody's spelling.
function isName(word: string): boolean {
  return word.length < 2 || /\p{L}\p{Lu}/u.test(word) || !/^[\p{Script=Latin}']+$/u.test(word)
}

function isKnown(word: string, list: ReadonlySet<string>): boolean {
  if (list.has(word) || list.has(word.toLowerCase())) return true
  const answer =
    answers.get(word) ?? [word, ...american(word)].some((one) => dictionary().correct(one))
  answers.set(word, answer)
  return answer
}

/** What a British word is in American English, whose dictionary is the one that is free. */
function american(word: string): string[] {
  const pairs: [RegExp, string][] = [
    [/our/, 'or'],
    [/ogue/, 'og'],
    [/is(e|ed|es|ing|er|ers|ation|ations)$/, 'iz$1'],
    [/ys(e|ed|es|ing)$/, 'yz$1'],
    [/(c?)re(s?)$/, '$1er$2'],
    [/ence(s?)$/, 'ense$1'],
    [/ll(ed|ing|er|ers)$/, 'l$1'],
    [/amme(s?)$/, 'am$1'],
  ]
  return pairs
    .filter(([pattern]) => pattern.test(word))
    .map(([pattern, by]) => word.replace(pattern, by))
}

/** Makes the dictionary ready where the folder has a word list: it takes a while, and other folders do without. */
export async function loadDictionary(docs: DocsFolder): Promise<void> {
  if (speller || !readWordList(docs)) return
  const [{ default: nspell }, { default: english }] = await Promise.all([
    import('nspell'),
    import('dictionary-en'),
  ])
  speller = nspell(Buffer.from(english.aff), Buffer.from(english.dic))
}

function dictionary(): Speller {
  if (!speller) throw new TypeError('Load the dictionary before the spelling is checked')
  return speller
}
