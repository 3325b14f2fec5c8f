import { connectAcls } from '../../contract/acls.ts'
import { isPending } from '../../domain/app.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import {
  deleteConnectedApp,
  findConnectedApp,
  listConnectedApps,
  manageConnectedApp,
  openApp,
  refreshConnectedApp,
} from '../../domain/connected-app.ts'
import { consentedScopes } from '../../domain/consent.ts'
import { changeMonitoring, connectionOf } from '../../domain/monitoring.ts'
import type { Operation } from '../../domain/operation.ts'
import { scopeMessagesOf } from '../../domain/scope.ts'
import type { ConnectedApp } from '../../domain/state.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { fromScreen } from './from-screen.ts'
import { connectedAppsProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

type Handler = (
  context: PimContext,
  operation: Operation,
  app: ConnectedApp,
  caller: Caller,
) => Response

/** Connected apps and their settings (contract H.1). */
export function connectedAppRoutes(): PimRouter {
  const router = createRouter()
  router.onError(connectedAppsProblem)
  const path = '/rest/apps/connected-apps/:code'

  router.get('/rest/apps/connected-apps', fromScreen(list))
  router.get(path, fromScreen(read))
  router.get(`${path}/scope-messages`, manage(readScopeMessages))
  router.get(`${path}/authentication-scopes`, manage(readAuthenticationScopes))
  router.get(`${path}/monitoring-settings`, manage(readMonitoring))
  router.post(`${path}/monitoring-settings`, manage(saveMonitoring))
  router.post(`${path}/refresh`, manage(refresh))
  router.get(`${path}/open-app-url`, fromScreen(readUrl))
  router.delete(path, fromScreen(remove))
  return router
}

/** An unknown app is a 404 before the right to manage apps is asked for. */
function manage(handle: Handler) {
  return fromScreen((context, caller) => {
    const { operation } = context.env
    const app = manageConnectedApp(operation, caller, parameter(context, 'code'))
    return handle(context, operation, app, caller)
  })
}

function list(context: PimContext): Response {
  const { operation } = context.env
  const apps = listConnectedApps(operation).map((app) => toWire(operation, app))
  return json(context, 200, apps)
}

/** The right to manage apps is not asked for with a custom app (contract H.1). */
function read(context: PimContext, caller: Caller): Response {
  const { operation } = context.env
  const app = findConnectedApp(operation, parameter(context, 'code'))
  if (!app.isCustomApp) requireAcl(operation, caller, connectAcls.manageApps)
  return json(context, 200, toWire(operation, app))
}

function readScopeMessages(context: PimContext, _: Operation, app: ConnectedApp): Response {
  return json(context, 200, scopeMessagesOf(app.scopes))
}

function readAuthenticationScopes(
  context: PimContext,
  operation: Operation,
  app: ConnectedApp,
  { user }: Caller,
): Response {
  return json(context, 200, consentedScopes(operation, user.username, app.id) ?? [])
}

function readMonitoring(context: PimContext, operation: Operation, app: ConnectedApp): Response {
  const { flowType, auditable } = connectionOf(operation, app)
  return json(context, 200, { flowType, auditable })
}

function saveMonitoring(context: PimContext, operation: Operation, app: ConnectedApp): Response {
  const content = readRecord(context)
  const current = connectionOf(operation, app)
  const flowType = content['flowType'] ?? current.flowType
  const auditable = content['auditable'] ?? current.auditable
  if (typeof flowType !== 'string' || typeof auditable !== 'boolean') {
    operation.check(
      'settings.types',
      false,
      'The flowType must be a text, and auditable true or false',
    )
    return json(context, 422, { error: 'Wrong type for parameters' })
  }
  changeMonitoring(operation, app, { flowType, auditable })
  return empty(context, 204)
}

function refresh(context: PimContext, operation: Operation, app: ConnectedApp): Response {
  refreshConnectedApp(operation, app)
  return empty(context, 204)
}

function readUrl(context: PimContext, caller: Caller): Response {
  return json(context, 200, {
    url: openApp(context.env.operation, caller, parameter(context, 'code')),
  })
}

function remove(context: PimContext, caller: Caller): Response {
  deleteConnectedApp(context.env.operation, caller, parameter(context, 'code'))
  return empty(context, 204)
}

function toWire(operation: Operation, app: ConnectedApp) {
  return {
    id: app.id,
    name: app.name,
    scopes: app.scopes,
    connection_code: app.connectionCode,
    logo: app.logo,
    author: app.author,
    user_group_name: app.userGroup,
    connection_username: app.username,
    categories: app.categories,
    certified: app.certified,
    partner: app.partner,
    is_custom_app: app.isCustomApp,
    is_pending: isPending(operation, app.id),
    has_outdated_scopes: app.hasOutdatedScopes,
  }
}
