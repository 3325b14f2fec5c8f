import { expect, test } from 'vitest'
import { createStepper, HopCancelledError } from './stepper.ts'

const request = { method: 'GET', url: 'http://localhost:8000/', headers: {}, body: '' }
const hop = { from: 'browser', to: 'app', request, title: 'Activate the app' } as const

function open(mode: 'run' | 'step') {
  let changes = 0
  const stepper = createStepper(() => (changes += 1))
  stepper.setMode(mode)
  return { stepper, changes: () => changes }
}

test('in run mode nothing is held', async () => {
  const { stepper } = open('run')
  expect(await stepper.before(hop)).toBe(request)
  expect(stepper.pending()).toBeUndefined()
})

test('in step mode a hop is held until it is sent', async () => {
  const { stepper, changes } = open('step')
  const before = changes()
  const sent = stepper.before(hop)
  expect(stepper.pending()).toMatchObject({ title: 'Activate the app' })
  expect(changes()).toBe(before + 1)
  stepper.send()
  expect(await sent).toBe(request)
  expect(stepper.pending()).toBeUndefined()
})

test('an edited request is the one that is sent', async () => {
  const { stepper } = open('step')
  const sent = stepper.before(hop)
  stepper.send({ ...request, url: 'http://localhost:8000/other' })
  expect((await sent).url).toBe('http://localhost:8000/other')
})

test('a cancelled hop rejects and the next one is held', async () => {
  const { stepper } = open('step')
  const first = stepper.before(hop)
  const second = stepper.before({ ...hop, title: 'Second' })
  const rejected = expect(first).rejects.toThrow(HopCancelledError)
  stepper.cancel()
  await rejected
  expect(stepper.pending()?.title).toBe('Second')
  stepper.send()
  await second
})

test('changing to run mode sends everything that is held', async () => {
  const { stepper } = open('step')
  const sent = [stepper.before(hop), stepper.before(hop)]
  stepper.setMode('run')
  expect(await Promise.all(sent)).toHaveLength(2)
  expect(stepper.pending()).toBeUndefined()
})

test('sending with nothing held does nothing', () => {
  const { stepper } = open('step')
  stepper.send()
  stepper.cancel()
  expect(stepper.pending()).toBeUndefined()
})

test('a refusal is held back until it is passed on or undone', async () => {
  const { stepper } = open('step')
  const refused = { ...hop, refusal: { exchangeId: '7', status: 400 } }
  const first = stepper.after(refused)
  expect(stepper.pending()).toMatchObject(refused)
  stepper.send()
  expect(await first).toBe('deliver')
  const second = stepper.after(refused)
  stepper.again()
  expect(await second).toBe('again')
  const third = stepper.after(refused)
  stepper.setMode('run')
  expect(await third).toBe('deliver')
  expect(await stepper.after(refused)).toBe('deliver')
})

test('a hop for which nobody waits any more is not held, and its refusal is delivered', async () => {
  const { stepper } = open('step')
  const leaving = new AbortController()
  const sent = stepper.before(hop, leaving.signal)
  leaving.abort()
  await expect(sent).rejects.toThrow(HopCancelledError)
  await expect(stepper.before(hop, leaving.signal)).rejects.toThrow(HopCancelledError)
  const later = new AbortController()
  const refused = stepper.after(hop, later.signal)
  const next = stepper.before(hop)
  later.abort()
  expect(await refused).toBe('deliver')
  stepper.send()
  expect(await next).toBe(request)
})
