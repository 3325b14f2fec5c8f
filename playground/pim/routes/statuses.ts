import type { PimErrorCode } from '../domain/error.ts'

/** The HTTP status of each broken rule. The vocabularies differ in their bodies, and name the exceptions themselves. */
export const statuses: Readonly<Record<PimErrorCode, number>> = {
  'bad-request': 400,
  'token-missing': 401,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'too-many-resources': 413,
  unprocessable: 422,
  violations: 422,
  'too-many-requests': 429,
}
