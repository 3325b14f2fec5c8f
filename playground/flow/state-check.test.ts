import { expect, test } from 'vitest'
import type { Exchange } from './exchange.ts'
import { compareState } from './state-check.ts'

function exchange(id: string, to: 'app' | 'pim', url: string): Exchange {
  return { id, to, request: { method: 'GET', url, headers: {}, body: '' } } as Exchange
}

const authorize = 'https://my-pim.example.com/connect/apps/v1/authorize'
const callback = 'http://localhost:8000/callback'
const flow = [
  exchange('1', 'pim', `${authorize}?state=old`),
  exchange('2', 'pim', `${authorize}?state=mine`),
  exchange('3', 'app', `${callback}?code=c&state=mine`),
  exchange('4', 'pim', `${authorize}?state=later`),
]

test('the state that comes back is put beside the last one given before', () => {
  expect(compareState(flow[2]!, flow)).toEqual({ given: 'mine', returned: 'mine' })
  const tampered = exchange('3', 'app', `${callback}?code=c`)
  expect(compareState(tampered, flow)).toEqual({ given: 'mine', returned: '' })
})

test('what the app gave counts, not what an edited authorization request said', () => {
  const response = { status: 302, headers: { location: `${authorize}?state=mine` }, body: '' }
  const activate = { ...exchange('0', 'app', 'http://localhost:8000/activate'), response }
  const edited = exchange('1', 'pim', `${authorize}?state=edited`)
  const held = exchange('', 'app', `${callback}?code=c&state=edited`)
  expect(compareState(held, [activate, edited])).toEqual({ given: 'mine', returned: 'edited' })
})

test('a request that is still held is compared with all that was sent', () => {
  const held = exchange('', 'app', `${callback}?code=c&state=later`)
  expect(compareState(held, flow)).toEqual({ given: 'later', returned: 'later' })
})

test('other requests have nothing to compare', () => {
  expect(compareState(flow[0]!, flow)).toBeUndefined()
  expect(compareState(exchange('5', 'app', callback), flow)).toBeUndefined()
  expect(compareState(flow[2]!, [flow[2]!])).toBeUndefined()
})
