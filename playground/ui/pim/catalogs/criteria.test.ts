import { expect, test } from 'vitest'
import type { SelectionCriterion } from '../api/catalogs.ts'
import { criterionFields, describeCriterion, knownField, newCriterion } from './criteria.ts'

const blank = { scope: null, locale: null }
const family: SelectionCriterion = { ...blank, field: 'family', operator: 'IN', value: ['lamps'] }

test('a criterion that the page makes is one that it can change', () => {
  for (const field of criterionFields) expect(knownField(newCriterion(field))).toBe(field)
})

test.each<[string, SelectionCriterion]>([
  ['another field', { ...family, field: 'colour' }],
  ['another operator', { ...family, operator: 'EMPTY' }],
  ['a value that is no list', { ...family, value: 'lamps' }],
  ['a list of something else', { ...family, value: [1] }],
  ['a state that is a text', { ...family, field: 'enabled', operator: '=', value: 'yes' }],
])('%s can only be read, or removed', (_, criterion) => {
  expect(knownField(criterion)).toBe(null)
})

test('what can only be read is told in words', () => {
  expect(describeCriterion({ ...family, field: 'colour' })).toBe('colour IN ["lamps"]')
  expect(describeCriterion({ ...family, operator: 'EMPTY', value: undefined })).toBe('family EMPTY')
})
