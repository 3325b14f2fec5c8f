import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFlash } from './flash.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function shown({ messages }: ReturnType<typeof createFlash>): string[] {
  return messages.value.map(({ text }) => text)
}

test('an error stays until something succeeds after it, a warning until it is dismissed', () => {
  const flash = createFlash()
  flash.show('warning', 'No room')
  flash.show('error', 'Not saved')
  vi.advanceTimersByTime(60_000)
  expect(shown(flash)).toEqual(['No room', 'Not saved'])
  flash.show('success', 'Saved')
  expect(shown(flash)).toEqual(['No room', 'Saved'])
  vi.advanceTimersByTime(8000)
  expect(shown(flash)).toEqual(['No room'])
  flash.dismiss(flash.messages.value[0]?.id ?? 0)
  expect(shown(flash)).toEqual([])
})

test('an error does not follow to another page, a success does', () => {
  const flash = createFlash()
  flash.show('error', 'Not saved')
  flash.show('success', 'Deleted')
  flash.show('error', 'No image')
  flash.show('warning', 'No room')
  flash.turnPage()
  expect(shown(flash)).toEqual(['Deleted', 'No room'])
})

test('the same is never told twice at once, and there are never more than four', () => {
  const flash = createFlash()
  for (const text of ['a', 'b', 'a', 'c', 'd', 'e']) flash.show('error', text)
  expect(shown(flash)).toEqual(['a', 'c', 'd', 'e'])
})
