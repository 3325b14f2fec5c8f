import type { JsonSchema } from '../../store/json-schema.ts'
import { flag, text } from './described.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
export const nullableText: JsonSchema = { type: ['string', 'null'] }
export const texts: JsonSchema = { type: 'array', items: text }
const link: JsonSchema = { type: 'object', properties: { href: text }, required: ['href'] }

/** What the answers of the REST API have in common (contract I.2, I.3, I.5), by the name in `components.schemas`. */
export const restSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    type: 'object',
    description: 'Why a request is refused',
    properties: {
      code: { type: 'integer', description: 'The status' },
      message: text,
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            property: text,
            message: text,
            attribute: text,
            locale: nullableText,
            scope: nullableText,
          },
          required: ['property', 'message'],
        },
      },
      _links: { type: 'object', properties: { documentation: link } },
    },
    required: ['code', 'message'],
  },
  NoToken: {
    type: 'object',
    description: 'What the OAuth library says where there is no token at all',
    properties: { error: text, error_description: text },
    required: ['error', 'error_description'],
  },
  List: {
    type: 'object',
    description: 'A part of a list: by page, or by cursor without a page and a count',
    properties: {
      _links: {
        type: 'object',
        properties: { self: link, first: link, previous: link, next: link },
        required: ['self', 'first'],
      },
      current_page: { type: 'integer' },
      items_count: { type: 'integer' },
      _embedded: {
        type: 'object',
        properties: { items: { type: 'array', items: {} } },
        required: ['items'],
      },
    },
    required: ['_links', '_embedded'],
  },
  Labels: { type: 'object', description: 'A text by locale', additionalProperties: text },
  Values: {
    type: 'object',
    description: 'By attribute: what it holds for each locale and channel',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'object',
        properties: { locale: nullableText, scope: nullableText, data: {} },
        required: ['locale', 'scope', 'data'],
      },
    },
  },
  Associations: {
    type: 'object',
    description: 'By association type',
    additionalProperties: {
      type: 'object',
      properties: { products: texts, product_models: texts, groups: texts },
    },
  },
  QuantifiedAssociations: {
    type: 'object',
    description: 'By association type',
    additionalProperties: {
      type: 'object',
      properties: {
        products: { type: 'array', items: { type: 'object' } },
        product_models: { type: 'array', items: { type: 'object' } },
      },
    },
  },
}

export const problem = ref('Problem')
export const list = ref('List')
export const labels = ref('Labels')
export const values = ref('Values')
export const associations = ref('Associations')
export const quantifiedAssociations = ref('QuantifiedAssociations')

/** An object with these properties; the ones in `required` must be there. */
export function objectOf(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 && { required }) }
}

export { flag, text }
