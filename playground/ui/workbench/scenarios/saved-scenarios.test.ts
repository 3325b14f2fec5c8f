import { expect, test } from 'vitest'
import { defaultScenario } from '../../../pim/index.ts'
import { readJson } from './read-json.ts'
import { readSaved, refuseName, writeSaved, type SavedScenario } from './saved-scenarios.ts'

const saved: SavedScenario = {
  name: 'Mine',
  at: '2024-05-06T07:08:09.000Z',
  scenario: defaultScenario,
}

test('what is kept comes back', () => {
  let kept = ''
  expect(writeSaved({ setItem: (_key, text) => (kept = text) }, [saved])).toBeUndefined()
  expect(readSaved({ getItem: () => kept })).toEqual({ ok: true, saved: [saved] })
  expect(readSaved({ getItem: () => null })).toEqual({ ok: true, saved: [] })
  expect(readSaved(undefined)).toEqual({ ok: true, saved: [] })
})

test.each(['{', '{}', '[1]', '[{"name":"x"}]'])('%s in the storage is a problem', (text) => {
  expect(readSaved({ getItem: () => text })).toMatchObject({ ok: false })
})

test('full, blocked and missing storage each have their sentence', () => {
  const refusing = (error: Error) => ({
    setItem: () => {
      throw error
    },
  })
  const full = new DOMException('no room', 'QuotaExceededError')
  expect(writeSaved(refusing(full), [saved])).toMatch(/^The storage of this browser is full/)
  expect(writeSaved(refusing(new Error('no')), [saved])).toMatch(/^This browser refused/)
  expect(writeSaved(undefined, [saved])).toMatch(/gives the page no storage/)
})

test('names are given, short and different', () => {
  expect(refuseName(' ', [])).toBe('Give it a name.')
  expect(refuseName('x'.repeat(81), [])).toMatch(/at most 80/)
  expect(refuseName(' Mine ', [saved])).toMatch(/already/)
  expect(refuseName('Mine', [saved], 'Mine')).toBeUndefined()
})

test('what is no JSON is told with its place', () => {
  expect(readJson('{"a": 1}')).toEqual({ ok: true, value: { a: 1 } })
  expect(readJson(' ')).toEqual({ ok: false, problem: 'it is empty' })
  expect(readJson('{\n  "a": 1,\n')).toMatchObject({
    problem: expect.stringContaining('line 3') as string,
  })
  expect(readJson('{\n  "a" 1\n}')).toMatchObject({
    problem: expect.stringContaining('line 2') as string,
  })
})
