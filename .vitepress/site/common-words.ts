const most = 900
const fewestPages = 2

/**
 * The words of five letters and more that several of the texts hold, those in most texts first: enough
 * to tell a slip of the keyboard, and no more than a few kilobytes.
 */
export function commonWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(text.toLowerCase().match(/(?<![\w-])\p{L}{5,20}(?![\w-])/gu))) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= fewestPages)
    .toSorted(([one, first], [other, second]) => second - first || one.localeCompare(other, 'en'))
    .slice(0, most)
    .map(([word]) => word)
}
