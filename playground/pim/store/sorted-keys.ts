/** The place of the first key that stands behind `key`, or its own: where it is or would be. */
export function placeOf(keys: readonly string[], key: string): number {
  let [start, end] = [0, keys.length]
  while (start < end) {
    const middle = (start + end) >>> 1
    if ((keys[middle] as string) < key) start = middle + 1
    else end = middle
  }
  return start
}

/** Sorted keys with one more, which is not among them yet. What is given stays as it is. */
export function insertSorted(keys: readonly string[], key: string): readonly string[] {
  return keys.toSpliced(placeOf(keys, key), 0, key)
}
