import { expect, test } from 'vitest'
import { appThreads, mainThreadOf, readSpent, type TraceEvent } from './read-trace.ts'

function event(name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'X', pid: 1, tid: 2, ts, dur, tdur: dur, args: {}, ...more }
}

test('time inside an event counts once, for what it is spent on', () => {
  const spent = readSpent([
    event('RunTask', 0, 10_000),
    event('FunctionCall', 1_000, 8_000),
    event('RunMicrotasks', 2_000, 3_000),
    event('Layout', 6_000, 2_000),
    event('something of no kind', 3_000, 1_000),
    event('RunTask', 20_000, 1_000),
    event('Paint', 20_000, 500),
  ])
  expect(spent).toEqual({
    scripts: 6,
    'styles and layout': 2,
    painting: 0.5,
    'the rest': 2.5,
  })
})

test('time in which the thread waited for the processor does not count', () => {
  expect(readSpent([event('FunctionCall', 0, 9_000, { tdur: 2_000 })]).scripts).toBe(2)
})

test('the main thread is found by the address of its page', () => {
  const data = { frames: [{ url: 'http://localhost:1/playground.html', processId: 7 }] }
  const events = [
    event('TracingStartedInBrowser', 0, 0, { ph: 'I', args: { data } }),
    event('thread_name', 0, 0, { ph: 'M', pid: 7, tid: 3, args: { name: 'CrRendererMain' } }),
    event('FunctionCall', 0, 1, { pid: 7, tid: 3 }),
    event('FunctionCall', 0, 1, { pid: 8, tid: 3 }),
  ]
  const isMain = mainThreadOf(events, 'http://localhost:1/')
  expect(events.filter(isMain).map(({ name }) => name)).toEqual(['thread_name', 'FunctionCall'])
  expect(() => mainThreadOf(events, 'http://localhost:2/')).toThrow('no page at')
})

test('the threads of the app are those of the processes in which a worker runs', () => {
  const thread = (pid: number, tid: number, name: string) =>
    event('thread_name', 0, 0, { ph: 'M', pid, tid, args: { name } })
  const events = [
    thread(1, 1, 'CrRendererMain'),
    thread(1, 2, 'ServiceWorker thread'),
    thread(2, 3, 'CrRendererMain'),
    thread(2, 4, 'DedicatedWorker thread'),
    thread(2, 5, 'Compositor'),
  ]
  const found = appThreads(events).flatMap((isOne) => events.filter(isOne))
  expect(found.map(({ tid }) => tid)).toEqual([3, 4])
})
