import { expect, test } from 'vitest'
import { lengthOf, quote, toAtom, trimText } from './text.ts'

test('blanks at the ends are dropped, others and those of other scripts stay', () => {
  expect(trimText(' \t\n\r\0\va b\u00a0 ')).toBe('a b\u00a0')
  expect(trimText(' \n ')).toBe('')
  expect(trimText('')).toBe('')
})

test('a text of a million blanks is trimmed at once', () => {
  expect(trimText(`${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}`)).toBe('x')
})

test('a character outside of the basic plane counts once', () => {
  expect(lengthOf('a🚢é')).toBe(3)
})

test('a long text is quoted short', () => {
  expect(quote('abc')).toBe('"abc"')
  expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(57)}…"`)
})

test('a moment is told in UTC without fractions', () => {
  expect(toAtom(Date.UTC(2024, 4, 6, 12, 30, 15, 987))).toBe('2024-05-06T12:30:15+00:00')
})
