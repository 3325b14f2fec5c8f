import { overallAccess } from '../contract/acls.ts'
import { callerOf, requireAcl, type Caller } from './caller.ts'
import { PimError } from './error.ts'
import { isFaulty } from './faults.ts'
import type { Operation } from './operation.ts'
import { shorten } from './secret.ts'
import type { AccessToken } from './state.ts'

const invalid = 'The access token provided is invalid.'

/**
 * Who may call the REST API with `token`, the text after `Bearer `; undefined when there is no Authorization header.
 * Throws `token-missing`, `unauthenticated`, `forbidden` or `too-many-requests` with the message of contract I.3.
 */
export function authenticate(operation: Operation, token: string | undefined): Caller {
  const caller = identify(operation, token)
  requireAcl(operation, caller, overallAccess, 'You are not allowed to access the web API.')
  if (isFaulty(operation, 'rate_limit')) {
    const message = 'You have exceeded the limit of API requests per second.'
    throw new PimError('too-many-requests', message)
  }
  return caller
}

/** As `authenticate`, but the role need not have the overall access to the REST API. */
export function identify(operation: Operation, token: string | undefined): Caller {
  if (token === undefined) {
    const because = 'There is no Authorization header with a Bearer token'
    operation.check('token.present', false, because)
    throw new PimError('token-missing', 'OAuth2 authentication required')
  }
  const carried = `The Authorization header carries the Bearer token "${shorten(token)}"`
  operation.check('token.present', true, carried)
  const known = findToken(operation, token)
  const user = operation.users.get(known.username)
  if (
    !operation.check('user.enabled', user?.enabled === true, describeUser(known, user)) ||
    !user
  ) {
    throw new PimError('unauthenticated', invalid)
  }
  const app = operation.connectedApps.get(known.clientId)
  const connection = operation.connections
    .where('clientId', known.clientId)
    .find(({ username }) => username === known.username)
  const caller = callerOf(operation, user)
  operation.caller = { ...caller, ...(app && { app }), ...(connection && { connection }) }
  return operation.caller
}

function findToken(operation: Operation, token: string): AccessToken {
  const short = shorten(token)
  if (operation.revokedAppTokens.has(token)) {
    operation.check('token.not-revoked', false, `The app of "${short}" was disconnected`)
    throw disconnected()
  }
  const known = operation.accessTokens.get(token)
  const because = known
    ? `"${short}" was issued to the client "${shorten(known.clientId)}"`
    : `No access token "${short}" was issued, or it was deleted since`
  if (!operation.check('token.known', known !== undefined, because) || !known) {
    throw new PimError('unauthenticated', invalid)
  }
  if (known.expiresAt === null) {
    if (isFaulty(operation, 'revoked_token')) throw disconnected()
    operation.check('token.not-expired', true, `"${short}" belongs to an app and never expires`)
    return known
  }
  const isFresh = known.expiresAt >= operation.now()
  const until = new Date(known.expiresAt).toISOString()
  const lives = `"${short}" ${isFresh ? 'works' : 'worked'} until ${until}`
  operation.check('token.not-expired', isFresh, lives)
  if (isFresh && !isFaulty(operation, 'expired_token')) return known
  throw new PimError('unauthenticated', 'The access token provided has expired.')
}

function disconnected(): PimError {
  return new PimError('unauthenticated', `${invalid} Your app has been disconnected from that PIM.`)
}

function describeUser(token: AccessToken, user: { enabled: boolean } | undefined): string {
  if (!user) return `The user "${token.username}" of the token does not exist any more`
  return `The token acts as the user "${token.username}", who is ${user.enabled ? '' : 'not '}enabled`
}

/** Deletes every access and refresh token that was issued to a client or acts as a user. */
export function deleteTokens(
  operation: Operation,
  field: 'clientId' | 'username',
  of: string,
): void {
  for (const { token } of operation.accessTokens.where(field, of)) {
    operation.accessTokens.delete(token)
  }
  for (const { token } of operation.refreshTokens.where(field, of)) {
    operation.refreshTokens.delete(token)
  }
}
