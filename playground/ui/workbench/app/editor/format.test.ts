import { readFileSync } from 'node:fs'
import { javascript } from '@codemirror/lang-javascript'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { formatChanges } from './format.ts'

function format(doc: string, from = 0, to = doc.length): string {
  const state = EditorState.create({ doc, extensions: [javascript()] })
  return state.update({ changes: formatChanges(state, from, to) }).state.doc.toString()
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
  const url = new URL('../../../../../snippets/get-your-app-token/nodejs/app.mjs', import.meta.url)
  const source = readFileSync(url, 'utf8')
  expect(format(source)).toBe(source)
})
