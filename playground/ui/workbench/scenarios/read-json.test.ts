import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test('a text that is JSON gives its value, and brackets in texts do not count as levels', () => {
  const text = JSON.stringify({ name: '[{'.repeat(200), list: [1, { a: '"]\\' }] })
  expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  expect(readJson(nested(100)).ok).toBe(true)
})

test('what is nested too deeply is refused with the place of the bracket', () => {
  expect(readJson(`{\n"a": ${nested(100)}}`)).toEqual({
    ok: false,
    problem: 'it is nested more than 100 levels deep (line 2 column 105)',
  })
  expect(readJson('['.repeat(2_000_000)).ok).toBe(false)
})

test('long texts without an end are read as fast as any', () => {
  expect(readJson(`{"a": "${'\\"'.repeat(500_000)}`).ok).toBe(false)
  expect(readJson(`"${'x'.repeat(9_000_000)}"`).ok).toBe(true)
})

test('an empty text and a cut one say so', () => {
  expect(readJson(' \n')).toEqual({ ok: false, problem: 'it is empty' })
  expect(readJson('{\n"a": 1,\n')).toMatchObject({ ok: false })
})

test.each([
  ['{"a": NaN}', 'line 1, column 7'],
  ['{\r\n  "a": 1,\r\n}', 'line 3, column 1'],
  ['\ufffdPNG\r\n\u001a\n\u0000', 'line 1, column 1'],
])('%j is refused with its place', (text, place) => {
  expect(readJson(text)).toEqual({ ok: false, problem: `it stops being JSON in ${place}` })
})

test.each([
  ['{"era": 1,\n"era": 2}', 'it names “era” twice in one object (line 2 column 1)'],
  ['[{"a": {"\\u0062": 1, "b": "b"}}]', 'it names “b” twice in one object (line 1 column 22)'],
])('%j would lose a value', (text, problem) => {
  expect(readJson(text)).toEqual({ ok: false, problem })
})

test('the same name in another object, or as a value, is no repetition', () => {
  const text = JSON.stringify({ a: { a: ['a', 'a', { a: 'a"' }] }, b: 'a' })
  expect(readJson(text).ok).toBe(true)
})
