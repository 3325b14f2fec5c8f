import { connectAcls } from '../contract/acls.ts'
import { newApiUser } from './api-user.ts'
import { findApp, type App } from './app.ts'
import { callbackUrl } from './authorization-code.ts'
import { requireAcl, type Caller } from './caller.ts'
import { grantScopes } from './connected-app.ts'
import { checkLimit } from './connection-rules.ts'
import { saveConsent } from './consent.ts'
import { PimError, refuseViolations, type Violation } from './error.ts'
import type { Operation } from './operation.ts'
import { aclsOf } from './scope.ts'
import { newBase36 } from './secret.ts'
import type { AuthorizationRequest, ConnectedApp } from './state.ts'
import { quote } from './text.ts'

const prefix = 'akeneo_connectivity.connection.connect.apps.'

export interface Confirmation {
  readonly app: ConnectedApp
  readonly redirectUrl: string
}

/**
 * What happens when a user confirms the wizard: the app is connected, or gets its new scopes, and the browser goes to
 * the app with a code (contract E.6). Throws `not-found`, `forbidden` and `violations`.
 */
export function confirmAuthorization(
  operation: Operation,
  caller: Caller,
  clientId: string,
): Confirmation {
  const app = requireApp(operation, clientId)
  requireAcl(operation, caller, connectAcls.manageApps)
  const request = requireRequest(operation, caller, app)
  const connected = operation.connectedApps.get(app.id)
  if (connected) grantScopes(operation, connected, request.authorizationScopes)
  else refuseViolations([limitViolation(operation)])
  const now = connected ?? connectApp(operation, app, request)
  consent(operation, request)
  return { app: now, redirectUrl: callbackUrl(operation, request) }
}

/** What happens when a user only agrees to share who they are (contract E.7). Throws as `confirmAuthorization`. */
export function confirmAuthentication(
  operation: Operation,
  caller: Caller,
  clientId: string,
): string {
  const app = requireApp(operation, clientId)
  requireAcl(operation, caller, connectAcls.openApps)
  const request = requireRequest(operation, caller, app)
  const isConnected = operation.connectedApps.has(app.id)
  if (!operation.check('app.connected', isConnected, `${quote(app.name)} must be connected`)) {
    throw new PimError('not-found', `${prefix}error.app_not_found`)
  }
  consent(operation, request)
  return callbackUrl(operation, request)
}

function requireApp(operation: Operation, clientId: string): App {
  const app = findApp(operation, clientId)
  const because = app
    ? `The client id is that of the app ${quote(app.name)}`
    : `There is no app with the client id ${quote(clientId)}`
  if (operation.check('client.known', app !== undefined, because) && app) return app
  throw new PimError('not-found', `${prefix}error.app_not_found`)
}

function requireRequest(operation: Operation, { user }: Caller, app: App): AuthorizationRequest {
  const request = operation.authorizationRequests.get(`${user.username}/${app.id}`)
  const because = request
    ? `${quote(app.name)} asked "${user.username}" for authorization in this session`
    : `${quote(app.name)} did not ask "${user.username}" for authorization in this session`
  if (operation.check('session.ongoing', request !== undefined, because) && request) return request
  const message = `${prefix}constraint.client_id.must_have_ongoing_authorization`
  throw new PimError('violations', message, { violations: [{ property: 'clientId', message }] })
}

/** Here it is the client id that cannot be connected, not a connection as a whole (contract E.6). */
function limitViolation(operation: Operation): Violation | undefined {
  const violation = checkLimit(operation)
  return violation && { ...violation, property: 'clientId' }
}

function consent(operation: Operation, request: AuthorizationRequest): void {
  const { username, clientId, authenticationScopes } = request
  const because =
    authenticationScopes.length > 0
      ? `"${username}" agrees to share ${authenticationScopes.join(', ')}`
      : `Nothing is asked for about "${username}", so nothing is shared`
  operation.check('consent.given', true, because)
  saveConsent(operation, username, clientId, authenticationScopes)
}

/** Makes the app's group, role, user, connection and record in one go (contract E.6). */
function connectApp(operation: Operation, app: App, request: AuthorizationRequest): ConnectedApp {
  const code = newConnectionCode(operation)
  const number = operation.current.nextId
  const [groupId, roleId, userId] = [String(number), String(number + 1), String(number + 2)]
  const scopes = request.authorizationScopes
  const user = newApiUser(operation, {
    id: userId,
    connectionCode: code,
    label: app.name,
    roleId,
    groupIds: [groupId],
  })
  const connected: ConnectedApp = {
    id: app.id,
    name: app.name,
    scopes,
    connectionCode: code,
    username: user.username,
    roleId,
    userGroup: code,
    logo: app.logo,
    author: app.author,
    categories: app.categories,
    certified: app.certified,
    partner: app.partner,
    isCustomApp: app.isCustomApp,
    hasOutdatedScopes: false,
  }
  const roleCode = newRoleCode(operation)

  operation.check('app.connected', true, `${quote(app.name)} is connected as "${code}"`)
  operation.settings.put('current', { ...operation.current, nextId: number + 3 })
  operation.userGroups.put(groupId, { id: groupId, name: code, type: 'app' })
  const acls = aclsOf(scopes)
  operation.roles.put(roleId, { id: roleId, code: roleCode, label: app.id, type: 'app', acls })
  operation.users.put(user.username, user)
  operation.connections.put(code, {
    code,
    label: app.name,
    flowType: 'other',
    image: null,
    auditable: false,
    type: 'app',
    clientId: app.id,
    username: user.username,
    createdAt: operation.now(),
  })
  operation.connectedApps.put(app.id, connected)
  return connected
}

/** Random letters that no other role has for its code. */
function newRoleCode(operation: Operation): string {
  const code = newBase36(operation, 25)
  const isTaken = operation.roles.where('code', code).length > 0
  return isTaken ? `${code.slice(0, 15)}${operation.current.nextId}` : code
}

/** `app_` and random letters, at most 30 in all, which nobody has yet. */
function newConnectionCode(operation: Operation): string {
  const code = `app_${newBase36(operation, 25)}`
  return operation.connections.has(code) ? `${code.slice(0, 15)}${operation.current.nextId}` : code
}
