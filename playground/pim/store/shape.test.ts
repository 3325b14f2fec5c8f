import { expect, test } from 'vitest'
import {
  anything,
  findMismatch,
  flag,
  integer,
  listOf,
  mapOf,
  nullable,
  openRecordOf,
  optional,
  recordOf,
  text,
  word,
  type Shape,
} from './shape.ts'

interface Boat {
  readonly name: string
  readonly crew: number
}

const boat = recordOf<Boat>({ name: text, crew: integer(0, 9) })

test.each<[Shape, unknown]>([
  [text, ''],
  [flag, false],
  [integer(0, 9), 9],
  [word('one', 'two'), 'two'],
  [nullable(text), null],
  [listOf(text), []],
  [mapOf(listOf(flag)), { a: [true], b: [] }],
  [boat, { name: 'Avocet', crew: 3 }],
  [openRecordOf<Boat>({ name: text }), { name: 'Avocet', further: 1 }],
  [anything, undefined],
  [{ kind: 'text', pattern: /^[a-z]+$/ }, 'abc'],
])('%j takes %j', (shape, value) => {
  expect(findMismatch(shape, value)).toBeUndefined()
})

test.each<[Shape, unknown, string, string]>([
  [text, 7, '', 'Expected a string, found 7'],
  [flag, 'true', '', 'Expected true or false, found "true"'],
  [integer(0, 9), 10, '', 'Expected an integer from 0 to 9, found 10'],
  [integer(0, 9), 1.5, '', 'Expected an integer from 0 to 9, found 1.5'],
  [integer(0, 9), Number.NaN, '', 'Expected an integer from 0 to 9, found NaN'],
  [word('one', 'two'), 'three', '', 'Expected one of one, two, found "three"'],
  [nullable(text), [], '', 'Expected a string, found a list'],
  [listOf(text), { length: 0 }, '', 'Expected a list, found an object'],
  [listOf(text), ['a', null], '/1', 'Expected a string, found null'],
  [mapOf(text), { 'a/b~c': 1 }, '/a~1b~0c', 'Expected a string, found 1'],
  [mapOf(text), 'x', '', 'Expected an object, found "x"'],
  [boat, null, '', 'Expected an object, found null'],
  [boat, { name: 'Avocet' }, '/crew', 'Is missing'],
  [boat, { name: 'A', crew: 1, flag: 'x' }, '/flag', 'Is not known; known are name, crew'],
  [openRecordOf<Boat>({ name: text }), {}, '/name', 'Is missing'],
  [{ kind: 'text', pattern: /^[a-z]+$/ }, 'A', '', 'Expected a string like ^[a-z]+$'],
  [text, { a: 'x'.repeat(100) }, '', 'Expected a string, found an object'],
  [flag, 'x'.repeat(100), '', `Expected true or false, found "${'x'.repeat(37)}…"`],
])('%j refuses %j', (shape, value, pointer, message) => {
  expect(findMismatch(shape, value)).toEqual({ pointer, message })
})

test('an inherited property does not stand for a missing one', () => {
  const heir = Object.create({ name: 'Avocet', crew: 1 }) as unknown
  expect(findMismatch(boat, heir)).toEqual({ pointer: '/name', message: 'Is missing' })
})

test('an optional field may be missing; what is there must be of its shape', () => {
  const shape = recordOf<Boat>({ name: text, crew: optional(integer(0, 9)) })
  expect(findMismatch(shape, { name: 'Avocet' })).toBeUndefined()
  expect(findMismatch(shape, { name: 'Avocet', crew: 2 })).toBeUndefined()
  expect(findMismatch(shape, { name: 'Avocet', crew: 'two' })?.pointer).toBe('/crew')
  expect(findMismatch(shape, { crew: 2 })).toEqual({ pointer: '/name', message: 'Is missing' })
})
