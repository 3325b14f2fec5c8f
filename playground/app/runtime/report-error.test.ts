import { expect, test } from 'vitest'
import { describeError } from './report-error.ts'

const script = 'blob:null/12-34'

function withStack(stack: string): Error {
  return Object.assign(new TypeError('a is not a function'), { stack })
}

test('frames of the app are named after its file, others are left out', () => {
  const error = withStack(
    `TypeError: a is not a function\n    at handle (${script}:12:5)\n    at Server.emit (blob:null/99:5:1)\n    at ${script}:1:1`,
  )
  expect(describeError(error, script, 'app.mjs')).toEqual({
    text: 'TypeError: a is not a function\n    at handle (app.mjs:12:5)',
    line: 12,
  })
})

test('the stack of Firefox is read as well', () => {
  const error = withStack(
    `handle@${script}:12:5\nemit@blob:null/99:5:1\n@${script}:3:1\n@${script}:1:15\n`,
  )
  expect(describeError(error, script, 'app.mjs')).toEqual({
    text: 'TypeError: a is not a function\n    at handle app.mjs:12:5\n    at app.mjs:3:1',
    line: 12,
  })
})

test('a line that is known already wins, a cause is shown', () => {
  const cause = new Error('refused')
  const error = Object.assign(new TypeError('fetch failed', { cause }), { line: 3, stack: '' })
  expect(describeError(error, script, 'app.mjs')).toEqual({
    text: 'TypeError: fetch failed\n  cause: refused',
    line: 3,
  })
})

test('what is thrown without being an error is shown as it is', () => {
  expect(describeError('nothing', script, 'app.mjs')).toEqual({ text: 'Uncaught nothing' })
})
