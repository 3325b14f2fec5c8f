import { expect, test } from 'vitest'
import { describeError } from './report-error.ts'

const url = 'blob:null/12-34'
const script = { url, file: 'app.mjs', firstColumn: 100 }

function withStack(stack: string): Error {
  return Object.assign(new TypeError('a is not a function'), { stack })
}

test('frames of the app are named after its file, others are left out', () => {
  const error = withStack(
    `TypeError: a is not a function\n    at handle (${url}:12:5)\n    at Server.emit (blob:null/99:5:1)\n    at ${url}:1:1`,
  )
  expect(describeError(error, script)).toEqual({
    text: 'TypeError: a is not a function\n    at handle (app.mjs:12:5)',
    line: 12,
  })
})

test('the stack of Firefox is read as well', () => {
  const error = withStack(`handle@${url}:12:5\nemit@blob:null/99:5:1\n@${url}:3:1\n@${url}:1:15\n`)
  expect(describeError(error, script)).toEqual({
    text: 'TypeError: a is not a function\n    at handle app.mjs:12:5\n    at app.mjs:3:1',
    line: 12,
  })
})

test('a line that is known already wins, a cause is shown', () => {
  const cause = new Error('refused')
  const error = Object.assign(new TypeError('fetch failed', { cause }), { line: 3, stack: '' })
  expect(describeError(error, script)).toEqual({
    text: 'TypeError: fetch failed\n  cause: Error: refused',
    line: 3,
  })
})

test('what is thrown without being an error is shown as it is', () => {
  expect(describeError('nothing', script)).toEqual({ text: 'Uncaught nothing' })
})

test('the column in the first line is that of the app, not of the script around it', () => {
  const error = withStack(`TypeError: a is not a function\n    at ${url}:1:107`)
  expect(describeError(error, script).text).toBe(
    'TypeError: a is not a function\n    at app.mjs:1:7',
  )
})

test('whatever is thrown is shown: objects, symbols, errors that cannot be read', () => {
  expect(describeError({ code: 42 }, script).text).toBe('Uncaught { code: 42 }')
  expect(describeError(Symbol('s'), script).text).toBe('Uncaught Symbol(s)')
  expect(describeError(Object.create(null), script).text).toBe(
    'Uncaught [Object: null prototype] {}',
  )
  const hostile = Object.defineProperty(new Error('x'), 'stack', {
    get() {
      throw new Error('no')
    },
  })
  expect(describeError(hostile, script).text).toBe('Uncaught error that cannot be read')
})

test('causes of causes and the errors of an aggregate are told', () => {
  const inner = new TypeError('inner', { cause: 'a text' })
  const error = Object.assign(new AggregateError([inner, 4], 'both'), { cause: inner, stack: '' })
  expect(describeError(error, script).text).toBe(
    [
      'AggregateError: both',
      '  cause: TypeError: inner',
      '  cause: a text',
      '  one of them: TypeError: inner',
      '  one of them: 4',
    ].join('\n'),
  )
})
