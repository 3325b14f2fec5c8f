import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findAmong } from './found.ts'

const letters: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')

test('a part is cut from what meets the condition, however it is asked for', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(letters).map((keys) => keys.toSorted()),
      fc.option(fc.uniqueArray(letters), { nil: undefined }),
      fc.nat(8),
      fc.nat(8),
      fc.constantFrom('', 'a', 'bb', 'd', 'z'),
      (keys, wanted, skipped, limit, after) => {
        const found = findAmong(keys, wanted && ((key) => wanted.includes(key)))
        const all = wanted ? keys.filter((key) => wanted.includes(key)) : keys
        expect(found.count()).toBe(all.length)
        expect(found.page(skipped, limit)).toEqual(all.slice(skipped, skipped + limit))
        const behind = all.filter((key) => key > after)
        expect(found.behind(after, limit)).toEqual(behind.slice(0, limit))
      },
    ),
  )
})

test('no more is looked at than a page needs', () => {
  const seen: string[] = []
  const found = findAmong(['a', 'b', 'c', 'd', 'e'], (key) => {
    seen.push(key)
    return key !== 'b'
  })
  expect(found.page(1, 1)).toEqual(['c'])
  expect(seen).toEqual(['a', 'b', 'c'])
  seen.length = 0
  expect(found.behind('c', 1)).toEqual(['d'])
  expect(seen).toEqual(['d'])
})
