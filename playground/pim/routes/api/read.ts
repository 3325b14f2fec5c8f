import { authenticate } from '../../domain/access-token.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import { bearerToken } from '../../http/authorization.ts'
import { requireJsonAccepted } from '../../http/negotiation.ts'
import { readQuery, type Query } from '../../http/query.ts'
import type { PimContext } from '../router.ts'
import { attempt } from './attempt.ts'

/** A right to read: its ACL, and what it lets a caller list, as the refusal names it (contract G.3, I.3). */
export interface ReadRight {
  readonly acl: string
  readonly entities: string
}

/** What every read of the REST API begins with, in the order of contract I.1; gives back the query. */
export function allowRead(context: PimContext, { acl, entities }: ReadRight): Query {
  const { caller, query } = admit(context)
  requireAcl(
    context.env.operation,
    caller,
    acl,
    `Access forbidden. You are not allowed to list ${entities}.`,
  )
  return query
}

/** As `allowRead`, for what every caller with a valid token may read. */
export function admit(context: PimContext): { readonly caller: Caller; readonly query: Query } {
  const { operation } = context.env
  const caller = authenticate(operation, bearerToken(context.req.header('authorization')))
  attempt(operation, 'accept.json', 'The answer may be JSON', () =>
    requireJsonAccepted(context.req.header('accept')),
  )
  const query = attempt(operation, 'query.readable', 'Each query parameter is one text', () =>
    readQuery(context.req.url),
  )
  return { caller, query }
}
