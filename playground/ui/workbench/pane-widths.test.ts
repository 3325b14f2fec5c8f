import { expect, test } from 'vitest'
import { moveDivider, readWidths } from './pane-widths.ts'

test('a divider takes from one neighbour what it gives to the other', () => {
  expect(moveDivider([40, 30, 30], 0, 5)).toEqual([45, 25, 30])
  expect(moveDivider([40, 30, 30], 1, -10)).toEqual([40, 20, 40])
})

test('no pane gets narrower than it can be used', () => {
  expect(moveDivider([40, 30, 30], 0, 50)).toEqual([54, 16, 30])
  expect(moveDivider([40, 30, 30], 0, -50)).toEqual([16, 54, 30])
  expect(moveDivider([40, 30, 30], 2, 5)).toEqual([40, 30, 30])
})

test('kept widths come back, and anything else is the default', () => {
  const fallback = [44, 26, 30]
  expect(readWidths('[50,25,25]', fallback)).toEqual([50, 25, 25])
  for (const text of [null, '{', '[50,50]', '[90,5,5]', '[50,25,30]', '["a",1,2]']) {
    expect(readWidths(text, fallback)).toEqual(fallback)
  }
})
