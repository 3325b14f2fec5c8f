import { connectAcls } from '../contract/acls.ts'
import type { MessageKey } from '../contract/messages.ts'
import { findApp, type App } from './app.ts'
import { callbackUrl } from './authorization-code.ts'
import { isGranted, requireAcl, requireOneAcl, type Caller } from './caller.ts'
import { grantScopes } from './connected-app.ts'
import { settleConsent } from './consent.ts'
import type { Operation } from './operation.ts'
import { newScopes, readScopes } from './scope.ts'
import type { AuthorizationRequest, ConnectedApp } from './state.ts'
import { lengthOf, quote } from './text.ts'

/** The parameters of an authorization request; an empty text stands for what is missing. */
export interface AuthorizeParameters {
  readonly clientId: string
  readonly responseType: string
  /** Null for what is not a single text. */
  readonly scope: string | null
  readonly state: string | null
}

/** Where the browser goes next. Errors never go to the app (contract E.3). */
export type AuthorizeOutcome =
  | { readonly to: 'error'; readonly error: MessageKey }
  | { readonly to: 'wizard'; readonly clientId: string }
  | { readonly to: 'consent'; readonly clientId: string }
  | { readonly to: 'callback'; readonly url: string }

const prefix = 'akeneo_connectivity.connection.connect.apps.'
const { manageApps, openApps } = connectAcls

/** Decides an authorization request in the order of contract E.3. Throws `forbidden`. */
export function authorize(
  operation: Operation,
  caller: Caller,
  parameters: AuthorizeParameters,
): AuthorizeOutcome {
  const app = checkApp(operation, parameters.clientId)
  if (!app) return { to: 'error', error: `${prefix}error.app_not_found` }
  requireOneAcl(operation, caller, [manageApps, openApps])
  const error = checkResponseType(operation, parameters)
  if (error) return { to: 'error', error }
  const { scope } = parameters
  if (!isText(operation, scope)) {
    return { to: 'error', error: `${prefix}constraint.scope.must_be_a_string` }
  }
  if (!isShort(operation, scope)) {
    return { to: 'error', error: `${prefix}constraint.scope.too_long` }
  }

  const request = readRequest(operation, caller, app, { ...parameters, scope })
  const connected = checkConnected(operation, app)
  if (!connected) requireAcl(operation, caller, manageApps)
  const isManager = isGranted(caller, manageApps)
  rememberRequest(operation, app, request)
  if (isManager && (!connected || hasNewScopes(operation, connected, request))) {
    const because = `In the wizard "${caller.user.username}" sees what is asked for, and confirms or cancels`
    operation.check('wizard.needed', true, because)
    return { to: 'wizard', clientId: app.id }
  }
  if (isManager && connected) grantScopes(operation, connected, request.authorizationScopes)
  if (!isManager) keepScopes(operation, caller)

  const { authenticationScopes } = request
  if (settleConsent(operation, caller.user.username, app.id, authenticationScopes) === 'ask') {
    return { to: 'consent', clientId: app.id }
  }
  return { to: 'callback', url: callbackUrl(operation, request) }
}

function checkApp(operation: Operation, clientId: string): App | undefined {
  const app = clientId === '' ? undefined : findApp(operation, clientId)
  const because = app
    ? `The client_id is that of the app ${quote(app.name)}`
    : clientId === ''
      ? 'There is no client_id'
      : `There is no app with the client_id ${quote(clientId)}`
  operation.check('client.known', app !== undefined, because)
  return app
}

function checkResponseType(
  operation: Operation,
  { responseType }: AuthorizeParameters,
): MessageKey | undefined {
  const isThere = responseType !== ''
  const presence = isThere ? 'There is a response_type' : 'There is no response_type'
  if (!operation.check('response-type.present', isThere, presence)) {
    return `${prefix}constraint.response_type.not_blank`
  }
  const because = `The response_type is ${quote(responseType)}; it must be "code"`
  if (operation.check('response-type.code', responseType === 'code', because)) return undefined
  return `${prefix}constraint.response_type.must_be_code`
}

function isText(operation: Operation, scope: string | null): scope is string {
  const isOne = scope !== null
  return operation.check('scope.text', isOne, `The scope is ${isOne ? '' : 'not '}a single text`)
}

function isShort(operation: Operation, scope: string): boolean {
  const length = lengthOf(scope)
  const because = `The scope has ${length} characters, at most 1000 fit`
  return operation.check('scope.short-enough', length <= 1000, because)
}

function readRequest(
  operation: Operation,
  { user }: Caller,
  app: App,
  { scope, state }: AuthorizeParameters & { readonly scope: string },
): AuthorizationRequest {
  const { authorization, authentication } = readScopes(operation, scope)
  return {
    username: user.username,
    clientId: app.id,
    authorizationScopes: authorization,
    authenticationScopes: authentication,
    redirectUri: app.callbackUrl,
    state,
  }
}

function checkConnected(operation: Operation, app: App): ConnectedApp | undefined {
  const connected = operation.connectedApps.get(app.id)
  const because = `${quote(app.name)} is ${connected ? 'connected already' : 'not connected yet'}`
  operation.check('app.connected', connected !== undefined, because)
  return connected
}

function rememberRequest(operation: Operation, app: App, request: AuthorizationRequest): void {
  if (!operation.oauthClients.has(app.id)) {
    const grantTypes = ['authorization_code']
    operation.oauthClients.put(app.id, { id: app.id, secret: app.secret, grantTypes })
  }
  operation.authorizationRequests.put(`${request.username}/${request.clientId}`, request)
}

function hasNewScopes(
  operation: Operation,
  connected: ConnectedApp,
  { authorizationScopes }: AuthorizationRequest,
): boolean {
  const fresh = newScopes(authorizationScopes, connected.scopes)
  const because =
    fresh.length > 0
      ? `New are ${fresh.join(', ')}: the user must confirm`
      : 'Nothing is asked for that was not granted before'
  return !operation.check('scopes.granted', fresh.length === 0, because)
}

function keepScopes(operation: Operation, { user }: Caller): void {
  const because = `"${user.username}" may only open apps: whatever is asked for, the granted scopes stay`
  operation.check('scopes.kept', true, because)
}
