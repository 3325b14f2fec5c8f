import { connectAcls } from '../../contract/acls.ts'
import { messages, type MessageKey } from '../../contract/messages.ts'
import { identify } from '../../domain/access-token.ts'
import { requireAcl } from '../../domain/caller.ts'
import { createCustomApp, deleteCustomApp, findCustomApp } from '../../domain/custom-app.ts'
import { PimError } from '../../domain/error.ts'
import { isFaulty } from '../../domain/faults.ts'
import { bearerToken } from '../../http/authorization.ts'
import { mediaType, stringOf } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { apiProblem } from '../api/problem.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { readRecord } from './read-record.ts'

/** Custom apps for programs that register them, under their old name (contract D.4). */
export function testAppRoutes(): PimRouter {
  const router = createRouter()
  router.onError(testAppProblem)

  router.get('/api/rest/v1/test-apps', (context) => {
    const { operation } = context.env
    const { user } = identifyCaller(context)
    const apps = operation.customApps
      .where('author', user.username)
      .map((app) => ({
        client_id: app.clientId,
        name: app.name,
        activate_url: app.activateUrl,
        callback_url: app.callbackUrl,
      }))
      .sort((one, other) => (one.client_id < other.client_id ? -1 : 1))
    return json(context, 200, apps)
  })

  router.post('/api/rest/v1/test-apps', (context) => {
    const { operation, body } = context.env
    // JSON that is none is refused before the token is looked at (contract I.1).
    const isJson = mediaType(context.req.header('content-type')) === 'application/json'
    if (isJson && body.length > 0) readRecord(context)
    const caller = identifyCaller(context)
    if (isFaulty(operation, 'developer_mode_off')) throw new PimError('not-found', 'Not Found')
    requireAcl(operation, caller, connectAcls.manageCustomApps)
    const content = readRecord(context)
    const app = createCustomApp(operation, caller.user.username, {
      name: stringOf(content, 'name') ?? '',
      activateUrl: stringOf(content, 'activate_url') ?? '',
      callbackUrl: stringOf(content, 'callback_url') ?? '',
    })
    return json(context, 201, { client_id: app.clientId, client_secret: app.clientSecret })
  })

  router.delete('/api/rest/v1/test-apps/:id', (context) => {
    const { operation } = context.env
    requireAcl(operation, identifyCaller(context), connectAcls.manageCustomApps)
    const id = parameter(context, 'id')
    const message = `Test app with ${id} client_id was not found.`
    deleteCustomApp(operation, findCustomApp(operation, id, message))
    return empty(context, 204)
  })

  return router
}

function identifyCaller(context: PimContext) {
  return identify(context.env.operation, bearerToken(context.req.header('authorization')))
}

/** Properties as the request names them, and texts where the screens get translation keys (contract D.4). */
function testAppProblem(error: Error, context: PimContext): Response {
  if (!(error instanceof PimError) || error.code !== 'violations') return apiProblem(error, context)
  return json(context, 422, {
    errors: error.violations.map(({ property, message }) => ({
      propertyPath: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      message: messages[message as MessageKey],
    })),
  })
}
