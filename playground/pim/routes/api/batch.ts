import { PimError } from '../../domain/error.ts'
import type { Fields } from '../../domain/fields.ts'
import { readText } from '../../http/body.ts'
import { fieldsOf, parseDocument } from '../../http/json-document.ts'
import { text } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { notJson } from './change.ts'
import { problemOf } from './problem.ts'

/** The media type of many JSON objects, one a line (contract I.5). */
export const collectionType = 'application/vnd.akeneo.collection+json'

const greatestNumber = 100
const longestLine = 1_000_000

export interface Batch {
  /** Which property of a line names the entity: `code`, `identifier` or `uuid`. */
  readonly key: string
  /** Saves one line and says whether its entity is new. */
  readonly save: (code: string, fields: Fields) => boolean
  /** How a line's key is repeated in its result. Default: as it is. */
  readonly shown?: (code: string) => string
}

/** Saves each line on its own: a refused one changes nothing, and says so in its result (contract I.5). */
export function answerBatch(context: PimContext, batch: Batch): Response {
  const lines = readText(context.env.body).split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines.length > greatestNumber) {
    throw new PimError(
      'too-many-resources',
      `Too many resources to process, ${greatestNumber} is the maximum allowed.`,
    )
  }
  const results = lines
    .map((line, index) => JSON.stringify(Object.assign({ line: index + 1 }, resultOf(line, batch))))
    .join('\n')
  return text(context, 200, [results], { 'content-type': collectionType })
}

function resultOf(line: string, batch: Batch): object {
  if (isTooLong(line)) return { status_code: 413, message: 'Line is too long.' }
  const document = parseDocument(line)
  if (document === undefined || document === null) return failure(notJson())
  const fields: Fields = fieldsOf(document) ?? new Map()
  const code = fields.get(batch.key)
  if (code !== undefined && code !== null && typeof code !== 'string') {
    return { status_code: 422, message: `${batch.key} must be of type string.` }
  }
  if (code === undefined || code === null || code.trim() === '') {
    const name = batch.key.charAt(0).toUpperCase() + batch.key.slice(1)
    return { status_code: 422, message: `${name} is missing.` }
  }
  const result = { [batch.key]: batch.shown?.(code) ?? code }
  try {
    return { ...result, status_code: batch.save(code, fields) ? 201 : 204 }
  } catch (error) {
    if (!(error instanceof PimError)) throw error
    return { ...result, ...failure(error) }
  }
}

function failure(error: PimError): object {
  const { code, ...rest } = problemOf(error)
  return { status_code: code, ...rest }
}

function isTooLong(line: string): boolean {
  if (line.length > longestLine) return true
  return line.length * 3 > longestLine && new TextEncoder().encode(line).length > longestLine
}
