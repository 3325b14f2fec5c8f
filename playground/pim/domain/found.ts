import { placeBehind } from '../store/sorted-keys.ts'

/** What a query finds, by ascending key. Nothing is looked at before it is asked for. */
export interface Found {
  /** At most `limit` keys, after leaving out the first `skipped`. */
  page(skipped: number, limit: number): readonly string[]
  /** At most `limit` keys that stand behind `after`, which need not be one of them. */
  behind(after: string, limit: number): readonly string[]
  /** How many there are in all. */
  count(): number
}

/** Those of the sorted `keys` that meet a condition. */
export function findAmong(keys: readonly string[], meets?: (key: string) => boolean): Found {
  if (!meets) {
    return {
      page: (skipped, limit) => keys.slice(skipped, skipped + limit),
      behind(after, limit) {
        const start = placeBehind(keys, after)
        return keys.slice(start, start + limit)
      },
      count: () => keys.length,
    }
  }

  function collect(start: number, skipped: number, limit: number): string[] {
    const found: string[] = []
    let left = skipped
    for (let place = start; place < keys.length && found.length < limit; place += 1) {
      const key = keys[place] as string
      if (!meets?.(key)) continue
      if (left > 0) left -= 1
      else found.push(key)
    }
    return found
  }

  return {
    page: (skipped, limit) => collect(0, skipped, limit),
    behind: (after, limit) => collect(placeBehind(keys, after), 0, limit),
    count: () => keys.filter(meets).length,
  }
}
