import { expect, test } from 'vitest'
import { createStoredApp } from './stored-app.ts'

function memory(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage
}

test('source and credentials come back, each from its own storage', () => {
  const [local, session] = [memory(), memory()]
  const stored = createStoredApp({ local, session })
  expect(stored.readSource()).toBeUndefined()
  expect(stored.readSettings()).toEqual({ clientId: '', clientSecret: '' })
  stored.writeSource('edited')
  stored.writeSettings({ clientId: 'id', clientSecret: 'secret' })

  const again = createStoredApp({ local, session })
  expect(again.readSource()).toBe('edited')
  expect(again.readSettings()).toEqual({ clientId: 'id', clientSecret: 'secret' })
  const inAnotherTab = createStoredApp({ local, session: memory() })
  expect(inAnotherTab.readSettings()).toEqual({ clientId: '', clientSecret: '' })

  again.writeSource(undefined)
  expect(again.readSource()).toBeUndefined()
})

test('what is stored by somebody else, or cannot be stored, does no harm', () => {
  const session = memory()
  for (const text of ['{', '1', '{"clientId":3}', '[]']) {
    session.setItem('playground-app-settings', text)
    expect(createStoredApp({ local: undefined, session }).readSettings()).toEqual({
      clientId: '',
      clientSecret: '',
    })
  }
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
    removeItem: () => undefined,
  } as unknown as Storage
  const stored = createStoredApp({ local: full, session: full })
  expect(() => stored.writeSource('edited')).not.toThrow()
  expect(() =>
    createStoredApp({ local: undefined, session: undefined }).writeSource('a'),
  ).not.toThrow()
})
