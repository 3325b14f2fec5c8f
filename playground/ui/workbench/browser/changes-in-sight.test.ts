import { expect, test, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { changesInSight } from './changes-in-sight.ts'

function source() {
  const listeners = new Set<(changed?: ReadonlySet<string>) => void>()
  return {
    listeners,
    changes(listener: (changed?: ReadonlySet<string>) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (changed?: ReadonlySet<string>) => listeners.forEach((listener) => listener(changed)),
  }
}

test('what is in sight is told of each change', () => {
  const { changes, tell } = source()
  const listener = vi.fn()
  changesInSight(changes, () => true)(listener)
  tell()
  tell(new Set(['roles']))
  expect(listener.mock.calls).toEqual([[undefined], [new Set(['roles'])]])
})

test('what is out of sight is told once, when it comes to sight again, and only if anything changed', async () => {
  const { changes, tell } = source()
  const isInSight = shallowRef(false)
  const listener = vi.fn()
  changesInSight(changes, () => isInSight.value)(listener)
  tell()
  tell()
  expect(listener).not.toHaveBeenCalled()
  isInSight.value = true
  await nextTick()
  expect(listener).toHaveBeenCalledTimes(1)
  isInSight.value = false
  await nextTick()
  isInSight.value = true
  await nextTick()
  expect(listener).toHaveBeenCalledTimes(1)
})

test('who stops is told of nothing more', async () => {
  const { changes, tell, listeners } = source()
  const isInSight = shallowRef(false)
  const listener = vi.fn()
  const stop = changesInSight(changes, () => isInSight.value)(listener)
  tell()
  stop()
  isInSight.value = true
  await nextTick()
  expect(listener).not.toHaveBeenCalled()
  expect(listeners.size).toBe(0)
})
