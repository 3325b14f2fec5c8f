import { expect, test } from 'vitest'
import { createKnownCredentials, readShownCredentials } from './credentials.ts'

function memoryStorage(initial: Record<string, string> = {}): Storage {
  const items = new Map(Object.entries(initial))
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } as Storage
}

test('what was remembered is known in the next page of the same tab', () => {
  const storage = memoryStorage()
  createKnownCredentials(storage).remember({ clientId: 'a', clientSecret: 's' })
  const known = createKnownCredentials(storage)
  expect(known.newest()).toBe('a')
  expect(known.secretOf('a')).toBe('s')
  expect(known.secretOf('b')).toBeUndefined()
})

test('a new secret replaces the old one and makes its app the newest', () => {
  const known = createKnownCredentials(undefined)
  known.remember({ clientId: 'a', clientSecret: '1' })
  known.remember({ clientId: 'b', clientSecret: '2' })
  known.remember({ clientId: 'a', clientSecret: '3' })
  expect(known.newest()).toBe('a')
  expect(known.secretOf('a')).toBe('3')
  known.forget()
  expect(known.newest()).toBeUndefined()
})

test('broken or foreign storage is as good as none', () => {
  for (const stored of ['{', '"x"', '[1, {"clientId": 2}]']) {
    expect(createKnownCredentials(memoryStorage({ 'playground-app': stored })).newest()).toBe(
      undefined,
    )
  }
})

test('full storage does not lose what was just shown', () => {
  const full = memoryStorage()
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const known = createKnownCredentials(full)
  known.remember({ clientId: 'a', clientSecret: 's' })
  expect(known.secretOf('a')).toBe('s')
})

test('only a new app and a new secret show credentials', () => {
  const shown = { clientId: 'a', clientSecret: 's' }
  expect(readShownCredentials('POST', '/rest/custom-apps', shown)).toEqual(shown)
  expect(readShownCredentials('POST', '/rest/custom-apps/a/secret', 'new')).toEqual({
    clientId: 'a',
    clientSecret: 'new',
  })
  expect(readShownCredentials('GET', '/rest/custom-apps/a/secret', '****')).toBeUndefined()
  expect(readShownCredentials('POST', '/rest/custom-apps', { errors: [] })).toBeUndefined()
})
