import { expect, it } from 'vitest'
import { createCall, readNothing } from './call.ts'
import { explainRefusal } from './explain-refusal.ts'
import { readRecord, readText } from './read.ts'

function callAgainst(response: Response) {
  const requests: Request[] = []
  const call = createCall(async (path, init) => {
    requests.push(new Request(new URL(path, 'https://pim.example.com'), init))
    return response
  })
  return { call, requests }
}

it('sends JSON as the PIM’s own pages do and reads the answer', async () => {
  const { call, requests } = callAgainst(Response.json({ url: 'https://app.example.com' }))
  const answer = await call('/rest/x', {
    method: 'POST',
    body: { a: 1 },
    read: (value) => readText(readRecord(value)['url']),
  })
  expect(answer).toEqual({ ok: true, value: 'https://app.example.com' })
  expect(requests[0]?.headers.get('X-Requested-With')).toBe('XMLHttpRequest')
  expect(await requests[0]?.json()).toEqual({ a: 1 })
})

it('tells why there is no value', async () => {
  const reasons = [401, 403, 404, 400, 422, 500].map(async (status) => {
    const answer = await callAgainst(new Response('', { status })).call('/x', { read: readNothing })
    return answer.ok ? 'ok' : answer.reason
  })
  expect(await Promise.all(reasons)).toEqual([
    'signed-out',
    'forbidden',
    'missing',
    'refused',
    'refused',
    'failed',
  ])
})

it('does not trust an answer of another shape, such as the page that a redirect led to', async () => {
  const { call } = callAgainst(new Response('<html></html>'))
  const answer = await call('/x', { read: readText })
  expect(answer).toMatchObject({ ok: false, reason: 'failed', status: 200 })
})

it('says that the PIM cannot be reached when the network fails', async () => {
  const call = createCall(() => Promise.reject(new TypeError('Failed to fetch')))
  const answer = await call('/x', { read: readNothing })
  if (answer.ok) throw new Error('The call succeeded')
  expect(explainRefusal(answer).join(' ')).toContain('cannot be reached')
})

it('adds the PIM’s own message to the explanation', () => {
  const body = { message: 'Connection with code "x" does not exist' }
  const texts = explainRefusal({ ok: false, reason: 'refused', status: 400, body })
  expect(texts).toHaveLength(2)
  expect(texts[1]).toBe('Connection with code "x" does not exist')
})
