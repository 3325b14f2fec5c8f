import { expect, test } from 'vitest'
import versions from '../../versions.json' with { type: 'json' }
import { ageOn, supportOn, type PimVersion } from './support.ts'

const version: PimVersion = {
  version: '7.0',
  released: '2023-03-08',
  supportedUntil: '2024-09-30',
}

test.each([
  ['2024-09-29', true, 'supported'],
  ['2024-09-30', true, 'supported'],
  ['2024-10-01', false, 'not supported for 1 day'],
  ['2024-10-29', false, 'not supported for 29 days'],
  ['2024-10-30', false, 'not supported for 1 month'],
  ['2025-09-30', false, 'not supported for 1 year'],
  ['2026-12-05', false, 'not supported for 2 years and 2 months'],
])('on %s its support is %s: %s', (day, isSupported, text) => {
  expect(supportOn(version, new Date(`${day}T23:59:00Z`))).toEqual({ isSupported, text })
})

test.each([
  ['2023-03-09', '1 day old'],
  ['2024-04-07', '1 year old'],
  ['2024-04-08', '1 year and 1 month old'],
  ['2025-03-31', '2 years old'],
])('on %s it is %s', (day, age) => {
  expect(ageOn(version, new Date(`${day}T00:00:00Z`))).toBe(age)
})

test('the versions are listed newest first, and each ends after it began', () => {
  const days = versions.map(({ released }) => released)
  expect(days).toEqual(days.toSorted().toReversed())
  expect(versions.filter((one) => one.supportedUntil <= one.released)).toEqual([])
})
