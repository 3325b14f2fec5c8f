import { expect, test } from 'vitest'
import { cookieValue } from './cookie.ts'

test('the value of a cookie is found by its name, the first one of it', () => {
  expect(cookieValue('a=1; b=2; b=3', 'b')).toBe('2')
  expect(cookieValue('a=1;b=x=y', 'b')).toBe('x=y')
  expect(cookieValue('b=', 'b')).toBe('')
})

test('what is no cookie of this name is not found', () => {
  for (const header of [undefined, '', 'b', 'ab=1', 'B=1', ';;', 'a=b=1']) {
    expect(cookieValue(header, 'b')).toBeUndefined()
  }
})
