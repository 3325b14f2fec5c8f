import { checkCustomAppLimit, checkName, checkUrl } from './custom-app-rules.ts'
import { disconnectApp, forgetClient } from './disconnect.ts'
import { PimError, refuseViolations } from './error.ts'
import type { Operation } from './operation.ts'
import { newToken } from './secret.ts'
import type { CustomApp } from './state.ts'
import { quote } from './text.ts'

export interface CustomAppDraft {
  readonly name: string
  readonly activateUrl: string
  readonly callbackUrl: string
}

/** Declares an app in this PIM (contract D.2). Throws `violations`. */
export function createCustomApp(
  operation: Operation,
  author: string,
  draft: CustomAppDraft,
): CustomApp {
  refuseViolations([
    ...checkCustomAppLimit(operation),
    ...checkName(operation, draft.name),
    ...checkUrl(operation, 'activateUrl', draft.activateUrl),
    ...checkUrl(operation, 'callbackUrl', draft.callbackUrl),
  ])
  const app: CustomApp = {
    clientId: operation.newId(),
    clientSecret: newToken(operation),
    name: draft.name,
    activateUrl: draft.activateUrl,
    callbackUrl: draft.callbackUrl,
    author,
    createdAt: operation.now(),
  }
  operation.customApps.put(app.clientId, app)
  return app
}

/** A custom app. Throws `not-found` with `message`, by default that of contract D.3. */
export function findCustomApp(
  operation: Operation,
  clientId: string,
  message = `Custom app with id ${clientId} was not found.`,
): CustomApp {
  const app = operation.customApps.get(clientId)
  const because = app
    ? `The custom app ${quote(app.name)} has this client id`
    : `No custom app has the client id ${quote(clientId)}`
  if (operation.check('custom-app.known', app !== undefined, because) && app) return app
  throw new PimError('not-found', message)
}

/** Removes a custom app, and disconnects it when it is connected (contract D.3). */
export function deleteCustomApp(operation: Operation, app: CustomApp): void {
  operation.customApps.delete(app.clientId)
  const connected = operation.connectedApps.get(app.clientId)
  if (connected) disconnectApp(operation, connected)
  forgetClient(operation, app.clientId)
}

/** A new secret; an access token that was issued keeps working (contract D.3). */
export function regenerateAppSecret(operation: Operation, app: CustomApp): string {
  const clientSecret = newToken(operation)
  operation.customApps.put(app.clientId, { ...app, clientSecret })
  const client = operation.oauthClients.get(app.clientId)
  if (client) operation.oauthClients.put(client.id, { ...client, secret: clientSecret })
  return clientSecret
}

/** A secret as the settings show it: its last 4 characters, 34 in all (contract D.3). */
export function maskSecret(secret: string): string {
  return secret.slice(-4).padStart(34, '*')
}
