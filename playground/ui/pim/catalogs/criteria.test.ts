import { expect, test } from 'vitest'
import type { CatalogSource } from '../api/catalog-mapping.ts'
import type { CatalogChoices, SelectionCriterion } from '../api/catalogs.ts'
import {
  criterionFields,
  describeCriterion,
  findGaps,
  knownField,
  newCriterion,
  withOperator,
} from './criteria.ts'

const source = (code: string, type: string, more: Partial<CatalogSource> = {}): CatalogSource => ({
  code,
  label: code,
  type,
  localizable: false,
  scopable: false,
  parameter: null,
  units: [],
  options: [],
  ...more,
})

const choices: CatalogChoices = {
  families: [{ code: 'lamps', label: 'Lamps' }],
  categories: [],
  channels: [],
  locales: [],
  currencies: [],
  sources: [
    source('sku', 'pim_catalog_identifier'),
    source('weight', 'pim_catalog_metric', { units: [{ code: 'GRAM', label: 'Gram' }] }),
    source('story', 'pim_catalog_textarea', { localizable: true, scopable: true }),
    source('released', 'pim_catalog_date'),
    source('colour', 'pim_catalog_simpleselect', { options: [{ code: 'red', label: 'Red' }] }),
    source('pages', 'pim_catalog_number'),
    source('waterproof', 'pim_catalog_boolean'),
    source('price', 'pim_catalog_price_collection'),
    source('family', 'family'),
  ],
}
const fields = criterionFields(choices)
const field = (id: string) => fields.find((one) => one.id === id) ?? expect.fail(id)

const blank = { scope: null, locale: null }
const family: SelectionCriterion = { ...blank, field: 'family', operator: 'IN', value: ['lamps'] }

test('what every product has can be chosen by, then the attributes that can be compared, by label', () => {
  expect(fields.map(({ id }) => id)).toEqual([
    'enabled',
    'family',
    'categories',
    'completeness',
    'colour',
    'pages',
    'released',
    'sku',
    'story',
    'waterproof',
    'weight',
  ])
})

test('a criterion that the page makes is one that it can change, in every way to compare', () => {
  for (const one of fields) {
    for (const { id } of one.operators) {
      expect(knownField(fields, withOperator(one, newCriterion(one), id))).toBe(one)
    }
  }
})

test('what an attribute has several values for is asked for', () => {
  expect(field('story')).toMatchObject({ needsChannel: true, needsLocale: true })
  expect(field('completeness')).toMatchObject({ needsChannel: true, needsLocale: true })
  expect(field('sku')).toMatchObject({ needsChannel: false, needsLocale: false })
})

test('another operator keeps a value of the same kind, and drops one of another', () => {
  const released = field('released')
  const since = { ...newCriterion(released), operator: '>', value: '2024-05-06' }
  expect(withOperator(released, since, '<').value).toBe('2024-05-06')
  expect(withOperator(released, since, 'BETWEEN').value).toEqual(['', ''])
  expect(withOperator(released, since, 'EMPTY').value).toBe(null)
  expect(withOperator(field('weight'), newCriterion(field('weight')), '>').value).toEqual({
    amount: null,
    unit: 'GRAM',
  })
})

test.each<[string, SelectionCriterion]>([
  ['another field', { ...family, field: 'weather' }],
  ['another operator', { ...family, operator: 'STARTS WITH' }],
  ['a value that is no list', { ...family, value: 'lamps' }],
  ['a list of something else', { ...family, value: [1] }],
  ['a state that is a text', { ...family, field: 'enabled', operator: '=', value: 'yes' }],
  ['a text that is a list', { ...family, field: 'sku', operator: '=' }],
  ['a number that is a text', { ...family, field: 'pages', operator: '=', value: 'many' }],
  ['an amount without a unit', { ...family, field: 'weight', operator: '=', value: { amount: 1 } }],
  ['one day of two', { ...family, field: 'released', operator: 'BETWEEN', value: ['2024-05-06'] }],
])('%s can only be read, or removed', (_, criterion) => {
  expect(knownField(fields, criterion)).toBe(null)
})

test('an amount that another program wrote as text can be changed', () => {
  const value = { amount: '1.5', unit: 'GRAM' }
  expect(knownField(fields, { ...family, field: 'weight', operator: '=', value })).toBe(
    field('weight'),
  )
})

test('what is missing in a criterion is found, but not in one that the page does not know', () => {
  const story = { ...newCriterion(field('story')), value: 'oak' }
  const gaps = findGaps(fields, [
    { ...family, value: [] },
    family,
    { ...family, field: 'weather', value: [] },
    story,
    { ...story, operator: 'EMPTY', value: null, scope: 'print', locale: 'en_US' },
    newCriterion(field('weight')),
    { ...newCriterion(field('released')), operator: 'BETWEEN', value: ['2024-05-06', ''] },
    { ...newCriterion(field('completeness')), value: 80, scope: 'print' },
  ])
  const noValue = 'This value should not be blank.'
  expect([...gaps]).toEqual([
    [0, [noValue]],
    [3, ['This channel must not be empty.', 'This locale must not be empty.']],
    [5, [noValue]],
    [6, [noValue]],
  ])
})

test('what can only be read is told in words', () => {
  expect(describeCriterion({ ...family, field: 'colour' })).toBe('colour IN ["lamps"]')
  expect(describeCriterion({ ...family, operator: 'EMPTY', value: undefined })).toBe('family EMPTY')
})
