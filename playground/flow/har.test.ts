import { expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { toHar } from './har.ts'

const exchange: Exchange = {
  id: '1',
  from: 'browser',
  to: 'app',
  at: '2026-01-02T03:04:05.000Z',
  durationMs: 7,
  title: 'Bring the code to the app',
  part: 'flow',
  checks: [],
  request: {
    method: 'GET',
    url: 'http://localhost:8000/callback?code=0123456789abcdef&state=s',
    headers: { accept: 'text/html' },
    body: '',
  },
  response: {
    status: 302,
    headers: { location: '/done', 'set-cookie': 'a=0123456789\nb=9876543210' },
    body: 'é',
  },
}

function entryOf(isRevealed: boolean) {
  return JSON.parse(toHar([exchange], isRevealed)).log.entries[0]
}

test('an exchange becomes an entry with both messages, lengths in bytes', () => {
  expect(entryOf(true)).toMatchObject({
    startedDateTime: '2026-01-02T03:04:05.000Z',
    time: 7,
    comment: 'Bring the code to the app',
    request: {
      method: 'GET',
      url: exchange.request.url,
      queryString: [
        { name: 'code', value: '0123456789abcdef' },
        { name: 'state', value: 's' },
      ],
      bodySize: 0,
    },
    response: { status: 302, redirectURL: '/done', content: { size: 2, text: 'é' } },
  })
  expect(entryOf(true).response.headers).toContainEqual({
    name: 'set-cookie',
    value: 'b=9876543210',
  })
})

test('secrets are masked unless they are shown', () => {
  const text = toHar([exchange], false)
  expect(text).not.toContain('0123456789')
  expect(text).toContain('state=s')
})

test('a form is the data of its request, and an exchange without an answer is left out', () => {
  const { response: _, ...open } = exchange
  const form = {
    ...exchange,
    request: {
      method: 'POST',
      url: 'http://localhost:8000/',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'a=1',
    },
  }
  const { entries } = JSON.parse(toHar([open, form], true)).log
  expect(entries).toHaveLength(1)
  expect(entries[0].request.postData).toEqual({
    mimeType: 'application/x-www-form-urlencoded',
    text: 'a=1',
  })
})
