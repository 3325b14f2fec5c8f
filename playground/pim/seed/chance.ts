/** Chance that can be repeated: the same numbers for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number
  between(least: number, most: number): number
  pick<Item>(items: readonly Item[]): Item
  /** A UUID v4. */
  uuid(): string
}

/** Numbers by mulberry32: small, and good enough for a demo catalogue. */
export function createChance(seed: number): Chance {
  let state = seed

  function next(): number {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  const below = (limit: number): number => Math.floor(next() * limit)

  return {
    below,
    between: (least, most) => least + next() * (most - least),
    pick: (items) => items[below(items.length)]!,
    uuid() {
      const bytes = Array.from({ length: 16 }, () => below(256))
      bytes[6] = (bytes[6]! & 0x0f) | 0x40
      bytes[8] = (bytes[8]! & 0x3f) | 0x80
      const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
      return [0, 8, 12, 16, 20].map((at, n, all) => hex.slice(at, all[n + 1])).join('-')
    },
  }
}

/** A chance that belongs to a code: the same for the same code, whatever else there is. */
export function chanceOf(code: string): Chance {
  // FNV-1a
  let hash = 0x81_1c_9d_c5
  for (const unit of code) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01_00_01_93)
  return createChance(hash)
}
