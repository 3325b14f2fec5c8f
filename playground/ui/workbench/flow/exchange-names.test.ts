import { expect, test } from 'vitest'
import type { Exchange } from '../../../flow/exchange.ts'
import { findExchange, nameOf } from './exchange-names.ts'

const exchanges = ['Activate the app', 'Ask for a token', 'Activate the app'].map(
  (title, index) => ({ id: String(index), title }) as Exchange,
)

test('an exchange is named by its title, the second of that title by a number as well', () => {
  const names = exchanges.map(({ id }) => nameOf(exchanges, id))
  expect(names).toEqual(['activate-the-app', 'ask-for-a-token', 'activate-the-app-2'])
  expect(names.map((name) => findExchange(exchanges, name)?.id)).toEqual(['0', '1', '2'])
})

test('a name that no exchange has yet finds nothing', () => {
  expect(findExchange(exchanges, 'ask-for-a-token-2')).toBeUndefined()
  expect(findExchange(exchanges, '')).toBeUndefined()
  expect(nameOf(exchanges, 'gone')).toBe('')
})
