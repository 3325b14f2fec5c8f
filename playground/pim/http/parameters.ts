import { isRecord, readJson, readText } from './body.ts'

/** Parameters by name. What is not a single text is left out. */
export type Parameters = ReadonlyMap<string, string>

/** The parameters of a form; the last one of a name counts. */
export function readForm(body: Uint8Array): Parameters {
  return new Map(new URLSearchParams(readText(body)))
}

/** The text properties of a JSON object, or undefined when the body is no JSON. */
export function readJsonParameters(body: Uint8Array): Parameters | undefined {
  const content = readJson(body)
  if (content === undefined) return undefined
  if (!isRecord(content)) return new Map()
  return new Map(
    Object.entries(content).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
