import { expect, test } from 'vitest'
import type { BusinessError } from '../api/audit.ts'
import { findErrors } from './sort-errors.ts'

const blank = {
  productName: null,
  productId: null,
  family: null,
  locale: null,
  channel: null,
  links: [],
}
const errors: BusinessError[] = [
  { ...blank, date: '2026-11-20T10:00:00+00:00', message: 'The price is negative.' },
  { ...blank, date: '2026-11-21T10:00:00+00:00', message: 'The family is unknown.' },
  { ...blank, date: '2026-11-19T10:00:00+00:00', message: 'The Price is a text.' },
]
const messages = (found: readonly BusinessError[]) => found.map(({ message }) => message)

test('errors come newest first, or oldest first', () => {
  expect(messages(findErrors(errors, '', 'newest'))).toEqual([
    'The family is unknown.',
    'The price is negative.',
    'The Price is a text.',
  ])
  expect(messages(findErrors(errors, '', 'oldest'))).toEqual([
    'The Price is a text.',
    'The price is negative.',
    'The family is unknown.',
  ])
})

test('a search looks into the messages, whatever the letters’ case', () => {
  expect(messages(findErrors(errors, ' price ', 'newest'))).toEqual([
    'The price is negative.',
    'The Price is a text.',
  ])
  expect(findErrors(errors, 'colour', 'newest')).toEqual([])
})
