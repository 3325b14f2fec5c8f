// Nothing has a number for a name, so that the first place of a list is refused, however many there are.
const placesLookedAt = 100

// As deep as PHP's `json_decode` goes; what is deeper is no JSON for the real PIM either.
const greatestDepth = 512

/** A text as JSON, or undefined when it is none or nested too deeply. */
export function parseDocument(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown
    return isWithin(value, greatestDepth) ? value : undefined
  } catch {
    return undefined
  }
}

/** What a JSON object or list says, by property; a list's properties are its places, as PHP takes them. */
export function fieldsOf(document: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  const places = Array.isArray(document) ? document.slice(0, placesLookedAt) : document
  return new Map(Object.entries(places))
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1))
}
