import { expect, test } from 'vitest'
import { widgets } from '../index.ts'
import recorded from './exchanges.json' with { type: 'json' }
import { recordAll, recordings } from './recordings.ts'

/** These compute in the page and exchange nothing with the PIM. */
const silent = new Set(['challenge-lab', 'flow-type-chooser'])

test('the exchanges that articles show are those that the PIM answers with today', async () => {
  const recordedNow = `${JSON.stringify(await recordAll(), null, 2)}\n`
  // Where the PIM is meant to answer in another way, Vitest's option `-u` writes the file.
  await expect(recordedNow).toMatchFileSnapshot('./exchanges.json')
}, 60_000)

test('every widget that talks to the PIM is recorded', () => {
  const names = Object.keys(widgets).filter((name) => !silent.has(name))
  expect(Object.keys(recordings).toSorted()).toEqual(names.toSorted())
})

test('no secret stands in what is recorded', () => {
  const text = JSON.stringify(recorded)
  expect(text).not.toMatch(/Bearer [\w-]{20}/)
  expect(text).not.toMatch(/Basic [\w+/=-]{20}/)
  expect(text).not.toMatch(
    /"(access_token|refresh_token|password|secret|clientSecret)\\*": \\*"[^•"\\]/,
  )
})
