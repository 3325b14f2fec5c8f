const shortest = 4

/**
 * What a reader probably meant: each word that no known word begins with becomes the nearest known one.
 * A word without a near one stays as it is.
 *
 * @param known the words of the site, those on most pages first
 */
export function correctSpelling(words: string, known: readonly string[]): string {
  return words
    .split(' ')
    .map((word) => correctWord(word, known))
    .join(' ')
}

function correctWord(word: string, known: readonly string[]): string {
  if (word.length < shortest || !/^\p{L}+$/u.test(word)) return word
  if (known.some((other) => other.startsWith(word))) return word
  const allowed = word.length < 6 ? 1 : 2
  let best = { word, distance: allowed + 1 }
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= best.distance) continue
    // A slip of the first letter is rare, and such words mean something else.
    if (other[0] !== word[0]) continue
    const distance = distanceBetween(word, other)
    if (distance < best.distance) best = { word: other, distance }
  }
  return best.word
}

/** How many letters are wrong, missing, too many or swapped with their neighbour (Damerau). */
function distanceBetween(one: string, other: string): number {
  let before: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      if (isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return previous[other.length] ?? 0
}
