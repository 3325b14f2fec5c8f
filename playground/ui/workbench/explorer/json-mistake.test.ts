import { assert, constantFrom, json, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBodyMistake, findJsonMistake } from './json-mistake.ts'

test.each([
  ['', 1, 1],
  ['{"a": 1,}', 1, 9],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['[1, 2', 1, 6],
  ["{'a': 1}", 1, 2],
  ['[1,,2]', 1, 4],
  ['{} {}', 1, 4],
  ['{"a" 1}', 1, 6],
  ['[1}', 1, 3],
  ['"open', 1, 1],
  ['[01]', 1, 3],
  ['nul', 1, 1],
])('%j stops being JSON at line %i, column %i', (text, line, column) => {
  expect(findJsonMistake(text)).toEqual({ line, column })
})

describe('it agrees with JSON.parse', () => {
  test('on every JSON document', () => {
    assert(
      property(json(), (text) => {
        expect(findJsonMistake(text)).toBeUndefined()
      }),
    )
  })
  test('on documents with one character changed', () => {
    const marks = constantFrom(...'{}[],:"\\ \n-01.eE+tfnu')
    assert(
      property(json(), nat(), marks, (text, at, mark) => {
        const place = at % text.length
        const changed = text.slice(0, place) + mark + text.slice(place + 1)
        expect(findJsonMistake(changed) === undefined).toBe(isJson(changed))
      }),
    )
  })
})

test('a collection is read line by line', () => {
  const type = 'application/vnd.akeneo.collection+json'
  expect(findBodyMistake(type, '{"code":"a"}\n\n{"code":"b"}')).toBeUndefined()
  expect(findBodyMistake(type, '{"code":"a"}\n{"code":}')).toEqual({ line: 2, column: 9 })
  expect(findBodyMistake('application/json', '{}\n{}')).toEqual({ line: 2, column: 1 })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
