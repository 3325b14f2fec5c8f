import * as fc from 'fast-check'
import { edit, jsonEdit } from './json-edit.ts'

const membership = ['IN', 'NOT IN', 'EMPTY', 'NOT EMPTY']
const comparisons = ['<', '<=', '=', '!=', '>=', '>', 'EMPTY', 'NOT EMPTY']
const times = ['=', '!=', '<', '>', 'BETWEEN', 'NOT BETWEEN']
const texts = ['STARTS WITH', 'CONTAINS', 'DOES NOT CONTAIN', '=', '!=', ...membership]
const toText = { '': ['a', 'armchair-ondrel'], list: [['armchair-ondrel', 'x'], []] }
const codes = (...list: readonly string[]) => ({ '': list, list: [list, list.slice(0, 1), []] })
const moments = ['2024-05-06 12:00:00', '1970-01-01 00:00:00', '9999-12-31 23:59:59']
const days = ['2024-05-06', '2024-02-30', '0000-01-01']
const between = (given: readonly string[]) => ({ '': given, list: [given.slice(0, 2), given] })

/** Operators that a property takes, with values for those that take one and those that take a list (contract I.6). */
export const likelyCriteria: readonly (readonly [
  property: string,
  operators: readonly string[],
  values: Readonly<Record<'' | 'list', readonly unknown[]>>,
])[] = [
  ['uuid', ['IN', 'NOT IN'], codes('085ac60d-481b-4481-96dc-9668b22a56c7')],
  ['sku', texts, toText],
  ['identifier', texts, toText],
  ['enabled', ['=', '!='], { '': [true, false], list: [[true]] }],
  ['family', membership, codes('lamps', 'bags')],
  ['groups', membership, codes('x')],
  ['parent', ['=', ...membership], codes('tote-bag-bolsena', 'pendant-lamp-nimbra')],
  [
    'categories',
    ['IN', 'NOT IN', 'IN OR UNCLASSIFIED', 'IN CHILDREN', 'NOT IN CHILDREN', 'UNCLASSIFIED'],
    codes('master', 'seating'),
  ],
  [
    'completeness',
    [...comparisons, 'GREATER THAN ON ALL LOCALES', 'LOWER OR EQUALS THAN ON ALL LOCALES'],
    { '': [50, 100, '50'], list: [[50]] },
  ],
  ['completeness', ['AT LEAST COMPLETE', 'ALL INCOMPLETE'], { '': [null], list: [[]] }],
  ['updated', [...times, 'SINCE LAST N DAYS'], between(moments)],
  ['created', ['SINCE LAST N DAYS'], { '': [4, 0, -1, 1e9], list: [[4]] }],
  ['name', texts, toText],
  ['weight', comparisons, { '': [{ amount: 1, unit: 'KILOGRAM' }], list: [[1, 'KILOGRAM']] }],
  ['price', comparisons, { '': [{ amount: '1', currency: 'EUR' }], list: [[1, 'EUR']] }],
  ['warranty', comparisons, { '': [2, '2'], list: [[2]] }],
  ['color', membership, codes('brass', 'sand')],
  ['dimmable', ['=', '!='], { '': [true, false], list: [[true]] }],
  ['release_date', [...times, 'EMPTY', 'NOT EMPTY'], between(days)],
  ['code', ['IN', 'NOT IN'], codes('lamps', 'color', 'master')],
  ['type', ['IN'], codes('pim_catalog_text')],
  ['is_root', ['='], { '': [true, false], list: [[true]] }],
  ['has_products', ['='], { '': [true, false], list: [[true]] }],
  ['updated', ['>'], { '': ['2024-05-01T10:00:00+00:00'], list: [['2024-05-01T10:00:00Z']] }],
]

/** The operators whose value is a list. */
export const listOperators = /IN|BETWEEN/
const likelyCriterion = fc.constantFrom(...likelyCriteria).chain(([property, operators, values]) =>
  fc
    .record({
      operator: fc.constantFrom(...operators),
      isOther: fc.integer({ min: 0, max: 9 }).map((number) => number === 9),
      turn: fc.nat(5),
      locale: fc.constantFrom(undefined, 'en_US', 'fr_FR'),
      scope: fc.constantFrom(undefined, 'ecommerce', 'ecommerce', 'print'),
      locales: fc.constantFrom(undefined, undefined, ['en_US'], ['en_US', 'fr_FR']),
    })
    .map(({ operator, isOther, turn, ...rest }) => {
      const kind = listOperators.test(operator) === isOther ? '' : 'list'
      const value = values[kind][turn % values[kind].length]
      return [property, [{ operator, value, ...rest }]] as const
    }),
)

/** A search of a list that is right as it is, or but for one or two parts (contract I.6). */
export const nearlyRightSearch: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.array(likelyCriterion, { minLength: 1, maxLength: 2 }),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(jsonEdit, { minLength: 1, maxLength: 2 }) },
    ),
  )
  .map(([criteria, edits]) => edits.reduce<unknown>(edit, Object.fromEntries(criteria)))
