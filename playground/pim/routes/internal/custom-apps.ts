import { connectAcls } from '../../contract/acls.ts'
import { fromCustomApp } from '../../domain/app.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import {
  createCustomApp,
  deleteCustomApp,
  findCustomApp,
  maskSecret,
  regenerateAppSecret,
} from '../../domain/custom-app.ts'
import { isCustomAppLimitReached } from '../../domain/custom-app-rules.ts'
import type { Operation } from '../../domain/operation.ts'
import { stringOf } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { appOnWire } from './app-on-wire.ts'
import { fromScreen } from './from-screen.ts'
import { customAppsProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

type Handler = (context: PimContext, operation: Operation, caller: Caller) => Response

// Until 2022 custom apps were called test apps (contract A, D.3).
const oldPath = '/rest/marketplace/test-apps'

/** Apps that are declared in this PIM (contract D.3). */
export function customAppRoutes(): PimRouter {
  const router = createRouter()
  router.onError(customAppsProblem)
  router.get('/rest/custom-apps', manage(list))
  router.post('/rest/custom-apps', manage(create))
  router.get('/rest/custom-apps/max-limit-reached', manage(readLimit))
  router.delete('/rest/custom-apps/:id', manage(remove))
  router.get('/rest/custom-apps/:id/secret', manage(readSecret))
  router.post('/rest/custom-apps/:id/secret', manage(makeSecret))
  router.get(oldPath, manage(listTestApps))
  router.post(oldPath, manage(create))
  router.get(`${oldPath}/max-limit-reached`, manage(readLimit))
  router.delete(`${oldPath}/:id`, manage(remove))
  return router
}

function manage(handle: Handler) {
  return fromScreen((context, caller) => {
    const { operation } = context.env
    requireAcl(operation, caller, connectAcls.manageCustomApps)
    return handle(context, operation, caller)
  })
}

function list(context: PimContext, operation: Operation): Response {
  const apps = [...operation.customApps.values()].map((app) =>
    appOnWire(operation, fromCustomApp(operation, app)),
  )
  return json(context, 200, { total: apps.length, apps })
}

function listTestApps(context: PimContext, operation: Operation): Response {
  const apps = [...operation.customApps.values()].map((app) => {
    const { isCustomApp, ...rest } = appOnWire(operation, fromCustomApp(operation, app))
    return Object.assign(rest, { isTestApp: isCustomApp })
  })
  return json(context, 200, { total: apps.length, apps })
}

function create(context: PimContext, operation: Operation, { user }: Caller): Response {
  const content = readRecord(context)
  const app = createCustomApp(operation, user.username, {
    name: stringOf(content, 'name') ?? '',
    activateUrl: stringOf(content, 'activateUrl') ?? '',
    callbackUrl: stringOf(content, 'callbackUrl') ?? '',
  })
  return json(context, 201, { clientId: app.clientId, clientSecret: app.clientSecret })
}

function remove(context: PimContext, operation: Operation): Response {
  deleteCustomApp(operation, findCustomApp(operation, parameter(context, 'id')))
  return empty(context, 204)
}

function readSecret(context: PimContext, operation: Operation): Response {
  const { clientSecret } = findCustomApp(operation, parameter(context, 'id'))
  return json(context, 200, maskSecret(clientSecret))
}

function makeSecret(context: PimContext, operation: Operation): Response {
  const app = findCustomApp(operation, parameter(context, 'id'))
  return json(context, 200, regenerateAppSecret(operation, app))
}

function readLimit(context: PimContext, operation: Operation): Response {
  return json(context, 200, isCustomAppLimitReached(operation))
}
