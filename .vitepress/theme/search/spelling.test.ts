import { expect, test } from 'vitest'
import { correctSpelling } from './spelling.ts'

const known = ['connection', 'connect', 'token', 'password', 'catalog', 'products', 'code']

test.each([
  ['conection', 'connection'],
  ['connecton', 'connection'],
  ['tokne', 'token'],
  ['passwort', 'password'],
  ['catalogue', 'catalog'],
  ['conect shop', 'connect shop'],
])('%s is taken for %s', (typed, meant) => {
  expect(correctSpelling(typed, known)).toBe(meant)
})

test.each(['connect', 'conn', 'shopify', 'cod', 'code_challange', '4011', 'loken'])(
  '%s stays as it is',
  (typed) => {
    expect(correctSpelling(typed, known)).toBe(typed)
  },
)

test('of two words as near, the one on more pages is meant', () => {
  expect(correctSpelling('cuts', ['cups', 'cute'])).toBe('cups')
})
