export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/** No scenario is nested half as deeply; much deeper ones exhaust whatever walks through them. */
const greatestDepth = 100

/** Reads a JSON text; where it is none, the problem says what and where as far as the browser tells. */
export function readJson(text: string): JsonReading {
  if (text.trim() === '') return { ok: false, problem: 'it is empty' }
  const deep = findDeepBracket(text)
  if (deep !== undefined) {
    const problem = `it is nested more than ${greatestDepth} levels deep (${placeOf(text, deep)})`
    return { ok: false, problem }
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    const { message } = error as SyntaxError
    const at = Number(/at position (\d+)/.exec(message)?.[1] ?? Number.NaN)
    if (message.includes('line') || Number.isNaN(at)) {
      const lines = text.split('\n').length
      const isAtEnd = message.includes('end of JSON')
      return { ok: false, problem: isAtEnd ? `it ends too early, in line ${lines}` : message }
    }
    return { ok: false, problem: `${message} (${placeOf(text, at)})` }
  }
}

/** Where the first bracket stands that opens one level too many. Brackets in texts are none. */
function findDeepBracket(text: string): number | undefined {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '"') isInText = !isInText
    else if (isInText && letter === '\\') at += 1
    else if (!isInText && (letter === '[' || letter === '{')) depth += 1
    else if (!isInText && (letter === ']' || letter === '}')) depth -= 1
    if (depth > greatestDepth) return at
  }
  return undefined
}

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n')
  return `line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1}`
}
