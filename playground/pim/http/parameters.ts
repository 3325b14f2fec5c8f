import { readJson, readText } from './body.ts'

/** Parameters by name. What is not a single text is left out. */
export type Parameters = ReadonlyMap<string, string>

/** The parameters of a form; the last one of a name counts. */
export function readForm(body: Uint8Array): Parameters {
  return new Map(new URLSearchParams(readText(body)))
}

/** The text properties of a JSON object, or undefined when the body is no JSON object or list. An empty body has none. */
export function readJsonParameters(body: Uint8Array): Parameters | undefined {
  if (body.length === 0) return new Map()
  const content = readJson(body)
  if (typeof content !== 'object' || content === null) return undefined
  return new Map(
    Object.entries(content).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
