import { expect, test } from 'vitest'
import { codeLife } from './code-life.ts'
import type { Exchange } from './exchange.ts'

const request = { method: 'POST', url: 'https://my-pim.example.com/token', headers: {}, body: '' }
const confirm: Exchange = {
  id: '1',
  from: 'browser',
  to: 'pim',
  at: '2024-01-01T00:00:00.000Z',
  durationMs: 0,
  request,
  response: { status: 200, headers: {}, body: '{"redirectUrl":"http://localhost:8000/?code=abc"}' },
  checks: [],
  title: '',
  part: 'flow',
}
const start = Date.parse(confirm.at)

test('the life of a code counts down from the answer that gave it out', () => {
  const callback = { ...request, url: 'http://localhost:8000/callback?code=abc' }
  expect(codeLife(callback, [confirm], start)).toBe(30)
  expect(codeLife({ ...request, body: 'code=abc&x=1' }, [confirm], start + 12_400)).toBe(18)
  expect(codeLife(callback, [confirm], start + 40_000)).toBe(0)
})

test('a request without a code, or with one that nobody gave out, has no life', () => {
  expect(codeLife(request, [confirm], start)).toBeUndefined()
  expect(codeLife({ ...request, body: 'code=other' }, [confirm], start)).toBeUndefined()
})
