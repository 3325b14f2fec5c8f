/** Where a text stops being JSON. Lines and columns count from 1. */
export interface JsonMistake {
  readonly line: number
  readonly column: number
}

// RFC 8259: the tokens, one after the other, with the white space before them.
const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y

/** The first place at which a text breaks the grammar of JSON (RFC 8259); undefined where it does not. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const open: ('{' | '[')[] = []
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'end' = 'value'
  token.lastIndex = 0
  for (;;) {
    const from = token.lastIndex
    const found = token.exec(text)
    const at = from + (/^[ \t\n\r]*/.exec(text.slice(from))?.[0].length ?? 0)
    if (!found) {
      const isDone = at === text.length && expected === 'end' && open.length === 0
      return isDone ? undefined : placeOf(text, at)
    }
    const [, mark, string, other] = found
    const inside = open.at(-1)
    if (expected === ':' && mark === ':') {
      expected = 'value'
    } else if (expected.startsWith('key') && string !== undefined) {
      expected = ':'
    } else if (expected.startsWith('value') && (mark === '{' || mark === '[')) {
      open.push(mark)
      expected = mark === '{' ? 'key or }' : 'value or ]'
    } else if (expected.startsWith('value') && (string ?? other) !== undefined) {
      expected = 'end'
    } else if (closes(mark, inside, expected)) {
      open.pop()
      expected = 'end'
    } else if (expected === 'end' && mark === ',' && inside) {
      expected = inside === '{' ? 'key' : 'value'
    } else {
      return placeOf(text, at)
    }
  }
}

/** Likewise for a body: a collection has one document a line, empty lines aside. */
export function findBodyMistake(contentType: string, body: string): JsonMistake | undefined {
  if (!contentType.includes('collection')) return findJsonMistake(body)
  for (const [index, line] of body.split('\n').entries()) {
    const mistake = line.trim() === '' ? undefined : findJsonMistake(line)
    if (mistake) return { line: index + 1, column: mistake.column }
  }
  return undefined
}

function closes(mark: string | undefined, inside: string | undefined, expected: string): boolean {
  if (mark === '}') return inside === '{' && (expected === 'end' || expected === 'key or }')
  return mark === ']' && inside === '[' && (expected === 'end' || expected === 'value or ]')
}

function placeOf(text: string, at: number): JsonMistake {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
