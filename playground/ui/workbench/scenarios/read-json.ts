import { findJsonMistake } from '../explorer/json-mistake.ts'

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/** No scenario is nested half as deeply; much deeper ones exhaust whatever walks through them. */
const greatestDepth = 100

/** In a longer text the browser's own message has to do. */
const mostLetters = 500_000

/** Reads a JSON text; where it is none, the problem says what and where as far as the browser tells. */
export function readJson(text: string): JsonReading {
  if (text.trim() === '') return { ok: false, problem: 'it is empty' }
  const deep = findDeepBracket(text)
  if (deep !== undefined) {
    const problem = `it is nested more than ${greatestDepth} levels deep (${placeOf(text, deep)})`
    return { ok: false, problem }
  }
  try {
    const value = JSON.parse(text) as unknown
    const repeated = findRepeatedName(text)
    if (!repeated) return { ok: true, value }
    const { name, at } = repeated
    const problem = `it names “${name.slice(0, 40)}” twice in one object (${placeOf(text, at)})`
    return { ok: false, problem }
  } catch (error) {
    const mistake = text.length > mostLetters ? undefined : findJsonMistake(text)
    if (mistake) {
      const { line, column } = mistake
      return { ok: false, problem: `it stops being JSON in line ${line}, column ${column}` }
    }
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

/** The first name that an object has twice in a JSON text, and where: of the two values one would be lost unseen. */
function findRepeatedName(text: string): { name: string; at: number } | undefined {
  const around: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '{') around.push(new Set())
    else if (letter === '[') around.push(undefined)
    else if (letter === '}' || letter === ']') around.pop()
    if (letter !== '"') continue
    const start = at
    for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1
    afterText.lastIndex = at + 1
    if (!afterText.test(text)) continue
    const name = JSON.parse(text.slice(start, at + 1)) as string
    const names = around.at(-1)
    if (names?.has(name)) return { name, at: start }
    names?.add(name)
  }
  return undefined
}

const afterText = /\s*:/y

function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n')
  return `line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1}`
}
