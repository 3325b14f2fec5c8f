import { expect, test } from 'vitest'
import { findAddressProblem, readHeaders, writeHeaders } from './edited-request.ts'

const places = { pimUrl: 'https://my-pim.example.com', appUrl: 'http://localhost:8000' }

test('headers that are written and read are the same', () => {
  const headers = { accept: 'text/html', cookie: 'a=1; b="2:3"', 'x-empty': '' }
  expect(readHeaders(writeHeaders(headers))).toEqual({ ok: true, headers })
  expect(readHeaders('\n a: b')).toMatchObject({ ok: false })
  expect(readHeaders('accept: a\nAccept: b')).toMatchObject({ headers: { accept: 'a, b' } })
  expect(readHeaders('')).toEqual({ ok: true, headers: {} })
})

test.each([
  ['accept: a\nno colon', 'Line 2 of the headers is none'],
  [': value', 'Line 1 of the headers is none'],
  ['two words: value', 'Line 1 of the headers is none'],
  ['name: ✓', 'Line 1 of the headers has a character'],
  ['name: a\u0000b', 'Line 1 of the headers has a character'],
])('%j are no headers', (text, problem) => {
  const read = readHeaders(text)
  expect(read.ok ? '' : read.problem).toContain(problem)
})

test.each([
  ['https://my-pim.example.com/connect/apps/v1/authorize', 'pim', undefined],
  ['http://localhost:8000/activate', 'app', undefined],
  ['http://localhost:8000/activate', 'pim', 'goes to https://my-pim.example.com'],
  ['https://my-pim.example.com/x', 'app', 'goes to http://localhost:8000'],
  ['https://example.org/steal', 'pim', 'another host is not reached'],
  ['javascript:alert(1)', 'app', 'another host is not reached'],
  ['https://julia:secret@my-pim.example.com/x', 'pim', 'name and password'],
  ['', 'app', 'no address'],
  ['nonsense', 'pim', 'no address'],
] as const)('the address %j of a hop to the %s: %s', (url, to, problem) => {
  const found = findAddressProblem(url, to, places)
  if (problem === undefined) expect(found).toBeUndefined()
  else expect(found).toContain(problem)
})
