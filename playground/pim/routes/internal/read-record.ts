import { PimError } from '../../domain/error.ts'
import { isRecord, readJson } from '../../http/body.ts'
import type { PimContext } from '../router.ts'

/** The body as a JSON object. Throws `bad-request` when it is none. */
export function readRecord(context: PimContext): Record<string, unknown> {
  const content = readJson(context.env.body)
  if (isRecord(content)) return content
  throw new PimError('bad-request', 'Invalid json message received')
}
