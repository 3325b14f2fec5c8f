import { deleteTokens } from './access-token.ts'
import { forgetMonitoring } from './audit.ts'
import type { Operation } from './operation.ts'
import { connectionOf } from './monitoring.ts'
import type { ConnectedApp, Connection } from './state.ts'

/**
 * Removes a connected app with its connection, user, group, role and tokens. The tokens are remembered, so that their
 * use is answered with the reason (contract F.5, H.3). The app itself can be connected again.
 */
export function disconnectApp(operation: Operation, app: ConnectedApp): void {
  for (const { token } of operation.accessTokens.where('clientId', app.id)) {
    operation.revokedAppTokens.put(token, { token })
  }
  operation.connectedApps.delete(app.id)
  forgetConnection(operation, connectionOf(operation, app))
  operation.roles.delete(app.roleId)
  operation.appPermissions.delete(app.userGroup)
  for (const group of operation.userGroups.where('name', app.userGroup)) {
    if (group.type === 'app') operation.userGroups.delete(group.id)
  }
  for (const consent of operation.consents.where('appId', app.id)) {
    operation.consents.delete(`${consent.username}/${consent.appId}`)
  }
}

/** Removes a connection with its client, its user, what they were given and made, and what was counted of it. */
export function forgetConnection(
  operation: Operation,
  { code, clientId, username }: Connection,
): void {
  operation.connections.delete(code)
  forgetMonitoring(operation, code)
  for (const use of operation.wrongCredentials.where('connectionCode', code)) {
    operation.wrongCredentials.delete(`${code}/${use.username}`)
  }
  operation.users.delete(username)
  deleteTokens(operation, 'username', username)
  for (const { id } of operation.catalogs.where('owner', username)) operation.catalogs.delete(id)
  forgetClient(operation, clientId)
}

/** Removes an OAuth client, its tokens and codes, and what sessions remember of it. */
export function forgetClient(operation: Operation, clientId: string): void {
  operation.oauthClients.delete(clientId)
  deleteTokens(operation, 'clientId', clientId)
  for (const { code } of operation.authorizationCodes.where('clientId', clientId)) {
    operation.authorizationCodes.delete(code)
  }
  for (const request of operation.authorizationRequests.where('clientId', clientId)) {
    operation.authorizationRequests.delete(`${request.username}/${request.clientId}`)
  }
}
