import { PimError } from '../../domain/error.ts'
import { json } from '../../http/respond.ts'
import type { Mismatch } from '../../store/shape.ts'
import type { PimContext } from '../router.ts'

/** `{code, message}`: 422 for what is not as it must be, 400 for what is no JSON. */
export function controlProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  const code = error.code === 'bad-request' ? 400 : 422
  return json(context, code, { code, message: error.message })
}

/** A 422 that points to what is wrong in the document (RFC 6901). */
export function mismatchProblem(context: PimContext, { pointer, message }: Mismatch): Response {
  return json(context, 422, { code: 422, message, pointer })
}
