import { expect, test } from 'vitest'
import { dayLabels, fullDay } from './week-days.ts'

test('the last day is today, the others have their weekday and their number', () => {
  expect(dayLabels(['2026-11-19', '2026-11-20', '2026-11-21'])).toEqual([
    'Thu\n19',
    'Fri\n20',
    'Today',
  ])
})

test('a table names a day in full, whatever the time zone of the reader', () => {
  expect(fullDay('2026-03-01')).toBe('Sunday, March 1')
})

test('what is no day stays as it is', () => {
  expect(fullDay('soon')).toBe('soon')
})
