import type { PimOptions } from '../../playground/pim/index.ts'

/** A standing clock, numbered ids and reproducible chance: two PIMs with one each answer alike. */
export function deterministic(): Required<Pick<PimOptions, 'now' | 'newId' | 'random'>> {
  let ids = 0
  let seed = 1
  return {
    now: () => Date.UTC(2024, 4, 6, 12, 0, 0),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    random: (length) => Uint8Array.from({ length }, () => (seed = (seed * 48271) % 0x7fffffff)),
  }
}
