import germanWords from './german-words.json' with { type: 'json' }
import oldWords from './old-words.json' with { type: 'json' }
import otherWords from './other-words.json' with { type: 'json' }

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
    'there have has had get need want please not no any some into about if so than then nothing',
    'ich wie meine mein eine einen ein der die das und im in zu mit für von wo ist kann nicht',
  ].flatMap((line) => line.split(' ')),
)

/** Reads what a reader typed: a question or a few words. */
export function readQuery(typed: string): Query {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[?!“”"›>→]/g, ' ')
    .replaceAll(/[.,:;](?=\s|$)/g, ' ')
  const renamings = [
    ...oldWords.flatMap((renaming) => {
      const query = replaced(text, renaming)
      return query === undefined ? [] : [{ ...renaming, query: withoutEmptyWords(query) }]
    }),
    ...translated(text),
    ...reworded(text),
  ].map(({ query, because, only }) => ({ query, because, only }))
  const isRenamed = renamings.some(({ only }) => only)
  return {
    all: text.split(/\s+/).filter(Boolean).join(' '),
    words: withoutEmptyWords(text),
    // “test app” is not the “app” of 2019.
    renamings: isRenamed ? renamings.filter(({ only }) => only) : renamings,
  }
}

/** The text with the word of today in place of an older one, or nothing when it holds none. */
function replaced(
  text: string,
  { said, today }: { said: readonly string[]; today: string },
): string | undefined {
  const word = said.toSorted(byLength).find((one) => wholeWord(one).test(text))
  return word === undefined ? undefined : text.replace(wholeWord(word), today)
}

/** Words of other products and of everyday speech. */
function reworded(text: string): Renaming[] {
  return otherWords.flatMap((other) => {
    const query = replaced(text, other)
    if (query === undefined) return []
    const because = `These pages speak of “${other.today}”.`
    return [{ query: withoutEmptyWords(query), because, only: true }]
  })
}

/** A question in German, as far as its words are among those that readers of these pages need. */
function translated(text: string): Renaming[] {
  const words = text.split(/\s+/).filter(Boolean)
  const english = words.map((word) => germanOf(word) ?? word)
  const query = withoutEmptyWords(english.join(' '))
  // “Attribute” is written alike in both.
  if (english.join(' ') === words.join(' ')) return []
  return [{ query, because: `These pages are in English: found for “${query}”.`, only: true }]
}

function germanOf(word: string): string | undefined {
  return Object.hasOwn(germanWords, word)
    ? germanWords[word as keyof typeof germanWords]
    : undefined
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
