import { expect, test } from 'vitest'
import { canControl } from './worker.ts'

/** The workers of a page: which one controls it, and those that were registered. */
function workers(controller: object | null, ...registrations: Partial<Registration>[]) {
  const events = new EventTarget()
  const none = { active: null, waiting: null, installing: null }
  const container = {
    controller,
    getRegistrations: () =>
      Promise.resolve(registrations.map((each) => Object.assign({}, none, each))),
    addEventListener: events.addEventListener.bind(events),
  }
  return {
    container: container as unknown as ServiceWorkerContainer,
    claim: () => events.dispatchEvent(new Event('controllerchange')),
  }
}

type Registration = Record<'active' | 'waiting' | 'installing', { state: ServiceWorkerState }>

test('a page without a worker, and one that has its own, can be controlled', async () => {
  expect(await canControl(workers(null).container)).toBe(true)
  expect(await canControl(workers(null, {}).container)).toBe(true)
  const running = { active: { state: 'activated' } } as const
  expect(await canControl(workers({}, running).container)).toBe(true)
})

test('a page that was loaded past its running worker cannot', async () => {
  expect(await canControl(workers(null, { active: { state: 'activated' } }).container)).toBe(false)
})

test.each([
  { installing: { state: 'installing' } },
  { waiting: { state: 'installed' } },
  { active: { state: 'activating' } },
] as const)('a worker that another page has begun, %j, is waited for', async (registration) => {
  const { container, claim } = workers(null, registration)
  let answer: boolean | undefined
  const asked = canControl(container).then((can) => (answer = can))
  await new Promise((resolve) => setTimeout(resolve))
  expect(answer).toBe(undefined)
  claim()
  expect(await asked).toBe(true)
})
