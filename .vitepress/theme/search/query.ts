import oldWords from './old-words.json' with { type: 'json' }

/** A word of an earlier product, found in what a reader typed. */
export interface Renaming {
  /** What the reader typed, with the word of today in its place. */
  query: string
  because: string
  /** True when the word means nothing else today. */
  only: boolean
}

/** What a reader typed, as the index is asked for it. */
export interface Query {
  /** Every word: a title may be the very question. */
  all: string
  /** Without words that no page is told apart by. */
  words: string
  renamings: Renaming[]
}

const emptyWords = new Set(
  [
    'a an the and or of in on at to for from with by as is are be am was were it its this that these',
    'i me my we our you your do does did can could should would will how what where when which who why',
    'there have has had get need want please not no any some into about if so than then',
  ].flatMap((line) => line.split(' ')),
)

/** Reads what a reader typed: a question or a few words. */
export function readQuery(typed: string): Query {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[?!“”"]/g, ' ')
  const renamings = oldWords.flatMap(({ said, today, because, only }) => {
    const word = said.toSorted(byLength).find((one) => wholeWord(one).test(text))
    if (word === undefined) return []
    return [{ query: withoutEmptyWords(text.replace(wholeWord(word), today)), because, only }]
  })
  const isRenamed = renamings.some(({ only }) => only)
  return {
    all: text.split(/\s+/).filter(Boolean).join(' '),
    words: withoutEmptyWords(text),
    // “test app” is not the “app” of 2019.
    renamings: isRenamed ? renamings.filter(({ only }) => only) : renamings,
  }
}

function withoutEmptyWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean)
  const telling = words.filter((word) => !emptyWords.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\w-])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i')
}

function byLength(one: string, other: string): number {
  return other.length - one.length
}
