import { expect, test } from 'vitest'
import { columnsOf, modeOf } from './pane-modes.ts'

test('the place decides how many panes stand side by side', () => {
  expect([1440, 1280, 1024, 768, 390].map(modeOf)).toEqual([
    'columns',
    'columns',
    'split',
    'tabs',
    'tabs',
  ])
})

test('the columns fill the place in each mode', () => {
  const layout = { widths: [40, 30, 30] }
  expect(columnsOf('columns', layout)).toEqual([40, 30, 30])
  expect(columnsOf('split', layout)).toEqual([54, 46])
  expect(columnsOf('split', { widths: [68, 16, 16] })).toEqual([70, 30])
  expect(columnsOf('tabs', layout)).toEqual([100])
})
