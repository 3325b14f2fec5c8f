import { expect, it } from 'vitest'
import { countOf } from './count-apps.ts'

it('counts none, one and several', () => {
  expect(countOf(0, 'app')).toBe('No apps')
  expect(countOf(1, 'result')).toBe('1 result')
  expect(countOf(12, 'connector')).toBe('12 connectors')
})
