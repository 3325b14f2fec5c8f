import { expect, test } from 'vitest'
import type { ConsoleLine } from '../protocol.ts'
import { createConsole } from './console.ts'
import { formatLog } from './inspect.ts'

function open() {
  const lines: ConsoleLine[] = []
  const output = createConsole((line) => lines.push(line))
  const { log, error, assert } = output.api
  return { output, lines, log: log!, error: error!, assert: assert! }
}

test('values are written much as Node.js writes them', () => {
  expect(formatLog(['token', { scope: 'read_products', list: [1, 'a'] }])).toBe(
    "token { scope: 'read_products', list: [ 1, 'a' ] }",
  )
  expect(formatLog(['%s has %d items, 100%%', 'list', 3, true])).toBe('list has 3 items, 100% true')
  expect(formatLog([new URL('http://localhost:8000/a'), null, undefined, 5n])).toBe(
    'http://localhost:8000/a null undefined 5n',
  )
  expect(formatLog([new Headers({ a: '1' }), new Map([['k', 1]]), function named() {}])).toBe(
    "Headers { 'a' => '1' } Map { 'k' => 1 } [Function: named]",
  )
})

test('an object that holds itself and a very deep one end somewhere', () => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  expect(formatLog([circular])).toBe('{ self: [Circular] }')
  expect(formatLog([{ a: { b: { c: { d: { e: { f: 1 } } } } } }])).toContain('[Object]')
})

test('one long message is cut and says how long it was', () => {
  const { lines, log } = open()
  log('x'.repeat(12_345))
  expect(lines[0]?.text).toHaveLength(10_000 + '… (cut: 12,345 characters in one message)'.length)
  expect(lines[0]?.text).toMatch(/cut: 12,345 characters/)
})

test('after too much output one message says so, until the next request', () => {
  const { output, lines, log } = open()
  for (let count = 0; count < 1000; count += 1) log('x'.repeat(1000))
  expect(lines.length).toBeLessThan(202)
  expect(lines.at(-1)).toEqual({
    level: 'system',
    text: 'Output stopped: more than 200,000 characters were written',
  })
  output.renewAllowance()
  log('again')
  expect(lines.at(-1)).toEqual({ level: 'log', text: 'again' })
})

test('an assertion writes only when it does not hold', () => {
  const { lines, assert } = open()
  assert(true, 'fine')
  assert(false, 'state differs')
  expect(lines).toEqual([{ level: 'error', text: 'Assertion failed: state differs' }])
})
