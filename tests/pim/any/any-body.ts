import * as fc from 'fast-check'
import { anyWord } from './any-word.ts'
import { anyEntity, likelyEntities } from './arbitrary-entities.ts'
import { anySearchBody } from './arbitrary-search.ts'
import { newNames } from './catalogue.ts'
import type { DescribedOperation, FieldSchema } from './described-operations.ts'
import type { Body, Value } from './draft.ts'
import { hostileBytes, hostileJson, hostileText } from './hostile.ts'

const anyBody: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ kind: fc.constant('json' as const), value: hostileJson }),
  fc.record({ kind: fc.constant('json' as const), value: anyEntity }),
  fc.record({ kind: fc.constant('bytes' as const), bytes: hostileBytes }),
  fc.record({ kind: fc.constant('text' as const), text: hostileText }),
)

/** Mostly a body of the kind that a route takes. */
export function bodyOf({
  types: [type],
  schema,
  path,
  tag,
}: DescribedOperation): fc.Arbitrary<Body> {
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
  if (path.endsWith('/products-uuid/search')) {
    return fc.record({ kind: fc.constant('json' as const), value: anySearchBody })
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
    fresh: fc.option(fc.nat(newNames.length - 1)),
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
