import { PimError, type Violation } from '../../domain/error.ts'
import { NotAcceptableError, UnsupportedMediaTypeError } from '../../http/negotiation.ts'
import { json } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { statuses } from '../statuses.ts'

/** The body of a refusal (contract I.3). */
interface Problem {
  readonly code: number
  readonly message: string
  readonly errors?: readonly Violation[]
  readonly _links?: { readonly documentation: { readonly href: string } }
}

/** Turns an error into the REST API's `{code, message}` body (contract I.3); rethrows what is none of the PIM's. */
export function apiProblem(error: Error, context: PimContext): Response {
  if (error instanceof NotAcceptableError) {
    return json(context, 406, { code: 406, message: error.message })
  }
  if (error instanceof UnsupportedMediaTypeError) {
    return json(context, 415, { code: 415, message: error.message })
  }
  if (!(error instanceof PimError)) throw error
  if (error.code === 'token-missing') return askForToken(error, context)
  const problem = problemOf(error)
  return json(context, problem.code, problem, problem.code === 429 ? { 'retry-after': '1' } : {})
}

/** What is said of a broken rule, whether it is an answer or a line of one. */
export function problemOf(error: PimError): Problem {
  return {
    code: statuses[error.code],
    message: error.message,
    ...(error.violations.length > 0 && { errors: error.violations }),
    ...(error.documentation && { _links: { documentation: { href: error.documentation } } }),
  }
}

/** What the PIM's OAuth library answers where there is no token at all (contract I.3, RFC 6750 section 3). */
function askForToken(error: PimError, context: PimContext): Response {
  const challenge = `Bearer realm="Service", error="access_denied", error_description="${error.message}"`
  return json(
    context,
    401,
    { error: 'access_denied', error_description: error.message },
    { 'www-authenticate': challenge },
  )
}
