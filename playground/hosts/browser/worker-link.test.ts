import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWorkerLink } from './worker-link.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A link whose worker starts when the test says so. */
function link() {
  let answer: (answers: boolean) => void = () => undefined
  const started = new Promise<boolean>((resolve) => (answer = resolve))
  const start = vi.fn(() => started)
  const created = createWorkerLink(start)
  const told: string[] = []
  created.onTransport((transport) => told.push(transport))
  return { ...created, start, answer, told, transport: () => created.transport }
}

test('the worker is started once, and calls pass it from when it answers', async () => {
  const { intercept, start, answer, told, transport } = link()
  const first = intercept()
  const second = intercept()
  expect(transport()).toBe('direct')
  expect(told).toEqual([])
  answer(true)
  expect(await Promise.all([first, second])).toEqual(['worker', 'worker'])
  expect(start).toHaveBeenCalledTimes(1)
  expect(told).toEqual(['worker'])
})

test('where no worker can answer, that is known at once', async () => {
  const { intercept, answer, told } = link()
  answer(false)
  expect(await intercept()).toBe('direct')
  expect(told).toEqual(['direct'])
})

test('a worker that takes 15 seconds is waited for', async () => {
  const { intercept, answer, told } = link()
  const asked = intercept()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(told).toEqual([])
  answer(true)
  expect(await asked).toBe('worker')
})

test('a worker that comes after the page did without it is taken all the same', async () => {
  const { intercept, answer, told, transport } = link()
  const asked = intercept()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await asked).toBe('direct')
  expect(told).toEqual(['direct'])
  answer(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(transport()).toBe('worker')
  expect(told).toEqual(['direct', 'worker'])
})

test('a worker that answers no more is told of, also to who asks later', async () => {
  const { intercept, lose, answer, told, onTransport } = link()
  answer(true)
  await intercept()
  lose()
  expect(told).toEqual(['worker', 'direct'])
  const later: string[] = []
  const stop = onTransport((transport) => later.push(transport))
  expect(later).toEqual(['direct'])
  stop()
})
