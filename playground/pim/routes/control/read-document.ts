import { PimError } from '../../domain/error.ts'
import { readJson } from '../../http/body.ts'
import type { PimContext } from '../router.ts'

/** The body as JSON. Throws `bad-request` when it is none. */
export function readDocument(context: PimContext): unknown {
  const document = readJson(context.env.body)
  if (document === undefined) throw new PimError('bad-request', 'The body is no JSON.')
  return document
}
