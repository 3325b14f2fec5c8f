import { connectAcls } from '../contract/acls.ts'
import { activationUrl, findApp } from './app.ts'
import { requireAcl, type Caller } from './caller.ts'
import { isLimitReached } from './connection-rules.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { quote } from './text.ts'

/**
 * Where the browser goes when somebody clicks `Connect` (contract E.1 step 2). Throws `bad-request`, `not-found` and
 * `forbidden`, in this order.
 */
export function activateApp(operation: Operation, caller: Caller, clientId: string): string {
  const { size } = operation.connections
  const because = `There are ${size} of ${operation.current.limits.connections} connections and connected apps`
  if (!operation.check('connections.limit', !isLimitReached(operation), because)) {
    throw new PimError('bad-request', 'App and connections limit reached')
  }
  const app = findApp(operation, clientId)
  const found = app
    ? `The client id is that of the app ${quote(app.name)}`
    : `There is no app with the client id ${quote(clientId)}`
  if (!operation.check('client.known', app !== undefined, found) || !app) {
    throw new PimError('not-found', 'Invalid app identifier')
  }
  requireAcl(operation, caller, connectAcls.manageApps)
  return activationUrl(operation, app)
}
