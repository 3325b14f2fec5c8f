import * as fc from 'fast-check'
import { anyEntity, likelyEntities } from './arbitrary-entities.ts'
import { anySearch } from './arbitrary-search.ts'
import type { DescribedOperation, FieldSchema } from './described-operations.ts'
import { hostileBytes, hostileHeader, hostileJson, hostileText } from './hostile.ts'
import { jsonEdit, type JsonEdit } from './json-edit.ts'

/** A text, told without knowing the state: `known` counts round the words that fit its place. */
export type Word =
  | { readonly known: number }
  | { readonly near: number; readonly at: number; readonly how: 'other' | 'less' | 'more' | 'case' }
  | { readonly text: string }

/** A value in a JSON body. */
export type Value =
  | { readonly word: Word }
  | { readonly list: readonly Word[] }
  | { readonly json: unknown }

/** An example, by its place; the bits of a number choose the properties that are kept; a new name, or its own. */
export interface EntityDraft {
  readonly at: number
  readonly keep: number
  readonly fresh: number | null
}

export type Body =
  /** The fields that the description names. */
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, Value])[] }
  /** Entities of the kind that stands at the address. */
  | { readonly kind: 'entities'; readonly entities: readonly EntityDraft[] }
  | { readonly kind: 'state' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }

/** What is done to an address that is right. */
export const bends = [
  'double slash',
  'slash at the end',
  'upper case',
  'encoded slash',
  'encoded letter',
  'dots',
  'backslash',
  'long path',
  'long query',
  'brackets in the query',
  'broken escapes in the query',
  'foreign host',
  'other port',
  'raw parameters',
] as const

export const serialisations = ['described', 'form', 'cut off', 'spoiled', 'with a mark'] as const

/** A request, told without knowing the state that it meets: so it can be drawn, made smaller and sent again. */
export interface Draft {
  readonly operation: string
  readonly method: string | null
  readonly parameters: readonly Word[]
  readonly query: readonly (readonly [name: string, value: Word])[]
  readonly bend: (typeof bends)[number] | null
  /** With which of several connections or apps, counted round. */
  readonly turn: number
  /** The token or the client's id and secret, where the description asks for one; null leaves it out. */
  readonly credentials: readonly [Word, Word] | null
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Body
  readonly edits: readonly JsonEdit[]
  readonly serialisation: (typeof serialisations)[number]
}

const anyWord: fc.Arbitrary<Word> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ known: 0 }) },
  { weight: 4, arbitrary: fc.record({ known: fc.nat(30) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      near: fc.nat(3),
      at: fc.nat(90),
      how: fc.constantFrom('other', 'less', 'more', 'case'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ text: hostileText }) },
)

const anyCredential: fc.Arbitrary<Word> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ known: 0 }) },
  { weight: 1, arbitrary: anyWord },
)

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'get']
const headerNames = [
  'accept',
  'content-type',
  'authorization',
  'x-requested-with',
  'cookie',
  'host',
  'x-forwarded-host',
  'x-http-method-override',
  'content-length',
  'if-none-match',
  'origin',
  'range',
]
const schemes = [
  'Bearer',
  'bearer  ',
  'Basic Og==',
  'Basic %%%',
  'Digest username="x"',
  'Bearer a b',
  `Bearer ${'x'.repeat(50_000)}`,
]
const types = [
  'application/json',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/vnd.akeneo.collection+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/xml',
  'nonsense',
]
const anyHeader = fc.oneof(
  fc.tuple(fc.constantFrom(...headerNames), hostileHeader),
  fc.tuple(fc.constant('authorization'), fc.constantFrom(...schemes)),
  fc.tuple(fc.constantFrom('content-type', 'accept'), fc.constantFrom(...types)),
)

const anyBody: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ kind: fc.constant('json' as const), value: hostileJson }),
  fc.record({ kind: fc.constant('json' as const), value: anyEntity }),
  fc.record({ kind: fc.constant('bytes' as const), bytes: hostileBytes }),
  fc.record({ kind: fc.constant('text' as const), text: hostileText }),
)

/** Any request to one of these routes: most of it as the route likes it. */
export function anyDraft(operations: readonly DescribedOperation[]): fc.Arbitrary<Draft> {
  return fc.oneof(...operations.map(draftOf))
}

function draftOf(operation: DescribedOperation): fc.Arbitrary<Draft> {
  return fc.record({
    operation: fc.constant(`${operation.method} ${operation.path}`),
    method: rarely(fc.constantFrom(...methods), 25),
    parameters: fc.tuple(...operation.inPath.map(() => anyWord)),
    query: fc.array(queryPair(operation), { maxLength: operation.inQuery.length > 0 ? 4 : 1 }),
    bend: rarely(fc.constantFrom(...bends), 20),
    turn: fc.nat(5),
    credentials: fc.option(fc.tuple(anyCredential, anyCredential), { freq: 20 }),
    headers: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(anyHeader, { maxLength: 3 }) },
    ),
    body: bodyOf(operation),
    edits: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(jsonEdit, { maxLength: 3 }) },
    ),
    serialisation: fc.oneof(
      { weight: 12, arbitrary: fc.constant('described' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...serialisations) },
    ),
  })
}

function queryPair({ inQuery }: DescribedOperation): fc.Arbitrary<readonly [string, Word]> {
  const known = inQuery.length > 0 ? inQuery : ['page']
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: hostileText },
  )
  const search = anySearch.map((text): readonly [string, Word] => ['search', { text }])
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(name, anyWord) },
    { weight: inQuery.includes('search') ? 3 : 0, arbitrary: search },
  )
}

function rarely<Kind>(arbitrary: fc.Arbitrary<Kind>, freq: number): fc.Arbitrary<Kind | null> {
  return fc.oneof({ weight: freq, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

function bodyOf({ types: [type], schema, path, tag }: DescribedOperation): fc.Arbitrary<Body> {
  const none = fc.constant<Body>({ kind: 'none' })
  if (type === undefined)
    return fc.oneof({ weight: 9, arbitrary: none }, { weight: 1, arbitrary: anyBody })
  return fc.oneof(
    { weight: 8, arbitrary: rightBody(type, schema, path, tag) },
    { weight: 1, arbitrary: anyBody },
  )
}

function rightBody(
  type: string,
  schema: FieldSchema,
  path: string,
  tag: DescribedOperation['tag'],
): fc.Arbitrary<Body> {
  if (path === '/_control/scenario') return fc.constant({ kind: 'state' })
  if (type === 'multipart/form-data') {
    return fc.record({
      kind: fc.constant('file' as const),
      name: fc.oneof(fc.constantFrom('logo.png', 'logo.svg'), hostileText),
      bytes: fc.oneof(
        fc.constant(Uint8Array.from(Buffer.from('89504e470d0a1a0a', 'hex'))),
        hostileBytes,
      ),
    })
  }
  const fields = fieldsOf(schema)
  if (tag !== 'REST API') {
    if (fields) return fields
    const value = fc.subarray(['expired_code', 'expired_token', 'revoked_token', 'rate_limit'])
    return fc.record({ kind: fc.constant('json' as const), value })
  }
  const likely = likelyEntities[path.replace(/\/\{\w+\}$/, '')]
  const entity = fc.record({
    at: fc.nat(15),
    keep: fc.oneof(fc.constant(-1), fc.nat(2 ** 30)),
    fresh: fc.option(fc.nat(3)),
  })
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('entities' as const),
        entities: fc.array(entity, { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('json' as const),
        value: likely ? fc.oneof(anyEntity, likely) : anyEntity,
      }),
    },
    { weight: fields ? 1 : 0, arbitrary: fields ?? fc.constant({ kind: 'none' }) },
  )
}

function fieldsOf({ properties }: FieldSchema): fc.Arbitrary<Body> | undefined {
  if (!properties) return undefined
  return fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.tuple(
      ...Object.entries(properties).map(([name, field]) =>
        valueOf(field).map((value) => [name, value] as const),
      ),
    ),
  })
}

function valueOf({ type = 'string' }: FieldSchema): fc.Arbitrary<Value> {
  const word = fc.record({ word: anyWord })
  const right: Record<string, fc.Arbitrary<Value>> = {
    string: word,
    boolean: fc.record({ json: fc.boolean() }),
    number: fc.record({ json: fc.constantFrom(0, 1, 0.5, 31, 1e6, -1) }),
    array: fc.record({ list: fc.array(anyWord, { maxLength: 5 }) }),
    null: fc.record({ json: fc.constant(null) }),
  }
  const names = typeof type === 'string' ? [type] : type
  return fc.oneof(...names.map((name) => ({ weight: 10, arbitrary: right[name] ?? word })), {
    weight: 1,
    arbitrary: fc.record({ json: hostileJson }),
  })
}
