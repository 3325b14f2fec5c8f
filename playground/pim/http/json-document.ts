// Nothing has a number for a name, so that the first place of a list is refused, however many there are.
const placesLookedAt = 100

// Nothing has so many properties, so that one of these is refused where unknown ones are.
const namesLookedAt = 10_000

// As deep as PHP's `json_decode` goes; what is deeper is no JSON for the real PIM either.
const greatestDepth = 512

/** A text as JSON, or undefined when it is none or nested too deeply. */
export function parseDocument(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown
    return !mayBeDeep(text) || isWithin(value, greatestDepth) ? value : undefined
  } catch {
    return undefined
  }
}

/** What a JSON object or list says, by property; a list's properties are its places, as PHP takes them. */
export function fieldsOf(document: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  const places = Array.isArray(document) ? document.slice(0, placesLookedAt) : document
  const fields = new Map<string, unknown>()
  // Twice as fast as `Object.entries` where there are very many.
  for (const name of Object.keys(places).slice(0, namesLookedAt)) {
    fields.set(name, places[name as keyof typeof places])
  }
  return fields
}

/** Whether a text has enough brackets to be nested too deeply: few have, and looking into each value takes long. */
function mayBeDeep(text: string): boolean {
  let brackets = 0
  for (const bracket of '[{') {
    let at = text.indexOf(bracket)
    for (; at >= 0 && brackets <= greatestDepth; at = text.indexOf(bracket, at + 1)) brackets += 1
  }
  return brackets > greatestDepth
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1))
}
