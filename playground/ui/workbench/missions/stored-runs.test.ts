import { expect, test } from 'vitest'
import { addSeen, noMissions, readMissions, writeMissions } from './stored-runs.ts'

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

test('what another tab saw of a run is added to it, but not what it saw before a reset', () => {
  const run = { start: ['app:1'], seen: { refusal: 'revoked:1' } }
  const elsewhere = { start: ['app:1'], seen: { products: 'app:1' } }
  expect(addSeen(run, elsewhere).seen).toEqual({ refusal: 'revoked:1', products: 'app:1' })
  expect(addSeen(run, { ...elsewhere, start: ['app:1', 'app:2'] })).toBe(run)
  expect(addSeen(run, undefined)).toBe(run)
})
