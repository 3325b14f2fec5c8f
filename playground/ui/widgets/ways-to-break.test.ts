import { expect, test } from 'vitest'
import { waysToBreak } from './ways-to-break.ts'

const get = (url: string) => ({ method: 'GET', url, headers: {}, body: '' })
const labels = (request: Parameters<typeof waysToBreak>[0]) =>
  waysToBreak(request).map(({ label }) => label)

test('a redirect with a code can carry a wrong state', () => {
  const [way] = waysToBreak(get('http://localhost:8000/callback?code=abc&state=mine'))
  expect(way).toMatchObject({ label: 'Wrong state', secondsLater: 0 })
  const changed = new URL(way?.request.url ?? '')
  expect(changed.searchParams.get('state')).not.toBe('mine')
  expect(changed.searchParams.get('code')).toBe('abc')
})

test('a token request can carry a wrong challenge or code, or come late', () => {
  const request = {
    method: 'POST',
    url: 'https://my-pim.example.com/connect/apps/v1/oauth2/token',
    headers: {},
    body: 'client_id=x&code=abc0&code_identifier=id&code_challenge=00ff',
  }
  expect(labels(request)).toEqual([
    'Wrong challenge',
    'Expired code (31 seconds later)',
    'Wrong code',
  ])
  const [challenge, expired, code] = waysToBreak(request)
  const fieldsOf = (body = '') => Object.fromEntries(new URLSearchParams(body))
  expect(fieldsOf(challenge?.request.body)).toEqual({
    ...fieldsOf(request.body),
    code_challenge: '00f0',
  })
  expect(expired).toMatchObject({ request, secondsLater: 31 })
  expect(fieldsOf(code?.request.body)).toEqual({ ...fieldsOf(request.body), code: 'abc1' })
})

test('nothing of another request is broken', () => {
  expect(labels(get('http://localhost:8000/activate?pim_url=https%3A%2F%2Fpim'))).toEqual([])
  expect(labels(get('https://my-pim.example.com/connect/apps/v1/authorize?state=x'))).toEqual([])
})
