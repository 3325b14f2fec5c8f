import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { deleteTokens } from './access-token.ts'
import { findApp, type App } from './app.ts'
import { consentedScopes } from './consent.ts'
import { isFaulty } from './faults.ts'
import { idTokenClaims, requireOpenIdKey, type UnsignedIdToken } from './id-token.ts'
import { OAuthError } from './oauth-error.ts'
import type { Operation } from './operation.ts'
import { toScopeText } from './scope.ts'
import { newToken, shorten } from './secret.ts'
import type { AuthorizationCode, ConnectedApp } from './state.ts'
import { quote } from './text.ts'

/** What an app exchanges a code with; an empty text stands for what is missing. */
export interface AppTokenRequest {
  readonly clientId: string
  readonly code: string
  readonly grantType: string
  readonly codeIdentifier: string
  readonly codeChallenge: string
}

export interface AppToken {
  readonly accessToken: string
  readonly scope: string
  /** There when the user agreed to `openid`. */
  readonly idToken?: UnsignedIdToken
}

/**
 * Exchanges an authorization code for the app's access token. Throws `OAuthError` for the first of the nine rules of
 * contract F that is broken; the code can then be tried again.
 */
export function issueAppToken(operation: Operation, request: AppTokenRequest): AppToken {
  const app = findApp(operation, request.clientId)
  checkChallenge(operation, request, app)
  requireText(operation, 'client_id', request.clientId)
  checkClient(operation, request, app)
  requireText(operation, 'code', request.code)
  const { code, connected } = checkCode(operation, request)
  checkCodeAge(operation, code)
  checkGrantType(operation, request)
  requireText(operation, 'code_identifier', request.codeIdentifier)
  requireText(operation, 'code_challenge', request.codeChallenge)
  return redeem(operation, code, connected)
}

/** The challenge that proves an app knows its secret (contract F). */
export function codeChallenge(codeIdentifier: string, clientSecret: string): string {
  return bytesToHex(sha256(utf8ToBytes(codeIdentifier + clientSecret)))
}

function checkChallenge(
  operation: Operation,
  { clientId, codeIdentifier, codeChallenge: given }: AppTokenRequest,
  app: App | undefined,
): void {
  if (clientId === '' || codeIdentifier === '' || given === '') return
  const isRight = app !== undefined && codeChallenge(codeIdentifier, app.secret) === given
  const because = app
    ? `The code_challenge ${isRight ? 'is' : 'is not'} the SHA-256 of code_identifier and the secret of ${quote(app.name)}`
    : `There is no app with the client_id ${quote(clientId)}, so there is no secret to check with`
  if (!operation.check('challenge.right', isRight, because)) throw new OAuthError('invalid_client')
}

function requireText(operation: Operation, name: string, value: string): void {
  const isThere = value !== ''
  const because = `${isThere ? 'There is a' : 'There is no'} ${name}`
  if (!operation.check(`${name}.present`, isThere, because)) throw new OAuthError('invalid_request')
}

function checkClient(
  operation: Operation,
  { clientId }: AppTokenRequest,
  app: App | undefined,
): void {
  const because = app
    ? `The client_id is that of the app ${quote(app.name)}`
    : `There is no app with the client_id ${quote(clientId)}`
  if (operation.check('client.known', app !== undefined, because)) return
  throw new OAuthError('invalid_client')
}

function checkCode(
  operation: Operation,
  { clientId, code: given }: AppTokenRequest,
): { code: AuthorizationCode; connected: ConnectedApp } {
  const code = operation.authorizationCodes.get(given)
  const short = shorten(given)
  const because = code
    ? `The code "${short}" was issued when "${code.username}" connected or opened an app`
    : `No authorization code "${short}" was issued, or it was redeemed already`
  if (!operation.check('code.known', code !== undefined, because) || !code) throw invalidCode()

  const isOwn = code.clientId === clientId
  const owner = `The code "${short}" was issued to ${isOwn ? 'this' : 'another'} client`
  if (!isOwn && operation.current.strict) operation.check('code.own', false, owner)
  if (!isOwn && operation.current.strict) throw invalidCode()

  const connected = operation.connectedApps.get(clientId)
  if (connected) return { code, connected }
  operation.check('app.connected', false, 'The app of this client_id is not connected')
  throw invalidCode()
}

function checkCodeAge(operation: Operation, code: AuthorizationCode): void {
  const left = code.expiresAt - operation.now()
  const because =
    left < 0
      ? `The code expired ${-left / 1000} seconds ago`
      : `The code is good for ${left / 1000} seconds more`
  const isFresh = operation.check('code.fresh', left >= 0, because)
  if (!isFresh || isFaulty(operation, 'expired_code')) {
    throw new OAuthError('invalid_grant', 'Code has expired')
  }
}

function checkGrantType(operation: Operation, { grantType }: AppTokenRequest): void {
  const isRight = grantType === 'authorization_code'
  const because = `The grant_type is ${quote(grantType)}; it must be "authorization_code"`
  if (operation.check('grant-type.known', isRight, because)) return
  throw new OAuthError('unsupported_grant_type')
}

/** The same token for the same scopes, else a new one in place of the old ones; the code is used up. */
function redeem(operation: Operation, code: AuthorizationCode, app: ConnectedApp): AppToken {
  const scope = toScopeText(app.scopes)
  const known = operation.accessTokens.where('clientId', app.id)
  const current = known.find((token) => token.scope === scope)
  const accessToken = current?.token ?? newToken(operation)
  const because = current
    ? `The app has the token "${shorten(accessToken)}" for the same scopes and gets it again`
    : `The app gets the new token "${shorten(accessToken)}" in place of ${known.length} older ones`
  operation.check('token.issued', true, because)
  const shared = sharedScopes(operation, code, app)
  const idToken = identify(operation, code, app, shared)

  operation.authorizationCodes.delete(code.code)
  if (!current) {
    deleteTokens(operation, 'clientId', app.id)
    operation.accessTokens.put(accessToken, {
      token: accessToken,
      clientId: app.id,
      username: app.username,
      scope,
      expiresAt: null,
    })
  }
  const granted = toScopeText([...app.scopes, ...shared])
  return { accessToken, scope: granted, ...(idToken && { idToken }) }
}

/** What the user agreed to share, if `openid` is part of it. */
function sharedScopes(
  operation: Operation,
  { username }: AuthorizationCode,
  app: ConnectedApp,
): readonly string[] {
  const consented = consentedScopes(operation, username, app.id) ?? []
  return consented.includes('openid') ? consented : []
}

/** Who connected or opened the app, to be signed by the route: the rules end here, at one moment. */
function identify(
  operation: Operation,
  code: AuthorizationCode,
  app: ConnectedApp,
  scopes: readonly string[],
): UnsignedIdToken | undefined {
  const user = operation.users.get(code.username)
  if (scopes.length === 0 || !user) return undefined
  const key = requireOpenIdKey(operation)
  const claims = idTokenClaims(operation, key, { user, clientId: app.id, scopes })
  operation.check('id-token.issued', true, `"${user.username}" agreed to ${scopes.join(', ')}`)
  return { claims, key }
}

function invalidCode(): OAuthError {
  return new OAuthError('invalid_grant', 'Code is not valid')
}
