import { expect, test } from 'vitest'
import { codeLife, codeOf } from './code-life.ts'

const request = { method: 'POST', url: 'https://my-pim.example.com/token', headers: {}, body: '' }
const start = Date.parse('2024-01-01T00:00:00.000Z')
const issued = {
  code: 'abc',
  clientId: 'x',
  username: 'julia',
  redirectUri: 'http://localhost:8000/',
  expiresAt: start + 30_000,
}
const state = { authorizationCodes: [issued], clock: { offset: 0, frozenAt: null } }
const callback = { ...request, url: 'http://localhost:8000/callback?code=abc' }

test('the life of a code counts down to the moment at which the PIM lets it expire', () => {
  expect(codeLife(callback, state, start)).toBe(30)
  expect(codeLife({ ...request, body: 'code=abc&x=1' }, state, start + 12_400)).toBe(18)
  expect(codeLife(callback, state, start + 40_000)).toBe(0)
})

test('it counts on the clock of the PIM, ahead of that of the machine or stopped', () => {
  const ahead = { ...state, clock: { offset: 20_000, frozenAt: null } }
  expect(codeLife(callback, ahead, start)).toBe(10)
  const stopped = { ...state, clock: { offset: 0, frozenAt: start + 5_000 } }
  expect(codeLife(callback, stopped, start + 99_000)).toBe(25)
})

test('a code that was never given out, is a part of one, or is redeemed has no life', () => {
  expect(codeLife(request, state, start)).toBeUndefined()
  expect(codeLife({ ...request, body: 'code=ab' }, state, start)).toBeUndefined()
  expect(codeLife(callback, { ...state, authorizationCodes: [] }, start)).toBeUndefined()
})

test.each([
  ['{"code":"abc"}', 'abc'],
  ['{"code":5}', '5'],
  ['null', ''],
  ['{', ''],
])('the code in the JSON %s is %j', (body, code) => {
  expect(codeOf({ ...request, headers: { 'Content-Type': 'application/json' }, body })).toBe(code)
})
