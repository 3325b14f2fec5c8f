import { connectAcls } from '../contract/acls.ts'
import { findApp, type App } from './app.ts'
import { requireOneAcl, type Caller } from './caller.ts'
import { consentedScopes } from './consent.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { newScopes, scopeMessagesOf, type ScopeMessage } from './scope.ts'
import { quote } from './text.ts'

/** What the wizard shows (contract E.5). */
export interface WizardData {
  readonly app: App
  /** What the app may do already; null when it is not connected. */
  readonly oldScopeMessages: ScopeMessage[] | null
  readonly scopeMessages: ScopeMessage[]
  /** What the user shares already; null when never asked. */
  readonly oldAuthenticationScopes: string[] | null
  readonly authenticationScopes: string[]
  readonly isFirstConnection: boolean
}

/** What an app asks the caller for in this session. Throws `not-found` and `forbidden`. */
export function readWizard(operation: Operation, caller: Caller, clientId: string): WizardData {
  const app = findApp(operation, clientId)
  const { username } = caller.user
  const request = operation.authorizationRequests.get(`${username}/${clientId}`)
  const isOngoing = app !== undefined && request !== undefined
  const because = isOngoing
    ? `${quote(app.name)} asked "${username}" for authorization in this session`
    : `No app with the client id ${quote(clientId)} asked "${username}" for authorization`
  if (!operation.check('session.ongoing', isOngoing, because) || !isOngoing) {
    throw new PimError('not-found', 'Invalid app identifier')
  }
  requireOneAcl(operation, caller, [connectAcls.manageApps, connectAcls.openApps])

  const connected = operation.connectedApps.get(app.id)
  const consented = consentedScopes(operation, username, app.id)
  const old = consented && withoutOpenid(consented)
  return {
    app,
    oldScopeMessages: connected ? scopeMessagesOf(connected.scopes) : null,
    scopeMessages: scopeMessagesOf(newScopes(request.authorizationScopes, connected?.scopes ?? [])),
    oldAuthenticationScopes: old ?? null,
    authenticationScopes: withoutOpenid(request.authenticationScopes).filter(
      (scope) => !old?.includes(scope),
    ),
    isFirstConnection: connected === undefined,
  }
}

function withoutOpenid(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => scope !== 'openid')
}
