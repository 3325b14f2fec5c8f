import type { JsonSchema } from '../store/json-schema.ts'

/** What something is, in words; of an object also what each of its fields is. */
export type Described<Value> =
  | string
  | {
      readonly about: string
      readonly fields: { readonly [Field in keyof Value]: Described<Value[Field]> }
    }

/** A schema with its descriptions. Those of a list of objects stand at the list and at the fields of its items. */
export function describeSchema<Value>(
  schema: JsonSchema,
  description: Described<Value>,
): JsonSchema {
  if (typeof description === 'string') return { description, ...schema }
  const { about, fields } = description
  if (schema['type'] === 'array') {
    const items = describeFields(schema['items'] as JsonSchema, fields)
    return { description: about, ...schema, items }
  }
  return { description: about, ...describeFields(schema, fields) }
}

function describeFields(schema: JsonSchema, fields: object): JsonSchema {
  const descriptions = fields as Readonly<Record<string, Described<unknown>>>
  const properties = Object.entries(schema['properties'] as Record<string, JsonSchema>).map(
    ([name, property]) => [
      name,
      describeSchema(property, descriptions[name] as Described<unknown>),
    ],
  )
  return { ...schema, properties: Object.fromEntries(properties) as object }
}
