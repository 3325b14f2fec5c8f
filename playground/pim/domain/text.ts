const blanks = new Set([' ', '\t', '\n', '\r', '\0', '\v'])

/** A text without the blanks at its ends that the PIM ignores: spaces, tabs, line breaks and NUL. */
export function trimText(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && blanks.has(text.charAt(start))) start += 1
  while (end > start && blanks.has(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** The number of characters in a text; one outside of the basic plane counts once. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** A text between quotes as the journal may show it: not longer than a line. */
export function quote(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}…"` : `"${text}"`
}

/** A moment as the PIM's screens are told it: ISO 8601 in UTC, without fractions. */
export function toAtom(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -5)}+00:00`
}

/** The day of a moment in UTC: `YYYY-MM-DD`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
