import * as fc from 'fast-check'

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
/** A search of the REST API, as JSON (contract I.6). */
export const anySearch: fc.Arbitrary<string> = fc
  .dictionary(
    fc.oneof(fc.constantFrom(...properties), anyText),
    fc.oneof(fc.array(anyCriterion, { maxLength: 2 }), fc.jsonValue()),
    { maxKeys: 2 },
  )
  .map((search) => JSON.stringify(search))
