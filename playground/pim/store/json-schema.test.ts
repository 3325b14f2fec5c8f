import { expect, test } from 'vitest'
import { toJsonSchema, type JsonSchema } from './json-schema.ts'
import {
  anything,
  flag,
  integer,
  listOf,
  mapOf,
  nullable,
  openRecordOf,
  optional,
  recordOf,
  text,
  word,
  type Shape,
} from './shape.ts'

interface Boat {
  readonly name: string
  readonly crew: number
}

test.each<[Shape, JsonSchema]>([
  [anything, {}],
  [text, { type: 'string' }],
  [
    { kind: 'text', pattern: /^[a-z]+$/ },
    { type: 'string', pattern: '^[a-z]+$' },
  ],
  [flag, { type: 'boolean' }],
  [integer(0, 9), { type: 'integer', minimum: 0, maximum: 9 }],
  [word('one', 'two'), { type: 'string', enum: ['one', 'two'] }],
  [nullable(text), { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  [listOf(flag), { type: 'array', items: { type: 'boolean' } }],
  [mapOf(text), { type: 'object', additionalProperties: { type: 'string' } }],
  [
    recordOf<Boat>({ name: text, crew: integer(0, 9) }),
    {
      type: 'object',
      properties: {
        name: { type: 'string' },
        crew: { type: 'integer', minimum: 0, maximum: 9 },
      },
      required: ['name', 'crew'],
      additionalProperties: false,
    },
  ],
  [
    recordOf<Boat>({ name: text, crew: optional(integer(0, 9)) }),
    {
      type: 'object',
      properties: {
        name: { type: 'string' },
        crew: { type: 'integer', minimum: 0, maximum: 9 },
      },
      required: ['name'],
      additionalProperties: false,
    },
  ],
  [
    openRecordOf<Boat>({ name: text }),
    {
      type: 'object',
      properties: { name: { type: 'string' } },
      required: ['name'],
      additionalProperties: true,
    },
  ],
])('%j says the same in JSON Schema', (shape, schema) => {
  expect(toJsonSchema(shape)).toEqual(schema)
})
