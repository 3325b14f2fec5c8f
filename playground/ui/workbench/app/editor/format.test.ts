import { readFileSync } from 'node:fs'
import { javascript } from '@codemirror/lang-javascript'
import { EditorState } from '@codemirror/state'
import { expect, test, vi } from 'vitest'
import { formatChanges } from './format.ts'

const activationApp = readFileSync(
  new URL('../../../../../snippets/get-your-app-token/nodejs/app.mjs', import.meta.url),
  'utf8',
)

function createState(doc: string): EditorState {
  return EditorState.create({ doc, extensions: [javascript()] })
}

function format(doc: string, from = 0, to = doc.length): string {
  const state = createState(doc)
  return state.update({ changes: formatChanges(state, from, to) }).state.doc.toString()
}

function changesOfAll(state: EditorState) {
  return formatChanges(state, 0, state.doc.length)
}

/** Does something while the clock moves on by so many milliseconds whenever it is read. */
function whileEachStepTakes<Result>(milliseconds: number, act: () => Result): Result {
  let now = Date.now()
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += milliseconds))
  try {
    return act()
  } finally {
    clock.mockRestore()
  }
}

test('lines are indented by their syntax, and blanks at their ends are gone', () => {
  expect(format('function a() {\nreturn {   \n      b: 1,\n}\n}\n')).toBe(
    'function a() {\n  return {\n    b: 1,\n  }\n}\n',
  )
})

test('only the lines that are asked for change', () => {
  const doc = 'if (a) {\nb()\n}\nif (c) {\nd()   \n}'
  expect(format(doc, 0, 12)).toBe('if (a) {\n  b()\n}\nif (c) {\nd()   \n}')
})

test('the app as it is on the site stays as it is', () => {
  expect(format(activationApp)).toBe(activationApp)
})

// How far the editor had come when it was asked decides what it knew: one step, a few, or nearly all of it.
test.each([0.5, 1, 10])('an editor that took %d ms for each step formats the same', (step) => {
  for (const doc of [activationApp, activationApp.replaceAll(/^ +/gm, '')]) {
    const state = whileEachStepTakes(step, () => createState(doc))
    const formatted = state.update({ changes: changesOfAll(state) }).state.doc
    expect(formatted.toString()).toBe(format(doc))
  }
})

test('a source that cannot be read in time keeps its indentation', () => {
  const doc = 'if (a) {\n      b()   \n}'
  const state = whileEachStepTakes(10_000, () => createState(doc))
  const changes = whileEachStepTakes(10_000, () => changesOfAll(state))
  expect(state.update({ changes }).state.doc.toString()).toBe('if (a) {\n      b()\n}')
})
