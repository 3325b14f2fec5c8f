import { expect, test } from 'vitest'
import { choosePath } from './connect-path.ts'

test.each([
  [{ maker: 'others', listed: 'yes' }, 'app'],
  [{ maker: 'others', listed: 'no' }, 'connection'],
  [{ maker: 'us', address: 'yes' }, 'custom-app'],
  [{ maker: 'us', address: 'no' }, 'connection'],
] as const)('for %j the way is %s', (answers, path) => {
  expect(choosePath(answers, true)).toBe(path)
})

test('there is no way yet while an answer is open, or belongs to the other question', () => {
  expect(choosePath({}, true)).toBeUndefined()
  expect(choosePath({ maker: 'us', listed: 'yes' }, true)).toBeUndefined()
})

test('before PIM 6.0 there are connections alone', () => {
  expect(choosePath({ maker: 'others', listed: 'yes' }, false)).toBe('connection')
})
