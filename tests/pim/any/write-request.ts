import { readerToken } from '../api/build-reader.ts'
import type { Draft, Word } from './draft.ts'
import { knownWords } from './known-words.ts'
import { addressOf } from './write-address.ts'
import { bodyBytes, type Circumstances } from './write-body.ts'

const withoutBody = new Set(['GET', 'HEAD', 'get'])

/** The request that a draft asks for in a state. */
export function writeRequest(draft: Draft, circumstances: Circumstances): Request {
  const { operation, state, examples } = circumstances
  const wordsFor = knownWords(state, examples)
  const textOf = (word: Word, name: string): string =>
    resolve(word, wordsFor(operation.path, name), draft.turn)

  const method = draft.method ?? operation.method
  const headers = new Headers()
  const body = withoutBody.has(method)
    ? undefined
    : bodyBytes(draft, circumstances, textOf, headers)
  if (operation.tag === 'Screens') headers.set('x-requested-with', 'XMLHttpRequest')
  if (draft.credentials && operation.security) {
    const [one, other] = draft.credentials
    const isWriter = operation.tag === 'REST API' && 'known' in one && one.known === 0
    const token = isWriter
      ? readerToken
      : textOf(one, operation.tag === 'OAuth' ? 'app_token' : 'access_token')
    headers.set(
      'authorization',
      operation.security === 'bearer'
        ? headerText(`Bearer ${token}`)
        : `Basic ${Buffer.from(`${textOf(one, 'client_id')}:${textOf(other, 'secret')}`).toString('base64')}`,
    )
  }
  for (const [name, value] of draft.headers) headers.set(name, value)
  return new Request(addressOf(draft, operation, textOf), {
    method,
    headers,
    ...(body && { body: body.slice() }),
  })
}

function resolve(word: Word, words: readonly string[], turn: number): string {
  if ('text' in word) return word.text
  const place = 'known' in word ? word.known : word.near
  const known = words[(place + turn) % Math.max(1, words.length)] ?? 'unknown'
  if ('known' in word) return known
  const at = word.at % Math.max(1, known.length)
  const rest = known.slice(at + 1)
  switch (word.how) {
    case 'other':
      return `${known.slice(0, at)}${known[at] === 'x' ? 'y' : 'x'}${rest}`
    case 'less':
      return known.slice(0, at) + rest
    case 'more':
      return `${known.slice(0, at)}0${known.slice(at)}`
    case 'case':
      return known === known.toUpperCase() ? known.toLowerCase() : known.toUpperCase()
  }
}

/** What a header can carry of a text. */
function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?')
}
