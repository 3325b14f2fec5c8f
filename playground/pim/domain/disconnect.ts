import { deleteTokens } from './access-token.ts'
import { forgetMonitoring } from './audit.ts'
import type { Operation } from './operation.ts'
import type { ConnectedApp } from './state.ts'

/**
 * Removes a connected app with its connection, user, group, role and tokens. The tokens are remembered, so that their
 * use is answered with the reason (contract F.5, H.3). The app itself can be connected again.
 */
export function disconnectApp(operation: Operation, app: ConnectedApp): void {
  for (const { token } of operation.accessTokens.where('clientId', app.id)) {
    operation.revokedAppTokens.put(token, { token })
  }
  deleteTokens(operation, 'clientId', app.id)
  deleteTokens(operation, 'username', app.username)
  operation.connectedApps.delete(app.id)
  operation.connections.delete(app.connectionCode)
  forgetMonitoring(operation, app.connectionCode)
  operation.users.delete(app.username)
  operation.roles.delete(app.roleId)
  operation.appPermissions.delete(app.userGroup)
  for (const group of operation.userGroups.where('name', app.userGroup)) {
    if (group.type === 'app') operation.userGroups.delete(group.id)
  }
  for (const consent of operation.consents.where('appId', app.id)) {
    operation.consents.delete(`${consent.username}/${consent.appId}`)
  }
  for (const catalog of operation.catalogs.where('owner', app.username)) {
    operation.catalogs.delete(catalog.id)
  }
  forgetClient(operation, app.id)
}

/** Removes an app's OAuth client, its codes, and what sessions remember of it. */
export function forgetClient(operation: Operation, clientId: string): void {
  operation.oauthClients.delete(clientId)
  for (const { code } of operation.authorizationCodes.where('clientId', clientId)) {
    operation.authorizationCodes.delete(code)
  }
  for (const request of operation.authorizationRequests.where('clientId', clientId)) {
    operation.authorizationRequests.delete(`${request.username}/${request.clientId}`)
  }
}
