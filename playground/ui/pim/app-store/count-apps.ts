/** `No apps`, `1 app`, `2 apps`: how the counters of the App Store and of Connected Apps speak. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  if (count === 0) return `No ${many}`
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}
