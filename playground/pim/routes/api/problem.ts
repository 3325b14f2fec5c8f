import { PimError, type PimErrorCode } from '../../domain/error.ts'
import { json } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'

const statuses: Record<PimErrorCode, number> = {
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'too-many-resources': 413,
  unprocessable: 422,
  violations: 422,
}

/** Turns an error into the REST API's `{code, message}` body (contract I.3); rethrows what is no `PimError`. */
export function apiProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError)) throw error
  const status = statuses[error.code]
  return json(context, status, {
    code: status,
    message: error.message,
    ...(error.violations.length > 0 && { errors: error.violations }),
    ...(error.documentation && { _links: { documentation: { href: error.documentation } } }),
  })
}
