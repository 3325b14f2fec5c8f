import { connectAcls } from '../../contract/acls.ts'
import { identify } from '../../domain/access-token.ts'
import { requireAcl } from '../../domain/caller.ts'
import { findConnectedAppById, findOwner } from '../../domain/connected-app.ts'
import { flagOutdatedScopes } from '../../domain/outdated-scopes.ts'
import { bearerToken } from '../../http/authorization.ts'
import { json, redirect } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { apiProblem } from '../api/problem.ts'
import { page } from './page.ts'
import { pageProblem } from './problem.ts'

/** `POST /connect/apps/v1/scopes/update`: an app says that it would like more (contract F.3). */
export function scopeRoutes(): PimRouter {
  const router = createRouter()
  router.onError(apiProblem)
  router.post('/connect/apps/v1/scopes/update', (context) => {
    const { operation } = context.env
    const caller = identify(operation, bearerToken(context.req.header('authorization')))
    flagOutdatedScopes(operation, caller, context.req.query('scopes') ?? '')
    return json(context, 200, 'Ok')
  })
  return router
}

/** Addresses by which an app sends a browser to its own pages in the PIM (contract F.4). */
export function connectedAppPageRoutes(): PimRouter {
  const router = createRouter()
  router.onError(pageProblem)

  router.get(
    '/connect/apps/v1/connected_app/:id',
    page((context, caller) => {
      const { operation } = context.env
      const app = findConnectedAppById(operation, parameter(context, 'id'))
      requireAcl(operation, caller, connectAcls.manageApps)
      return redirect(context, `/#/connect/connected-apps/${app.connectionCode}`)
    }),
  )

  router.get(
    '/connect/apps/v1/catalogs/:id',
    page((context, caller) => {
      const { operation } = context.env
      const id = parameter(context, 'id')
      const { connectionCode } = findOwner(operation, id)
      requireAcl(operation, caller, connectAcls.manageApps)
      return redirect(context, `/#/connect/connected-apps/${connectionCode}/catalogs/${id}`)
    }),
  )

  return router
}
