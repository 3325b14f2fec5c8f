import type { Caller } from './caller.ts'
import { PimError } from './error.ts'
import { notifyManagers } from './notification.ts'
import type { Operation } from './operation.ts'
import { newScopes, readScopes } from './scope.ts'

/**
 * Notes that an app would like more than it was granted, and tells who could grant it (contract F.3). Throws
 * `forbidden` for what is no app.
 */
export function flagOutdatedScopes(
  operation: Operation,
  { app, user }: Caller,
  text: string,
): void {
  const because = app
    ? `The token is that of the app "${app.name}"`
    : `The token is that of "${user.username}", who is no app`
  if (!operation.check('token.of-app', app !== undefined, because) || !app) {
    throw new PimError('forbidden', 'Not an authenticated App')
  }
  const fresh = newScopes(readScopes(operation, text).authorization, app.scopes)
  const found = fresh.length > 0 ? `New are ${fresh.join(', ')}` : 'Nothing new is asked for'
  operation.check('scopes.compared', true, found)
  if (fresh.length === 0) return
  operation.connectedApps.put(app.id, { ...app, hasOutdatedScopes: true })
  notifyManagers(operation, app)
}
