export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

/** Reads a JSON text; where it is none, the problem says what and where as far as the browser tells. */
export function readJson(text: string): JsonReading {
  if (text.trim() === '') return { ok: false, problem: 'it is empty' }
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
    const before = text.slice(0, at).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    return { ok: false, problem: `${message} (line ${before.length} column ${column})` }
  }
}
