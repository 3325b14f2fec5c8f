import * as fc from 'fast-check'
import { nearlyRightSearch } from './likely-search.ts'

const properties = [
  'uuid sku identifier enabled family groups categories parent completeness created updated code type',
  'is_root has_products name description price weight color dimmable release_date warranty __proto__',
].flatMap((line) => line.split(' '))
const operators = [
  'IN',
  'NOT IN',
  '=',
  '!=',
  '<',
  '>',
  'BETWEEN',
  'EMPTY',
  'IN CHILDREN',
  'UNCLASSIFIED',
  'SINCE LAST N DAYS',
  'GREATER THAN ON ALL LOCALES',
]

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string())
const anyCriterion = fc.record(
  {
    operator: fc.oneof(fc.constantFrom(...operators), fc.jsonValue()),
    value: fc.jsonValue(),
    locale: fc.oneof(fc.constantFrom('en_US', 'ja_JP'), fc.jsonValue()),
    scope: fc.oneof(fc.constantFrom('ecommerce', 'x'), fc.jsonValue()),
    locales: fc.oneof(fc.constant(['en_US']), fc.jsonValue()),
  },
  { requiredKeys: [] },
)
const arbitrary = fc.dictionary(
  fc.oneof(fc.constantFrom(...properties), anyText),
  fc.oneof(fc.array(anyCriterion, { maxLength: 2 }), fc.jsonValue()),
  { maxKeys: 2 },
)

const anySearchValue = fc.oneof(
  { weight: 1, arbitrary: arbitrary as fc.Arbitrary<unknown> },
  { weight: 3, arbitrary: nearlyRightSearch },
)

/** A search of the REST API, as JSON (contract I.6). */
export const anySearch: fc.Arbitrary<string> = anySearchValue.map(
  (search) => JSON.stringify(search) ?? '',
)

/** The body of a search for products. */
export const anySearchBody: fc.Arbitrary<unknown> = fc.record(
  {
    search: fc.oneof(anySearch, anySearchValue),
    locales: fc.constantFrom('en_US', 'en_US,fr_FR', 'xx', ['en_US']),
    scope: fc.constantFrom('ecommerce', 'print', 'x'),
    attributes: fc.constantFrom('name,price', 'sku', 'x', ['name']),
    search_locale: fc.constantFrom('en_US', 'xx'),
    search_scope: fc.constantFrom('ecommerce', 'x'),
    with_attribute_options: fc.constantFrom(true, 'true', 1),
    with_completenesses: fc.constantFrom(true, 'true'),
  },
  { requiredKeys: [] },
)
