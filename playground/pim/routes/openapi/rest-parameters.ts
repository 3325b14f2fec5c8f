import type { Parameter } from './described.ts'

const flag = { type: 'boolean', default: false }
const text = { type: 'string' }

function parameter(
  name: string,
  description: string,
  schema: Parameter['schema'],
  example?: unknown,
): Parameter {
  return { name, description, schema, ...(example !== undefined && { example }) }
}

const page = parameter('page', 'Which page, from 1', { type: 'integer', minimum: 1, default: 1 }, 1)
const limit = parameter(
  'limit',
  'How many items there are on a page',
  { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  10,
)
const withCount = parameter('with_count', 'Whether items are counted on all pages', flag, true)

const searchAfter = parameter(
  'search_after',
  'The cursor of the next part, as the link `next` has it',
  text,
)

/** What every list by page can be asked (contract I.2). */
export const pageParameters: readonly Parameter[] = [page, limit, withCount]

/** What a list of catalogs can be asked (contract I.7). */
export const catalogParameters: readonly Parameter[] = [
  page,
  { ...limit, schema: { ...limit.schema, default: 100 } },
  withCount,
]

/** What the products of a catalog can be asked (contract I.7). */
export const catalogProductParameters: readonly Parameter[] = [
  {
    ...searchAfter,
    description: 'The UUID after which the list goes on',
    schema: { ...text, format: 'uuid' },
  },
  parameter(
    'limit',
    'How many products there are at once',
    { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
    10,
  ),
  parameter(
    'updated_after',
    'Only what was changed at this moment or later',
    { ...text, format: 'date-time' },
    '2020-01-01T00:00:00+00:00',
  ),
  parameter(
    'updated_before',
    'Only what was changed at this moment or earlier',
    { ...text, format: 'date-time' },
    '2100-01-01T00:00:00+00:00',
  ),
]

/** `search`, as JSON (contract I.6). */
export function searchParameter(example: object): Parameter {
  return parameter(
    'search',
    'Conditions by property, as JSON; all of them must be met',
    { ...text, contentMediaType: 'application/json' },
    JSON.stringify(example),
  )
}

export const withPosition = parameter(
  'with_position',
  'Whether each category tells where it stands among its siblings',
  flag,
  true,
)

const options = parameter(
  'with_attribute_options',
  'Whether values tell the labels of their options too',
  flag,
  true,
)
const qualityScores = parameter(
  'with_quality_scores',
  'Is taken; this PIM computes no scores',
  flag,
  true,
)
const completenesses = parameter(
  'with_completenesses',
  'Whether each product tells how complete it is',
  flag,
  true,
)

/** What one product or model can be asked (contract I.4). */
export const productParameters: readonly Parameter[] = [options, qualityScores, completenesses]

/** What a list of products or models can be asked, beside `search` (contract I.2, I.4). */
export const productListParameters: readonly Parameter[] = [
  parameter(
    'pagination_type',
    'By page up to 10,000 items, by cursor beyond',
    { type: 'string', enum: ['page', 'search_after'], default: 'page' },
    'search_after',
  ),
  searchAfter,
  ...pageParameters,
  parameter('scope', 'Only values of this channel, and products of its tree', text, 'ecommerce'),
  parameter('locales', 'Only values of these locales; commas part them', text, 'en_US,fr_FR'),
  parameter('attributes', 'Only values of these attributes; commas part them', text, 'name,color'),
  parameter('search_locale', 'The locale of conditions that name none', text, 'en_US'),
  parameter('search_scope', 'The channel of conditions that name none', text, 'ecommerce'),
  ...productParameters,
]
