import { expect, test } from 'vitest'
import { noMissions, readMissions, writeMissions } from './stored-runs.ts'

function storageWith(text: string | null) {
  let kept = text
  return { getItem: () => kept, setItem: (_key: string, value: string) => (kept = value) }
}

test('missions are read as they were written', () => {
  const storage = storageWith(null)
  expect(readMissions(storage)).toEqual(noMissions)
  const missions = {
    open: 'first-token',
    runs: { 'first-token': { start: ['app:1'], seen: { products: 'app:1' } } },
  }
  writeMissions(storage, missions)
  expect(readMissions(storage)).toEqual(missions)
})

test.each([
  '',
  'null',
  '[]',
  '{',
  '{"open":1,"runs":[]}',
  '{"runs":{"a":{"start":[1],"seen":{}}}}',
])('what is not as it was written counts as missing: %s', (text) => {
  expect(readMissions(storageWith(text))).toEqual(noMissions)
})

test('without a storage, or with a full one, nothing is thrown', () => {
  expect(readMissions(undefined)).toEqual(noMissions)
  const full = {
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(() => writeMissions(full, noMissions)).not.toThrow()
})
