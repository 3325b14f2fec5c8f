import { readerToken } from '../api/build-reader.ts'
import { pimUrl } from '../build-pim.ts'
import type { Scenario } from '../../../playground/pim/index.ts'
import { newNames, type Examples } from './catalogue.ts'
import type { DescribedOperation } from './described-operations.ts'
import type { Body, Draft, Value, Word } from './draft.ts'
import { edit } from './json-edit.ts'
import { knownWords } from './known-words.ts'

/** What a draft meets when it becomes a request. */
export interface Circumstances {
  readonly operation: DescribedOperation
  readonly state: Scenario
  readonly examples: Examples
}

const collectionType = 'application/vnd.akeneo.collection+json'
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

function addressOf(
  draft: Draft,
  { path, inPath }: DescribedOperation,
  textOf: (word: Word, name: string) => string,
): string {
  const { bend } = draft
  const encode = bend === 'raw parameters' ? (text: string) => text : encodePart
  let address = inPath.reduce((whole, name, index) => {
    const part = encode(textOf(draft.parameters[index] ?? { known: 0 }, name))
    return whole.replace(`{${name}}`, () => part)
  }, path)
  const pairs = draft.query.map(([name, value]) => [name, textOf(value, name)])
  let query = new URLSearchParams(pairs).toString()
  let origin = pimUrl
  switch (bend) {
    case 'double slash':
      address = address.replaceAll('/', '//')
      break
    case 'slash at the end':
      address += '/'
      break
    case 'upper case':
      address = address.toUpperCase()
      break
    case 'encoded slash':
      address = address.replace(/(?<=.)\//, '%2F')
      break
    case 'encoded letter':
      address = address.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
      break
    case 'dots':
      address = address.replace(/(?<=.)\//, '/./x/%2e%2e/')
      break
    case 'backslash':
      address = address.replace(/(?<=.)\//, '\\')
      break
    case 'long path':
      address += `/${'a'.repeat(100_000)}`
      break
    case 'long query':
      query += `&search=${'a'.repeat(100_000)}`
      break
    case 'brackets in the query':
      query = query.replaceAll('=', '[]=') + '&page[]=1&page[x][y]=2'
      break
    case 'broken escapes in the query':
      query += '&%zz=%&%ff=%C3%28&=&&page'
      break
    case 'foreign host':
      origin = 'https://evil.example.com'
      break
    case 'other port':
      origin = `${pimUrl}:8443`
      break
    case 'raw parameters':
    case null:
  }
  return `${origin}${address}${query === '' ? '' : `?${query}`}`
}

/** One part of a path. Half a surrogate pair becomes U+FFFD; dots are encoded, so that they stay a name. */
function encodePart(text: string): string {
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
  return /^\.+$/.test(text) ? encoded.replaceAll('.', '%2E') : encoded
}

function bodyBytes(
  draft: Draft,
  circumstances: Circumstances,
  textOf: (word: Word, name: string) => string,
  headers: Headers,
): Uint8Array | undefined {
  const { body, edits, serialisation } = draft
  const [type = 'application/json'] = circumstances.operation.types
  headers.set('content-type', type)
  if (body.kind === 'none') {
    headers.delete('content-type')
    return undefined
  }
  if (body.kind === 'bytes') return body.bytes
  if (body.kind === 'text') return utf8(body.text)
  if (body.kind === 'file') {
    headers.set('content-type', 'multipart/form-data; boundary=limit')
    const head = `--limit\r\nContent-Disposition: form-data; name="file"; filename="${body.name}"\r\n\r\n`
    return joined(utf8(head), body.bytes, utf8('\r\n--limit--\r\n'))
  }
  const documents = documentsOf(body, draft, circumstances, textOf).map((document) =>
    edits.reduce(edit, document),
  )
  const isForm = serialisation === 'form' || type === 'application/x-www-form-urlencoded'
  if (isForm) {
    headers.set('content-type', 'application/x-www-form-urlencoded')
    const fields = Object.entries(Object(documents[0]) as object)
    return utf8(
      new URLSearchParams(fields.map(([name, value]) => [name, formText(value)])).toString(),
    )
  }
  const isList = draft.body.kind === 'entities' && circumstances.operation.schema.type === 'array'
  const whole = isList ? documents : documents[0]
  const text =
    type === collectionType
      ? documents.map((document) => JSON.stringify(document)).join('\n')
      : (JSON.stringify(whole) ?? '')
  switch (serialisation) {
    case 'cut off':
      return utf8(text.slice(0, -1))
    case 'spoiled':
      return joined(
        utf8(text.slice(0, text.length / 2)),
        Uint8Array.of(0xff, 0),
        utf8(text.slice(text.length / 2)),
      )
    case 'with a mark':
      return utf8(`\uFEFF${text}`)
    case 'described':
      return utf8(text)
  }
}

function documentsOf(
  body: Exclude<Body, { kind: 'none' | 'bytes' | 'text' | 'file' }>,
  { parameters }: Draft,
  { operation, state, examples }: Circumstances,
  textOf: (word: Word, name: string) => string,
): readonly unknown[] {
  switch (body.kind) {
    case 'fields':
      return [
        Object.fromEntries(
          body.fields.map(([name, value]) => [name, valueText(value, name, textOf)]),
        ),
      ]
    case 'state':
      return [state]
    case 'json':
      return [body.value]
    case 'entities': {
      const [name = ''] = operation.inPath.slice(-1)
      const isOne = operation.path.endsWith(`/{${name}}`)
      const list = isOne ? operation.path.replace(`/{${name}}`, '') : operation.path
      const known = examples.entities.get(list) ?? []
      const key = examples.keys.get(list)
      const named = isOne ? parameters.at(-1) : undefined
      return body.entities.map(({ at, keep, fresh }) => {
        const entries = Object.entries(known[at % Math.max(1, known.length)] ?? {})
        const kept = entries.filter((_, index) => ((keep >> (index % 31)) & 1) === 1)
        const entity = Object.fromEntries(kept)
        // The name in the address, so that most changes of one entity speak of that one.
        if (key === undefined) return entity
        if (named && key in entity) entity[key] = textOf(named, name)
        else if (fresh !== null) entity[key] = newNames[fresh]
        return entity
      })
    }
  }
}

function valueText(
  value: Value,
  name: string,
  textOf: (word: Word, name: string) => string,
): unknown {
  if ('json' in value) return value.json
  if ('word' in value) return textOf(value.word, name)
  return value.list.map((word) => textOf(word, name))
}

function formText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}
