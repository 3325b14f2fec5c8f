import { expect, test } from 'vitest'
import { fieldsOf, parseDocument } from './json-document.ts'

test('a document may be nested 512 times, not more, whatever its texts have in them', () => {
  const nested = (times: number) => `${'['.repeat(times)}${']'.repeat(times)}`
  expect(parseDocument(nested(512))).toBeDefined()
  expect(parseDocument(nested(513))).toBeUndefined()
  expect(parseDocument(`{"a":${nested(512)}}`)).toBeUndefined()
  expect(parseDocument(JSON.stringify('{['.repeat(1000)))).toBe('{['.repeat(1000))
  expect(parseDocument('{')).toBeUndefined()
})

test('an object tells its own properties, a list the first of its places', () => {
  expect(fieldsOf(JSON.parse('{"b":1,"__proto__":2}'))).toEqual(
    new Map([
      ['b', 1],
      ['__proto__', 2],
    ]),
  )
  expect(fieldsOf(['x'])).toEqual(new Map([['0', 'x']]))
  expect(fieldsOf(Array.from({ length: 1000 }))?.size).toBe(100)
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`p${index}`, 1]))
  expect(fieldsOf(many)?.size).toBe(10_000)
  expect(fieldsOf(null)).toBeUndefined()
  expect(fieldsOf('text')).toBeUndefined()
})
