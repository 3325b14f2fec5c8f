import { accessTokenSeconds, refreshTokenLifetime } from '../contract/lifetimes.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { newToken, shorten } from './secret.ts'
import type { AccessToken, OAuthClient, RefreshToken, User } from './state.ts'
import { quote } from './text.ts'
import { noteCredentials } from './wrong-credentials.ts'

/** What a client asks a token with; an empty text stands for what is missing. */
export interface ConnectionTokenRequest {
  readonly grantType: string
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
  readonly refreshToken: string
}

export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresIn: number
}

const grantMissing = 'Parameter "grant_type", "username" or "password" is missing, empty or invalid'
const refreshMissing = 'Parameter "grant_type" or "refresh_token" is missing or empty'
const refreshInvalid = 'Refresh token is invalid or has expired'

// The words that the PIM's OAuth library takes for a grant type (RFC 6749 sections 4 and 8.3).
const grantType =
  /^(?:authorization_code|token|password|client_credentials|refresh_token|https?:\/\/.+|urn:.+)$/

/**
 * Issues an access and a refresh token by the password or the refresh token grant (contract C; RFC 6749 sections 4.3
 * and 6). Throws `unprocessable` with the message of the first rule that is broken.
 */
export function issueConnectionToken(
  operation: Operation,
  request: ConnectionTokenRequest,
): TokenPair {
  checkGrantType(operation, request)
  const client = checkClient(operation, request)
  checkGrantAllowed(operation, request, client)
  if (request.grantType === 'refresh_token') return refresh(operation, request, client)
  return exchangePassword(operation, request, client)
}

function checkGrantType(operation: Operation, { grantType: asked }: ConnectionTokenRequest): void {
  const isKnown = grantType.test(asked)
  const because = asked === '' ? 'There is no grant_type' : `The grant_type is ${quote(asked)}`
  if (!operation.check('grant-type.known', isKnown, because)) throw refused(grantMissing)
}

function checkClient(operation: Operation, request: ConnectionTokenRequest): OAuthClient {
  const { clientId, clientSecret } = request
  const client = operation.oauthClients.get(clientId)
  const isRight = client !== undefined && client.secret === clientSecret
  const because = client
    ? `The secret "${shorten(clientSecret)}" is ${isRight ? '' : 'not '}that of the client "${shorten(clientId)}"`
    : `There is no client with the id "${shorten(clientId)}"`
  if (operation.check('client.authenticated', isRight, because) && client) return client
  throw refused(
    'Parameter "client_id" is missing or does not match any client, or secret is invalid',
  )
}

function checkGrantAllowed(
  operation: Operation,
  request: ConnectionTokenRequest,
  client: OAuthClient,
): void {
  // A code is redeemed at the apps' own address (contract F), whatever the client may do there.
  const isAllowed =
    client.grantTypes.includes(request.grantType) && request.grantType !== 'authorization_code'
  const because = `The client may use ${client.grantTypes.join(', ')}; asked was ${quote(request.grantType)}`
  if (operation.check('grant-type.allowed', isAllowed, because)) return
  throw refused('This grant type is not authorized for this client')
}

function exchangePassword(
  operation: Operation,
  { username, password }: ConnectionTokenRequest,
  client: OAuthClient,
): TokenPair {
  const isGiven = username !== '' && password !== ''
  const given = `Username and password are ${isGiven ? 'both given' : 'not both given'}`
  if (!operation.check('user.given', isGiven, given)) throw refused(grantMissing)

  const user = operation.users.get(username)
  const isRight = user?.enabled === true && user.password === password
  const because = `An enabled user with the name ${quote(username)} and this password ${isRight ? 'exists' : 'does not exist'}`
  if (!operation.check('user.authenticated', isRight, because) || !user) {
    throw refused('No user found for the given username and password')
  }
  noteCredentials(operation, client.id, user)
  return issuePair(operation, client, user)
}

function refresh(
  operation: Operation,
  { refreshToken }: ConnectionTokenRequest,
  client: OAuthClient,
): TokenPair {
  const isGiven = refreshToken !== ''
  const given = isGiven ? 'There is a refresh_token' : 'There is no refresh_token'
  if (!operation.check('refresh-token.given', isGiven, given)) throw refused(refreshMissing)

  const known = operation.refreshTokens.get(refreshToken)
  const user = known && operation.users.get(known.username)
  const isRight = isUsable(operation, client, known) && user?.enabled === true
  if (!operation.check('refresh-token.usable', isRight, describe(refreshToken, known)) || !user) {
    throw refused(refreshInvalid)
  }
  const pair = issuePair(operation, client, user)
  operation.refreshTokens.delete(refreshToken)
  return pair
}

function isUsable(
  operation: Operation,
  client: OAuthClient,
  known: RefreshToken | undefined,
): boolean {
  return known !== undefined && known.clientId === client.id && known.expiresAt >= operation.now()
}

function describe(token: string, known: RefreshToken | undefined): string {
  if (!known) return `No refresh token "${shorten(token)}" was issued, or it was used already`
  const until = new Date(known.expiresAt).toISOString()
  return `"${shorten(token)}" was issued to "${shorten(known.clientId)}" and works until ${until}`
}

function issuePair(operation: Operation, client: OAuthClient, user: User): TokenPair {
  const now = operation.now()
  const owner = { clientId: client.id, username: user.username }
  const access: AccessToken = {
    token: newToken(operation),
    ...owner,
    scope: null,
    expiresAt: now + accessTokenSeconds * 1000,
  }
  const renewal: RefreshToken = {
    token: newToken(operation),
    ...owner,
    expiresAt: now + refreshTokenLifetime,
  }
  const because = `The access token "${shorten(access.token)}" works for ${accessTokenSeconds} seconds, the refresh token once within 14 days`
  operation.check('token.issued', true, because)
  operation.accessTokens.put(access.token, access)
  operation.refreshTokens.put(renewal.token, renewal)
  return { accessToken: access.token, refreshToken: renewal.token, expiresIn: accessTokenSeconds }
}

function refused(message: string): PimError {
  return new PimError('unprocessable', message)
}
