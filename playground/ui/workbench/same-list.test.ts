import { expect, test } from 'vitest'
import { sameList } from './same-list.ts'

test('the list of before stays as long as it holds the very same', () => {
  const one = { name: 'one' }
  const before = [one]
  expect(sameList(before, [one])).toBe(before)
  expect(sameList(before, [])).toEqual([])
  expect(sameList(before, [one, one])).toEqual([one, one])
})

test('an equal item is another one, and where there was no list the new one is it', () => {
  const before = [{ name: 'one' }]
  const now = [{ name: 'one' }]
  expect(sameList(before, now)).toBe(now)
  expect(sameList(undefined, now)).toBe(now)
})
