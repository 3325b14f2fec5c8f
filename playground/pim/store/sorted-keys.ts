/** How many of the sorted keys stand before `key` or are it: the place of the first one behind it. */
export function placeBehind(keys: readonly string[], key: string): number {
  let [start, end] = [0, keys.length]
  while (start < end) {
    const middle = (start + end) >>> 1
    if ((keys[middle] as string) <= key) start = middle + 1
    else end = middle
  }
  return start
}

/** Sorted keys with one more, which is not among them yet. What is given stays as it is. */
export function insertSorted(keys: readonly string[], key: string): readonly string[] {
  return keys.toSpliced(placeBehind(keys, key), 0, key)
}

/** Sorted keys without one, which is among them. What is given stays as it is. */
export function removeSorted(keys: readonly string[], key: string): readonly string[] {
  return keys.toSpliced(placeBehind(keys, key) - 1, 1)
}
