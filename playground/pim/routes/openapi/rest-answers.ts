import type { JsonSchema } from '../../store/json-schema.ts'
import { json, type Answer } from './described.ts'
import { problem } from './rest-schemas.ts'

export const collection = 'application/vnd.akeneo.collection+json'

/** What the refusals of one route depend on. */
export interface Refusals {
  readonly method: string
  /** Behind "You are not allowed to"; nothing where a token is enough. */
  readonly to: string | undefined
  /** What is said where something is not there. */
  readonly missing?: string
  /** The only media type that is taken. */
  readonly type?: string
}

const noToken = { $ref: '#/components/schemas/NoToken' }

/** What each refusal of a route says, by status (contract I.3). */
export function refusalsOf({ method, to, missing, type = json }: Refusals): Record<number, Answer> {
  const changes = method !== 'GET'
  const refused = (code: number, message: string): Answer => ({
    schema: problem,
    example: { code, message },
  })
  return {
    400: refused(
      400,
      changes && method !== 'DELETE'
        ? 'Invalid json message received'
        : 'Bracket syntax is not supported in query parameters.',
    ),
    401: {
      schema: { anyOf: [problem, noToken] },
      example: { code: 401, message: 'The access token provided is invalid.' },
      headers: { 'WWW-Authenticate': 'Only where there is no token at all' },
    },
    403: refused(
      403,
      to === undefined
        ? 'You are not allowed to access the web API.'
        : `Access forbidden. You are not allowed to ${to}.`,
    ),
    404: refused(404, missing ?? 'There is no such thing.'),
    406: refused(
      406,
      '"application/xml" in "Accept" header is not valid. Only "application/json" is allowed.',
    ),
    413: refused(413, 'Too many resources to process, 100 is the maximum allowed.'),
    415: refused(
      415,
      `"application/xml" in "Content-Type" header is not valid. Only "${type}" is allowed.`,
    ),
    422: changes
      ? {
          schema: problem,
          example: {
            code: 422,
            message: 'Validation failed.',
            errors: [{ property: 'code', message: 'This value should not be blank.' }],
          },
        }
      : refused(422, 'You cannot request more than 100 items.'),
    429: {
      ...refused(429, 'You have exceeded the limit of API requests per second.'),
      headers: { 'Retry-After': 'Seconds until the next request' },
    },
  }
}

/** An answer in JSON. */
export function found(schema: JsonSchema): Answer {
  return { schema }
}

/** An answer without a body that says where something is. */
export const located: Answer = { headers: { Location: 'The address of what was made or changed' } }

/** An answer with one line for each line of a batch (contract I.5). */
export function batched(key: string, known: string): Answer {
  return {
    type: collection,
    schema: { type: 'string', description: 'One JSON object a line' },
    example: JSON.stringify({ line: 1, [key]: known, status_code: 204 }),
  }
}
