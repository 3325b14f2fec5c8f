import { expect, test } from 'vitest'
import { initialLayout, readLayout, writeLayout, type WorkbenchLayout } from './layout.ts'

test('a layout comes back from the address it was written into', () => {
  const layout: WorkbenchLayout = {
    pane: 'flow',
    isFull: true,
    widths: [50, 20, 30],
    exchange: 'exchange-the-code-for-a-token-2',
    panel: 'missions',
    view: 'api',
  }
  const search = writeLayout('?era=today', layout)
  expect(search).toBe(
    '?era=today&pane=flow&full=1&widths=50.0-20.0-30.0&exchange=exchange-the-code-for-a-token-2&panel=missions&view=api',
  )
  expect(readLayout(search, initialLayout)).toEqual(layout)
})

test('the first layout leaves no trace in the address', () => {
  expect(writeLayout('', initialLayout)).toBe('')
  const search = writeLayout('', { ...initialLayout, pane: 'app', view: 'api' })
  expect(writeLayout(search, initialLayout)).toBe('')
})

test('what makes no sense in an address is as if it were not there', () => {
  const search = '?pane=cellar&full=maybe&widths=1-2-3&exchange=%3Cscript%3E&panel=..%2F..&view=A'
  expect(readLayout(search, initialLayout)).toEqual(initialLayout)
  expect(readLayout('?widths=a-b-c', initialLayout).widths).toEqual(initialLayout.widths)
})
