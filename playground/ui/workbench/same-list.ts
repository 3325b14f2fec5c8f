/** The list of before where the new one holds the very same: whoever draws it then has nothing to draw. */
export function sameList<Item>(before: readonly Item[] | undefined, now: readonly Item[]) {
  const isSame = before?.length === now.length && now.every((item, index) => item === before[index])
  return isSame && before ? before : now
}
