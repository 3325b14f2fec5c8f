import { EditorState, type TransactionSpec } from '@codemirror/state'
import { expect, test } from 'vitest'
import { showPart, shownRange, visiblePart } from './visible-part.ts'

const doc = 'head\n// #region a\none\ntwo\n// #endregion a\ntail'

function open(): EditorState {
  const state = EditorState.create({ doc, extensions: [visiblePart()] })
  return state.update({ effects: showPart.of('a') }).state
}

function after(change: TransactionSpec): string {
  return open().update(change).state.doc.toString()
}

test('the lines between the markers are shown, and the range follows what is typed', () => {
  const state = open()
  expect(state.sliceDoc(shownRange(state).from, shownRange(state).to)).toBe('one\ntwo')
  const { to } = shownRange(state)
  const longer = state.update({
    changes: { from: to, insert: '\nthree' },
    userEvent: 'input',
  }).state
  expect(longer.sliceDoc(shownRange(longer).from, shownRange(longer).to)).toBe('one\ntwo\nthree')
})

test('a part that is not there shows the whole', () => {
  const state = open().update({ effects: showPart.of('b') }).state
  expect(shownRange(state)).toEqual({ from: 0, to: doc.length })
})

test('typing and deleting reach no further than what is shown', () => {
  const { from, to } = shownRange(open())
  const typed = 'input.type'
  expect(after({ changes: { from: from - 1, to: from }, userEvent: 'delete.backward' })).toBe(doc)
  expect(after({ changes: { from: to, to: to + 1 }, userEvent: 'delete.forward' })).toBe(doc)
  expect(after({ changes: { from: 2, insert: '!' }, userEvent: typed })).toBe(doc)
  expect(after({ changes: { from, insert: '!' }, userEvent: typed })).toContain('a\n!one\n')
  expect(after({ changes: { from: to, insert: '!' }, userEvent: typed })).toContain('two!\n//')
  expect(after({ changes: { from: 0, to: doc.length }, userEvent: 'delete' })).toBe(
    'head\n// #region a\n\n// #endregion a\ntail',
  )
})

test('the keys for both ends of the document stay in what is shown, a search does not', () => {
  const { from, to } = shownRange(open())
  const selected = (anchor: number, head: number, userEvent: string) => {
    const { main } = open().update({ selection: { anchor, head }, userEvent }).state.selection
    return [main.anchor, main.head]
  }
  expect(selected(0, 0, 'select')).toEqual([from, from])
  expect(selected(from + 1, doc.length, 'select')).toEqual([from + 1, to])
  expect(selected(0, 4, 'select.search')).toEqual([0, 4])
  expect(selected(from, from + 3, 'select')).toEqual([from, from + 3])
  const { state } = open().update({
    changes: { from: from - 1, to: from },
    selection: { anchor: from - 1 },
    userEvent: 'delete.backward',
  })
  expect(state.selection.main.head).toBe(from)
})

test('what is not typed, such as a reset, reaches everything', () => {
  expect(after({ changes: { from: 0, to: doc.length, insert: 'new' } })).toBe('new')
})
