import { codeLifetime } from '../contract/lifetimes.ts'
import { withQuery } from './app.ts'
import type { Operation } from './operation.ts'
import { newToken, shorten } from './secret.ts'
import type { AuthorizationRequest } from './state.ts'

/** The app's callback with a fresh code, and with the state if one was given (contract E.8). */
export function callbackUrl(operation: Operation, request: AuthorizationRequest): string {
  const code = newToken(operation)
  const expiresAt = operation.now() + codeLifetime
  operation.authorizationCodes.put(code, {
    code,
    clientId: request.clientId,
    username: request.username,
    expiresAt,
  })
  const until = new Date(expiresAt).toISOString()
  operation.check('code.issued', true, `The code "${shorten(code)}" is issued, good until ${until}`)
  const parameters = { code, ...(request.state !== null && { state: request.state }) }
  return withQuery(request.redirectUri, parameters)
}
