import type { Scenario } from '../../../playground/pim/index.ts'
import { newNames, type Examples } from './catalogue.ts'
import type { DescribedOperation } from './described-operations.ts'
import type { Body, Draft, Value, Word } from './draft.ts'
import { edit } from './json-edit.ts'

/** What a draft meets when it becomes a request. */
export interface Circumstances {
  readonly operation: DescribedOperation
  readonly state: Scenario
  readonly examples: Examples
}

const collectionType = 'application/vnd.akeneo.collection+json'

// A number of a JSON text, and now and then one within a text.
const numbers = /(?<=[:,[])-?\d+(?:\.\d+)?(?=[,\]}])/g

/** The body that a draft asks for. Sets the Content-Type that goes with it. */
export function bodyBytes(
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
    case 'endless numbers':
      return utf8(text.replaceAll(numbers, '1e400'))
    case 'negative zeros':
      return utf8(text.replaceAll(numbers, '-0.0'))
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
