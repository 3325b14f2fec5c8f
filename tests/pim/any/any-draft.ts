import * as fc from 'fast-check'
import { bodyOf } from './any-body.ts'
import { anyCredential, anyWord } from './any-word.ts'
import { anySearch } from './arbitrary-search.ts'
import type { DescribedOperation } from './described-operations.ts'
import { bends, serialisations, type Draft, type Word } from './draft.ts'
import { hostileHeader, hostileText } from './hostile.ts'
import { jsonEdit } from './json-edit.ts'

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
      { weight: 1, arbitrary: fc.constant([]) },
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
