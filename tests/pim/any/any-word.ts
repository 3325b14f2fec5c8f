import * as fc from 'fast-check'
import type { Word } from './draft.ts'
import { hostileText } from './hostile.ts'

/** Mostly a word that fits its place. */
export const anyWord: fc.Arbitrary<Word> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ known: 0 }) },
  { weight: 4, arbitrary: fc.record({ known: fc.nat(30) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      near: fc.nat(3),
      at: fc.nat(90),
      how: fc.constantFrom('other', 'less', 'more', 'case'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ text: hostileText }) },
)

/** A token or a client's secret: nearly always the right one. */
export const anyCredential: fc.Arbitrary<Word> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ known: 0 }) },
  { weight: 1, arbitrary: anyWord },
)
