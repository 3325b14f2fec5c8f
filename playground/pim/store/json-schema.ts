import type { Shape } from './shape.ts'

/** A JSON Schema (draft 2020-12), as far as shapes need it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** Says the same as a shape in the words of JSON Schema. */
export function toJsonSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'anything':
      return {}
    case 'text':
      return { type: 'string', ...(shape.pattern && { pattern: shape.pattern.source }) }
    case 'flag':
      return { type: 'boolean' }
    case 'integer':
      return { type: 'integer', minimum: shape.least, maximum: shape.most }
    case 'word':
      return { type: 'string', enum: [...shape.words] }
    case 'nullable':
      return { anyOf: [toJsonSchema(shape.of), { type: 'null' }] }
    case 'optional':
      return toJsonSchema(shape.of)
    case 'list':
      return { type: 'array', items: toJsonSchema(shape.of) }
    case 'map':
      return { type: 'object', additionalProperties: toJsonSchema(shape.of) }
    case 'record':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([name, field]) => [name, toJsonSchema(field)]),
        ),
        required: Object.entries(shape.fields)
          .filter(([, field]) => field.kind !== 'optional')
          .map(([name]) => name),
        additionalProperties: shape.isOpen,
      }
  }
}
