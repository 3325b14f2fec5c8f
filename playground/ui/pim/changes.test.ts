import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createChanges } from './changes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function createSource() {
  const listeners = new Set<(changed?: ReadonlySet<string>) => void>()
  return {
    listeners,
    listen(listener: (changed?: ReadonlySet<string>) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(...names: string[]) {
      for (const listener of listeners) listener(names.length > 0 ? new Set(names) : undefined)
    },
  }
}

test('several changes that come together are told once', () => {
  const source = createSource()
  const changes = createChanges(source.listen)
  const told = vi.fn()
  changes.subscribe(told)
  source.change()
  source.change()
  expect(told).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(told).toHaveBeenCalledTimes(1)
  source.change()
  vi.runAllTimers()
  expect(told).toHaveBeenCalledTimes(2)
})

test('whoever depends on some collections is told of those, and of what nobody names', () => {
  const source = createSource()
  const changes = createChanges(source.listen)
  const told = vi.fn()
  changes.subscribe(told, ['users', 'roles'])
  source.change('connections')
  vi.runAllTimers()
  expect(told).not.toHaveBeenCalled()
  source.change('connections')
  source.change('roles', 'accessTokens')
  vi.runAllTimers()
  expect(told).toHaveBeenCalledTimes(1)
  source.change('connections')
  source.change()
  source.change('connections')
  vi.runAllTimers()
  expect(told).toHaveBeenCalledTimes(2)
  source.change('connections')
  vi.runAllTimers()
  expect(told).toHaveBeenCalledTimes(2)
})

test('whoever unsubscribed is told nothing', () => {
  const source = createSource()
  const changes = createChanges(source.listen)
  const told = vi.fn()
  changes.subscribe(told)()
  source.change()
  vi.runAllTimers()
  expect(told).not.toHaveBeenCalled()
})

test('nothing is told after the end, and the source is left', () => {
  const source = createSource()
  const changes = createChanges(source.listen)
  const told = vi.fn()
  changes.subscribe(told)
  source.change()
  changes.stop()
  vi.runAllTimers()
  expect(told).not.toHaveBeenCalled()
  expect(source.listeners.size).toBe(0)
})

test('without a source nobody is told', () => {
  const changes = createChanges()
  const told = vi.fn()
  changes.subscribe(told)
  changes.stop()
  vi.runAllTimers()
  expect(told).not.toHaveBeenCalled()
})
