import { authenticate } from '../../domain/access-token.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import { PimError } from '../../domain/error.ts'
import type { Fields } from '../../domain/fields.ts'
import { PropertyError } from '../../domain/property-error.ts'
import { bearerToken } from '../../http/authorization.ts'
import { mediaType, readText } from '../../http/body.ts'
import { fieldsOf, parseDocument } from '../../http/json-document.ts'
import { requireContentType } from '../../http/negotiation.ts'
import { readQuery } from '../../http/query.ts'
import { empty } from '../../http/respond.ts'
import type { PimContext } from '../router.ts'
import { attempt } from './attempt.ts'

/** A right to change something: its ACL, and the refusal's words behind "You are not allowed to". */
export interface ChangeRight {
  readonly acl: string
  readonly to: string
}

export const jsonType = 'application/json'

const reference = 'http://api.akeneo.com/api-reference.html#'

/**
 * What every change begins with, in the order of contract I.1: a JSON body that is none is refused before the token is
 * looked at. `contentType` is the only one that the address takes; null where no body is read. Without a `right` every
 * caller with a valid token may go on.
 */
export function allowChange(
  context: PimContext,
  right: ChangeRight | null,
  contentType: string | null = jsonType,
): Caller {
  const { operation, body } = context.env
  const header = context.req.header('content-type')
  if (body.length > 0 && mediaType(header) === jsonType) readDocument(context)
  const caller = authenticate(operation, bearerToken(context.req.header('authorization')))
  if (contentType !== null) {
    attempt(operation, 'content-type.allowed', `The body is ${contentType}`, () =>
      requireContentType(header, contentType),
    )
  }
  attempt(operation, 'query.readable', 'Each query parameter is one text', () =>
    readQuery(context.req.url),
  )
  if (right !== null) {
    const message = `Access forbidden. You are not allowed to ${right.to}.`
    requireAcl(operation, caller, right.acl, message)
  }
  return caller
}

/** What the JSON body says. Throws `bad-request` when it is no object or list. */
export function readFields(context: PimContext): Fields {
  const fields = fieldsOf(readDocument(context))
  if (fields) return fields
  throw notJson()
}

/** The body as JSON. Throws `bad-request` when it is no object or list. */
export function readDocument(context: PimContext): object {
  const document = parseDocument(readText(context.env.body))
  if (typeof document === 'object' && document !== null) return document
  context.env.operation.check('body.json', false, 'The body is no JSON object')
  throw notJson()
}

export function notJson(): PimError {
  return new PimError('bad-request', 'Invalid json message received')
}

/** Runs a change; a property that cannot be set is answered with where the documentation tells of it. */
export function documented<Result>(
  context: PimContext,
  anchor: string,
  change: () => Result,
): Result {
  return attempt(context.env.operation, 'change.allowed', 'The change breaks no rule', () => {
    try {
      return change()
    } catch (error) {
      if (!(error instanceof PropertyError)) throw error
      const message = `${error.message} Check the expected format on the API documentation.`
      throw new PimError('unprocessable', message, {
        documentation: `${reference}${anchor}`,
        cause: error,
      })
    }
  })
}

/** 201 for what is new and 204 for what was changed, with its address (contract I.4). */
export function answerSaved(context: PimContext, isNew: boolean, path: string): Response {
  return empty(context, isNew ? 201 : 204, { location: `${context.env.operation.url}${path}` })
}
