import { expect, test } from 'vitest'
import type { ConsoleLine } from '../protocol.ts'
import { Buffer } from './bytes.ts'
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

test('an object that does not want to be read is named, and nothing it holds is run', () => {
  const refuse = () => {
    throw new Error('no')
  }
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(formatLog([proxy, new Proxy({}, { ownKeys: refuse })])).toBe(
    '[an object that cannot be read] [an object that cannot be read]',
  )
  const accessors = {
    get read(): never {
      return refuse()
    },
    set written(_value: string) {},
  }
  expect(formatLog([accessors])).toBe('{ read: [Getter], written: [Setter] }')
  expect(formatLog(['%s %d %i %c%s', { toString: refuse }, Symbol('d'), 7n, 'red', 'x'])).toBe(
    '{ toString: [Function: refuse] } NaN 7n x',
  )
})

test('every kind of value has a text', () => {
  class Named {
    value = 1
  }
  const texts: [unknown, string][] = [
    [new Date(Number.NaN), 'Invalid Date'],
    [/a+/g, '/a+/g'],
    [-0, '-0'],
    [Object.create(null), '[Object: null prototype] {}'],
    [{ [Symbol('k')]: 1, 'two words': "it's" }, `{ 'two words': "it's", [Symbol(k)]: 1 }`],
    [Named, '[class Named]'],
    [new Named(), 'Named { value: 1 }'],
    [new Uint8Array([1, 2]), 'Uint8Array [ 1, 2 ]'],
    [Buffer.from('hé'), '<Buffer 68 c3 a9>'],
    [new ArrayBuffer(4), 'ArrayBuffer { byteLength: 4 }'],
    [Object(5n), '[BigInt: 5n]'],
    [['a\nb'], "[ 'a\\nb' ]"],
    [
      new Response(null, { status: 201 }),
      "Response { status: 201, ok: true, url: '', headers: Headers {} }",
    ],
  ]
  for (const [value, text] of texts) expect(formatLog([value])).toBe(text)
  const error = Object.assign(new Error('x'), { status: 422 })
  expect(formatLog([error], () => 'Error: x')).toBe('Error: x { status: 422 }')
})

test('of what is huge only the beginning is written, at once', () => {
  expect(formatLog([new Uint8Array(5_000_000)])).toMatch(/0, … 4999900 more \]$/)
  expect(formatLog([new Set(Array.from({ length: 300 }, (_, item) => item))])).toMatch(
    /99, … 200 more \}$/,
  )
  let nested: unknown = 'leaf'
  for (let depth = 0; depth < 5; depth += 1) nested = Array.from({ length: 100 }, () => nested)
  expect(formatLog([nested]).length).toBeLessThan(60_000)
})

test('a message that shows an error leads to its line', () => {
  const lines: ConsoleLine[] = []
  const { api } = createConsole(
    (line) => lines.push(line),
    ({ message }) => ({ text: `at line three: ${message}`, line: 3 }),
  )
  api['error']?.('It failed:', new Error('why'))
  expect(lines).toEqual([{ level: 'error', text: 'It failed: at line three: why', line: 3 }])
})
