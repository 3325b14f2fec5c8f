import { activateApp } from '../../domain/activate.ts'
import { isActivationOn } from '../../domain/edition.ts'
import { PimError } from '../../domain/error.ts'
import type { Operation } from '../../domain/operation.ts'
import { confirmAuthentication, confirmAuthorization } from '../../domain/confirm.ts'
import { readWizard } from '../../domain/wizard.ts'
import { json } from '../../http/respond.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { fromScreen } from './from-screen.ts'
import { confirmationProblem, internalProblem } from './problem.ts'

/** What the screens of an activation ask (contract E.1, E.5). */
export function activationRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)
  router.get(
    '/rest/apps/activate/:id',
    fromScreen((context, caller) => {
      requireActivation(context.env.operation)
      const url = activateApp(context.env.operation, caller, parameter(context, 'id'))
      return json(context, 200, { url })
    }),
  )
  router.get(
    '/rest/apps/load-wizard-data/:id',
    fromScreen((context, caller) => {
      requireActivation(context.env.operation)
      const data = readWizard(context.env.operation, caller, parameter(context, 'id'))
      return json(context, 200, {
        appName: data.app.name,
        appLogo: data.app.logo,
        appUrl: data.app.url,
        appIsCertified: data.app.certified,
        oldScopeMessages: data.oldScopeMessages,
        scopeMessages: data.scopeMessages,
        oldAuthenticationScopes: data.oldAuthenticationScopes,
        authenticationScopes: data.authenticationScopes,
        displayCheckboxConsent: data.isFirstConnection,
      })
    }),
  )
  return router
}

/** What the user agrees to (contract E.6, E.7). */
export function confirmationRoutes(): PimRouter {
  const router = createRouter()
  router.onError(confirmationProblem)
  router.post(
    '/rest/apps/confirm-authorization/:id',
    whileActivationIsOn(
      fromScreen((context, caller) => {
        const id = parameter(context, 'id')
        const { app, redirectUrl } = confirmAuthorization(context.env.operation, caller, id)
        return json(context, 200, { appId: app.id, userGroup: app.userGroup, redirectUrl })
      }),
    ),
  )
  router.post(
    '/rest/apps/confirm-authentication/:id',
    whileActivationIsOn(
      fromScreen((context, caller) => {
        const id = parameter(context, 'id')
        const redirectUrl = confirmAuthentication(context.env.operation, caller, id)
        return json(context, 200, { redirectUrl })
      }),
    ),
  )
  return router
}

/** Throws `not-found` when the feature flag is off. */
function requireActivation(operation: Operation): void {
  if (!isActivationOn(operation)) throw new PimError('not-found', 'Not Found')
}

/** The feature flag comes before anything else (contract E.6). */
function whileActivationIsOn(handle: (context: PimContext) => Response) {
  return (context: PimContext): Response => {
    if (isActivationOn(context.env.operation)) return handle(context)
    return json(context, 404, { code: 404, message: 'Not Found' })
  }
}
