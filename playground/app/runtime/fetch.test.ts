import { expect, test } from 'vitest'
import type { WireRequest, WireResponse } from '../protocol.ts'
import { createFetch } from './fetch.ts'

function network(answers: Record<string, Partial<WireResponse>>) {
  const sent: WireRequest[] = []
  const fetch = createFetch(async (request) => {
    sent.push(request)
    return { status: 200, headers: [], body: '', ...answers[new URL(request.url).pathname] }
  })
  return { sent, fetch }
}

const pim = 'https://my-pim.example.com'

test('form fields travel with their content type, and the answer is a response', async () => {
  const { sent, fetch } = network({ '/token': { status: 400, body: '{"error":"invalid_grant"}' } })
  const response = await fetch(`${pim}/token`, {
    method: 'POST',
    body: new URLSearchParams({ code: 'a b' }),
  })
  expect(sent[0]).toMatchObject({ method: 'POST', body: 'code=a+b' })
  expect(new Headers(sent[0]?.headers).get('content-type')).toContain('x-www-form-urlencoded')
  expect(response.ok).toBe(false)
  expect(response.url).toBe(`${pim}/token`)
  expect(await response.json()).toEqual({ error: 'invalid_grant' })
})

test('a redirect is followed, and after 303 with GET and without the body', async () => {
  const { sent, fetch } = network({
    '/a': { status: 303, headers: [['Location', '/b']] },
    '/b': { body: 'there' },
  })
  const response = await fetch(`${pim}/a`, { method: 'POST', body: 'x' })
  expect(await response.text()).toBe('there')
  expect(sent.map(({ method, body }) => [method, body])).toEqual([
    ['POST', 'x'],
    ['GET', ''],
  ])
})

test('redirects are handed over, refused, or cut at twenty', async () => {
  const { sent, fetch } = network({ '/a': { status: 302, headers: [['Location', '/a']] } })
  expect((await fetch(`${pim}/a`, { redirect: 'manual' })).status).toBe(302)
  await expect(fetch(`${pim}/a`, { redirect: 'error' })).rejects.toThrow('unexpected redirect')
  await expect(fetch(`${pim}/a`)).rejects.toThrow('redirect count exceeded')
  expect(sent).toHaveLength(1 + 1 + 21)
})

test('an answer that may have no body has none', async () => {
  const { fetch } = network({ '/none': { status: 204 } })
  expect((await fetch(`${pim}/none`)).body).toBeNull()
})

test('a request that is given up rejects with its reason, before and while it is sent', async () => {
  const { sent, fetch } = network({})
  const early = { signal: AbortSignal.abort(new Error('too late')) }
  await expect(fetch(`${pim}/a`, early)).rejects.toThrow('too late')
  expect(sent).toEqual([])

  const waiting = createFetch(() => new Promise(() => {}))
  const control = new AbortController()
  const answer = expect(waiting(`${pim}/a`, { signal: control.signal })).rejects.toThrow('enough')
  control.abort(new Error('enough'))
  await answer
})

test('a request made beforehand says itself how redirects are treated', async () => {
  const { fetch } = network({
    '/a': { status: 302, headers: [['location', '/b']] },
  })
  const response = await fetch(new Request(`${pim}/a`, { redirect: 'manual' }))
  expect(response.status).toBe(302)
  expect((await fetch(`${pim}/a`)).redirected).toBe(true)
})
