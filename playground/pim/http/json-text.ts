import { text, type Answering } from './respond.ts'
import type { Text } from './text.ts'

/** A 200 whose JSON text is already made, whole or in parts. */
export function jsonText(context: Answering, json: string | Text): Response {
  const parts = typeof json === 'string' ? [json] : json
  return text(context, 200, parts, { 'content-type': 'application/json' })
}
